/**
 * What a code, an address and a host name look like, wherever they stand. Knows nothing of the
 * rooms that ask.
 */
@NullMarked
package io.github.smtpbot.diagnosis.syntax;

import org.jspecify.annotations.NullMarked;
