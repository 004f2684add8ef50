package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;

/**
 * A group as it is told.
 *
 * @param group what was counted
 * @param outline the verdict, who acts, what first, and where that is written
 * @param title codes, cause and provider on one line
 * @param speaker whose mail it is, in a few words; empty if nothing tells
 * @param counts how many messages, attempts, recipients and domains
 * @param place the few domains that it is about, each with its share; empty if there are none, or
 *     the provider says it
 * @param share of how much mail that is which part, with the period
 * @param seen when first and last, and whether it goes on; empty if the log tells no times
 * @param reply one of the replies, masked; empty if nothing was said
 */
public record Told(
    LogGroup group,
    Outline outline,
    String title,
    String speaker,
    String counts,
    String place,
    String share,
    String seen,
    String reply) {}
