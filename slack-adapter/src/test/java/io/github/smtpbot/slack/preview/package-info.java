/** Draws what Slack was sent, for {@code bin/preview} and for the heights that a test holds. */
@NullMarked
package io.github.smtpbot.slack.preview;

import org.jspecify.annotations.NullMarked;
