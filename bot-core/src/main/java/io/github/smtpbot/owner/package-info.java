/** What the owner of a bot of its own switches on: a database, notes in a file, numbers. */
@NullMarked
package io.github.smtpbot.owner;

import org.jspecify.annotations.NullMarked;
