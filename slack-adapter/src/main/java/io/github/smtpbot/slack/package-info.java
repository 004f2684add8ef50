/** Answers SMTP questions on Slack. */
@NullMarked
package io.github.smtpbot.slack;

import org.jspecify.annotations.NullMarked;
