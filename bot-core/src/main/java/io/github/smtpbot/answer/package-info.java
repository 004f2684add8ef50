/** The answer to a person, and the composers that fill it. */
@NullMarked
package io.github.smtpbot.answer;

import org.jspecify.annotations.NullMarked;
