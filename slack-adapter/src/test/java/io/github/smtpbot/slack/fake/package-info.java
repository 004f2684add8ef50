/** A Slack for tests: its Web API, its Socket Mode, its rules. */
@NullMarked
package io.github.smtpbot.slack.fake;

import org.jspecify.annotations.NullMarked;
