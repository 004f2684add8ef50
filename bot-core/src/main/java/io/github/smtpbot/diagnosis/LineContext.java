package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.diagnosis.Draft.Action;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the words around a reply which command it answered, and what became of the message.
 * Linear in the line.
 */
final class LineContext {

  private static final String[] COMMAND_LEADS = {
    "in reply to ",
    "after pipelined ",
    "after ",
    "following ",
    "reject: ",
    "rejected ",
    "performing the ",
    "while sending ",
    "sending ",
    "command: ",
    "did not like our final ",
    "did not like our ",
    "response to ",
    "during ",
    "smtp:",
    "[",
    "(",
    "error from ",
    "command=",
    "stage=",
    "response for ",
    "failed at ",
    "does not like ",
    "smtp error: ",
    "server error: "
  };

  private LineContext() {}

  /** The command that a line in lower case says was answered, or null. */
  static @Nullable Command command(String lower) {
    Command found = null;
    int best = -1;
    for (String lead : COMMAND_LEADS) {
      int at = lower.indexOf(lead);
      for (int tries = 0; at >= 0 && tries < 4; tries++) {
        Command command = commandAt(lower, at + lead.length());
        if (command != null && (best < 0 || lead.startsWith("in reply"))) {
          found = command;
          best = at;
        }
        if (lead.startsWith("in reply") && command != null) {
          return command;
        }
        at = lower.indexOf(lead, at + 1);
      }
    }
    return found;
  }

  /** The command that a client's line gives, or null. */
  static @Nullable Command commandAt(String lower, int at) {
    int from = at;
    while (from < lower.length() && "'\"<".indexOf(lower.charAt(from)) >= 0) {
      from++;
    }
    if (lower.startsWith("end of ", from)
        || lower.startsWith("end-of-", from)
        || lower.startsWith("message body", from)
        || lower.startsWith("final data", from)
        || lower.startsWith("data end", from)) {
      return Command.END_OF_DATA;
    }
    if (lower.startsWith("rcpt", from) || lower.startsWith("recipient", from)) {
      return Command.RCPT;
    }
    if (lower.startsWith("mail from", from)
        || lower.startsWith("mail_from", from)
        || lower.startsWith("mail command", from)
        || lower.startsWith("sender", from)) {
      return Command.MAIL;
    }
    if (lower.startsWith("initial ", from)
        || lower.startsWith("connect", from)
        || lower.startsWith("greeting", from)) {
      return Command.CONNECT;
    }
    for (Command command : Command.values()) {
      String name = command.name().toLowerCase(Locale.ROOT);
      if (lower.startsWith(name, from)
          && command != Command.CONNECT
          && command != Command.MAIL
          && command != Command.SEND
          && command != Command.HELP
          && !isLetter(lower, from + name.length())) {
        return command;
      }
    }
    return null;
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-');
  }

  /** What a log or a report says became of the message, or null. */
  static @Nullable Action action(String lower) {
    if (lower.contains("status=bounced")
        || lower.contains("status=expired")
        || lower.contains("result=\"permfail")
        || lower.contains(": failure: ")
        || lower.contains("stat=user unknown")
        || lower.contains("stat=service unavailable")
        || lower.contains(" ** ")) {
      return Action.FAILED;
    }
    if (lower.contains("status=deferred")
        || lower.contains("result=\"tempfail")
        || lower.contains(": deferral: ")
        || lower.contains("stat=deferred")
        || lower.contains(" == ")) {
      return Action.DELAYED;
    }
    if (lower.contains("status=sent")
        || lower.contains("result=\"ok")
        || lower.contains("stat=sent")) {
      return Action.DELIVERED;
    }
    return null;
  }
}
