/** What {@code bin/bench} runs to measure whole programs. */
@NullMarked
package io.github.smtpbot.measure;

import org.jspecify.annotations.NullMarked;
