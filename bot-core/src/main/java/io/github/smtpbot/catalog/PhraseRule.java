package io.github.smtpbot.catalog;

import java.util.List;

/**
 * Wording that betrays a cause, whoever sends it.
 *
 * @param cause what it means
 * @param vague whether others use the words in another sense too, or by default, so that they make
 *     the cause likely and no more
 * @param phrases any of these; words in lower case parted by spaces, a lone {@code *} for up to
 *     eight words
 * @param asked what people type who ask for the cause, where that is longer than a phrase
 */
public record PhraseRule(Cause cause, boolean vague, List<String> phrases, List<String> asked) {}
