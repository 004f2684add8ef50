package io.github.smtpbot.catalog;

/**
 * A name and a sentence about what it stands for, in one language.
 *
 * @param name a few words
 * @param meaning one or two sentences; may be empty where the name says all
 */
public record Named(String name, String meaning) {}
