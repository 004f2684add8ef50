/**
 * What a pasted text turns out to say: the diagnosis, its findings and their evidence. The rooms
 * below this package make them; {@code reader} is the front door. A text walks through {@code
 * decode}, {@code form}, {@code reply}, {@code provider} and {@code conclude}, each once and in
 * this order; no room knows a later one. {@code syntax} and {@code wording} are the tools that
 * several rooms use.
 */
@NullMarked
package io.github.smtpbot.diagnosis;

import org.jspecify.annotations.NullMarked;
