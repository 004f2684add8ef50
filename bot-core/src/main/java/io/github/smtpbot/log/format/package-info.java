/**
 * What the lines of each kind of log mean. Comes in: a {@link
 * io.github.smtpbot.log.format.LogLine}, rid of the wrapping of syslog, journald or Docker. Goes
 * out: deliveries.
 */
@NullMarked
package io.github.smtpbot.log.format;

import org.jspecify.annotations.NullMarked;
