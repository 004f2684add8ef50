package io.github.smtpbot.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What is said of an error of the network, a library or a mail program, in one language.
 *
 * @param name a few words
 * @param meaning one or two sentences
 * @param step what to do first, where that is something else than after its cause in general; else
 *     null
 */
public record ErrorWords(String name, String meaning, @Nullable String step) {}
