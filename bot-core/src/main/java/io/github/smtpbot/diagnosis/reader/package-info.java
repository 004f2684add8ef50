/**
 * The front door: {@link io.github.smtpbot.diagnosis.reader.Diagnoser} leads a text from room to
 * room and hands out the diagnosis.
 */
@NullMarked
package io.github.smtpbot.diagnosis.reader;

import org.jspecify.annotations.NullMarked;
