package io.github.smtpbot.log.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log, rid of what syslog, journald or Docker put around it.
 *
 * @param time what the wrapping says, or null if there is none, or it tells no time
 * @param host the host that wrote the line; empty if not told
 * @param program the program that wrote it, such as {@code postfix/smtp}; empty if not told
 * @param text what the program wrote, without the end of the line
 */
public record LogLine(@Nullable Instant time, String host, String program, String text) {}
