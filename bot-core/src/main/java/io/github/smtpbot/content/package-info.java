/**
 * What lies in a file, before anybody asks what it says: packings are undone, lines told from
 * messages, a mailbox parted into its messages, a message taken apart (MIME), bytes decoded. Comes
 * in: bytes or a stream of them. Goes out: text. Whoever reads logs and whoever diagnoses stand on
 * this; it knows neither, nor what SMTP is. Everything here is bounded in memory, whatever the
 * bytes are.
 */
@NullMarked
package io.github.smtpbot.content;

import org.jspecify.annotations.NullMarked;
