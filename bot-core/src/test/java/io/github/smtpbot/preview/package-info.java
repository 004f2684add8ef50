/**
 * What {@code bin/preview} shares between the platforms: what is asked, pages and pictures, and an
 * estimate of heights where there is no browser. The adapters' tests draw what their fakes
 * received.
 */
@NullMarked
package io.github.smtpbot.preview;

import org.jspecify.annotations.NullMarked;
