/** Shows what Discord would show. */
@NullMarked
package io.github.smtpbot.discord.preview;

import org.jspecify.annotations.NullMarked;
