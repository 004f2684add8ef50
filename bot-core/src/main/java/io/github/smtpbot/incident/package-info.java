/**
 * Makes one picture of many deliveries: what fails, since when, how much of it, at whom, whose turn
 * it is. Comes in: a {@link io.github.smtpbot.log.Delivery} for each attempt. Goes out: a {@link
 * io.github.smtpbot.incident.LogSummary}, which merges with others, and, in a reader's language, an
 * {@link io.github.smtpbot.incident.Incident}.
 */
@NullMarked
package io.github.smtpbot.incident;

import org.jspecify.annotations.NullMarked;
