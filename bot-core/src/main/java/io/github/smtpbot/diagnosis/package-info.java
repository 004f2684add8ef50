/** What a pasted reply, log line, exception or bounce says. */
@NullMarked
package io.github.smtpbot.diagnosis;

import org.jspecify.annotations.NullMarked;
