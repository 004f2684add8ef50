/**
 * Opens what a person names: files, folders, standard input, packed or not. Comes in: names. Goes
 * out: lines of text and messages, one after the other, in the memory of one.
 */
@NullMarked
package io.github.smtpbot.log.source;

import org.jspecify.annotations.NullMarked;
