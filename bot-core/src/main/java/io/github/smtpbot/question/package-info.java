/** What a person asked. */
@NullMarked
package io.github.smtpbot.question;

import org.jspecify.annotations.NullMarked;
