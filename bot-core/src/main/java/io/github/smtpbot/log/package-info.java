/**
 * Reads mail logs, event files and mailboxes of bounces into deliveries, as they stream by. Comes
 * in: files and streams, packed or not. Goes out: a {@link io.github.smtpbot.log.Delivery} for each
 * attempt that a line tells of. Nothing here knows what a reply means.
 */
@NullMarked
package io.github.smtpbot.log;

import org.jspecify.annotations.NullMarked;
