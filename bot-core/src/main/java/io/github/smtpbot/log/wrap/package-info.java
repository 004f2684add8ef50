/**
 * What syslog, journald and Docker put around the lines of a log. Comes in: a line of text. Goes
 * out: a {@link io.github.smtpbot.log.format.LogLine} with its time.
 */
@NullMarked
package io.github.smtpbot.log.wrap;

import org.jspecify.annotations.NullMarked;
