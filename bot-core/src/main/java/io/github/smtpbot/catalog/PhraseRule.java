package io.github.smtpbot.catalog;

import java.util.List;

/**
 * Wording that betrays a cause, whoever sends it.
 *
 * @param cause what it means
 * @param phrases any of these; words in lower case parted by spaces, a lone {@code *} for up to
 *     eight words
 * @param asked what people type who ask for the cause, where that is longer than a phrase
 * @param isVague whether others use the words in another sense too, so that an enhanced status code
 *     that says more goes before them
 */
public record PhraseRule(
    Cause cause, List<String> phrases, List<String> asked, boolean isVague) {}
