/** The program: a bot of its own around the plugin. */
@NullMarked
package io.github.smtpbot.discord.bot;

import org.jspecify.annotations.NullMarked;
