package io.github.smtpbot.catalog;

/**
 * Where a statement is written.
 *
 * @param label what a reader sees, such as {@code RFC 5321 §4.2.2}
 * @param url its {@code https} address
 */
public record Source(String label, String url) {}
