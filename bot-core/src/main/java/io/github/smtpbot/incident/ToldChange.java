package io.github.smtpbot.incident;

/**
 * A change as it is told.
 *
 * @param change what was found
 * @param title codes, cause and provider of its group
 * @param about whom it is about, in a few words that are no other change's
 * @param text the same with the time, and the share before and after
 */
public record ToldChange(Change change, String title, String about, String text) {}
