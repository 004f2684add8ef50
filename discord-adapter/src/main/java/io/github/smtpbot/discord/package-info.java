/** Answers SMTP questions on Discord. */
@NullMarked
package io.github.smtpbot.discord;

import org.jspecify.annotations.NullMarked;
