/** The front door: {@link io.github.smtpbot.SmtpBot}. */
@NullMarked
package io.github.smtpbot;

import org.jspecify.annotations.NullMarked;
