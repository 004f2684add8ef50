package io.github.smtpbot.catalog;

/**
 * That a command may be answered with a code.
 *
 * @param command the command or phase
 * @param code the reply code
 * @param obsolete whether only an RFC that is no longer in force says so
 * @param source which RFC says so
 */
public record CommandReply(Command command, ReplyCode code, boolean obsolete, Source source) {}
