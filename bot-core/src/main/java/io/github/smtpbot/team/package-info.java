/** What a workspace or a server chooses and writes for itself, and the commands for that. */
@NullMarked
package io.github.smtpbot.team;

import org.jspecify.annotations.NullMarked;
