package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;

/**
 * A group as it is told.
 *
 * @param group what was counted
 * @param outline the verdict, who acts, what first, and where that is written
 * @param title codes, cause and provider on one line
 * @param counts how many messages, attempts, recipients and domains
 * @param share of how much mail that is which part, with the period
 * @param seen when first and last, and whether it goes on; empty if the log tells no times
 * @param reply one of the replies, masked; empty if nothing was said
 */
public record Told(
    LogGroup group,
    Outline outline,
    String title,
    String counts,
    String share,
    String seen,
    String reply) {}
