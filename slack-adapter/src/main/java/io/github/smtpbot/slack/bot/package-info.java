/** A Slack bot of its own, around the plugin: settings, Socket Mode, HTTP. */
@NullMarked
package io.github.smtpbot.slack.bot;

import org.jspecify.annotations.NullMarked;
