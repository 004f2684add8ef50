/**
 * The first room: from whatever was pasted or attached to plain characters. In come a string or the
 * bytes of a file. Out goes a {@link io.github.smtpbot.diagnosis.decode.Decoded}: a text, or
 * messages taken apart, in which entities, encodings, line ends and the links of chats are undone.
 * Nothing after this room cleans a text again.
 */
@NullMarked
package io.github.smtpbot.diagnosis.decode;

import org.jspecify.annotations.NullMarked;
