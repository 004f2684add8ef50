/**
 * What is kept in a database, for those who run the bot for many workspaces or in many copies.
 * Nothing of it is loaded unless a database is set. The libraries it needs are optional.
 */
@NullMarked
package io.github.smtpbot.store;

import org.jspecify.annotations.NullMarked;
