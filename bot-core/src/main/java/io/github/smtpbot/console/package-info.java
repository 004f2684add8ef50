/** The terminal: one question, a prompt, JSON, and batches of them. */
@NullMarked
package io.github.smtpbot.console;

import org.jspecify.annotations.NullMarked;
