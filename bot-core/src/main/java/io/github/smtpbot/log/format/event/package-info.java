/**
 * The structured logs: one event a JSON object, or one a record of CSV. Comes in: the lines of such
 * a file, an event on one line or over many. Goes out: deliveries. Which fields are read, and where
 * they are documented, stands in {@code docs/log-formats-events.md}.
 */
@NullMarked
package io.github.smtpbot.log.format.event;

import org.jspecify.annotations.NullMarked;
