/**
 * The third room: the replies that stand in the lines, and what failed without one. In comes a
 * {@link io.github.smtpbot.diagnosis.form.Said}. Out go {@link
 * io.github.smtpbot.diagnosis.reply.Reply}s: codes, words, and what the lines around tell of host,
 * recipient, command and outcome.
 */
@NullMarked
package io.github.smtpbot.diagnosis.reply;

import org.jspecify.annotations.NullMarked;
