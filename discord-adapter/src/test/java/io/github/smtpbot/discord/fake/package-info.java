/** A Discord for tests: its REST interface, its gateway, its rules. */
@NullMarked
package io.github.smtpbot.discord.fake;

import org.jspecify.annotations.NullMarked;
