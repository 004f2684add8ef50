/** The door of the log: leads each line of each source to the reader of its format, and counts. */
@NullMarked
package io.github.smtpbot.log.reader;

import org.jspecify.annotations.NullMarked;
