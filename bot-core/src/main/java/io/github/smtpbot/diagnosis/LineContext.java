package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.diagnosis.Draft.Action;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a line tells about a reply beside the reply itself: the recipient, the host that replied,
 * the command it answered, what became of the message. Each look is linear in the line.
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

  private static final String[] RECIPIENT_LEADS = {
    "rcpt to:<",
    "rcpt to: <",
    "rcpt=<",
    " to=<",
    "to=\"",
    "to = \"",
    "recipient=<",
    "recipient: <",
    "address: <",
    "recipient address: ",
    "delivering your mail to <"
  };

  private static final String[] HOST_LEADS = {
    "relay=",
    "while talking to ",
    "remote server at ",
    "connection with ",
    "connect to ",
    "hostname=\"",
    "smtp server <",
    "remote host: ",
    " host: ",
    "host=",
    "mx=",
    " h=",
    "host ",
    "with ",
    "by "
  };

  private static final String ADDRESS_ENDS = "<>()[],;:\"' ";

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

  /** The address that a line names as the recipient, or null. */
  static @Nullable String recipient(String line, String lower) {
    for (String lead : RECIPIENT_LEADS) {
      int at = lower.indexOf(lead);
      if (at >= 0) {
        String address = addressAt(line, at + lead.length());
        if (address != null) {
          return address;
        }
      }
    }
    return null;
  }

  /** The first address within some characters of a line that is not said to be the sender's. */
  static @Nullable String firstAddress(String line, int from, int to) {
    int at = line.indexOf('@', from);
    while (at >= 0 && at < to) {
      int start = at;
      while (start > from && ADDRESS_ENDS.indexOf(line.charAt(start - 1)) < 0) {
        start--;
      }
      String address = start < at ? addressAt(line, start) : null;
      if (address != null && !isSender(line, start)) {
        return address;
      }
      at = line.indexOf('@', at + 1);
    }
    return null;
  }

  /** The last address within some characters of a line that is not said to be the sender's. */
  static @Nullable String lastAddress(String line, int from, int to) {
    String last = null;
    int at = line.indexOf('@', from);
    while (at >= 0 && at < to) {
      int start = at;
      while (start > from && at - start < 100 && ADDRESS_ENDS.indexOf(line.charAt(start - 1)) < 0) {
        start--;
      }
      String address = start < at ? addressAt(line, start) : null;
      last = address == null || isSender(line, start) ? last : address;
      at = line.indexOf('@', at + 1);
    }
    return last;
  }

  private static boolean isSender(String line, int start) {
    String before = line.substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT);
    return before.endsWith("from=<")
        || before.endsWith("from:<")
        || before.endsWith("from: <")
        || before.stripTrailing().endsWith("from:")
        || before.endsWith("from=")
        || before.endsWith("from = \"")
        || before.endsWith("from=\"")
        || before.endsWith("return-path: <")
        || before.endsWith("f=<")
        || before.endsWith("sender=<")
        || before.endsWith("id=")
        || before.endsWith("report to ");
  }

  /** The address that begins here, or null if none does. */
  static @Nullable String addressAt(String line, int start) {
    int from = start;
    while (from < line.length() && "<\"' ".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    int at = -1;
    while (end < line.length() && end - from < 320 && ADDRESS_ENDS.indexOf(line.charAt(end)) < 0) {
      if (line.charAt(end) == '@') {
        at = end;
      }
      end++;
    }
    while (end > from && (line.charAt(end - 1) == '.' || line.charAt(end - 1) == '?')) {
      end--;
    }
    if (at <= from || at >= end - 1 || line.startsWith("http", from)) {
      return null;
    }
    return line.substring(from, end);
  }

  /** The host that a line names as the one that replied, or null. */
  static @Nullable String host(String line, String lower) {
    int bracket = line.indexOf('[');
    for (int tries = 0; bracket >= 0 && tries < 6; tries++) {
      if (isAddressLiteral(line, bracket + 1)) {
        String host = hostBefore(line, bracket);
        if (host != null) {
          return host;
        }
      }
      bracket = line.indexOf('[', bracket + 1);
    }
    for (String lead : HOST_LEADS) {
      int at = lower.indexOf(lead);
      for (int tries = 0; at >= 0 && tries < 3; tries++) {
        String host = hostAt(line, at + lead.length());
        if (host != null) {
          return host;
        }
        at = lower.indexOf(lead, at + 1);
      }
    }
    int paren = lower.indexOf(" (");
    return paren > 0 && isAddressLiteral(line, paren + 2) ? hostBefore(line, paren) : null;
  }

  private static boolean isAddressLiteral(String line, int at) {
    return at + 3 < line.length()
        && (CodeReader.isDigit(line.charAt(at))
            || line.startsWith("IPv6", at)
            || (Character.digit(line.charAt(at), 16) >= 0 && isNear(line, ':', at))
            || line.startsWith("private/", at));
  }

  private static boolean isNear(String line, char sign, int at) {
    int found = line.indexOf(sign, at);
    return found > 0 && found - at < 5;
  }

  private static @Nullable String hostBefore(String line, int end) {
    int to = end;
    while (to > 0 && line.charAt(to - 1) == ' ') {
      to--;
    }
    int from = to;
    while (from > 0 && to - from < 255 && isHostPart(line.charAt(from - 1))) {
      from--;
    }
    if (line.regionMatches(true, Math.max(0, from - 5), "from ", 0, 5)) {
      return null;
    }
    return hostAt(line, from);
  }

  /** The host name that begins here, or null if none does; an IP address is none. */
  static @Nullable String hostAt(String line, int from) {
    int end = from;
    boolean letter = false;
    int dots = 0;
    while (end < line.length() && end - from < 255 && isHostPart(line.charAt(end))) {
      letter |= Character.isLetter(line.charAt(end));
      dots += line.charAt(end) == '.' ? 1 : 0;
      end++;
    }
    while (end > from && line.charAt(end - 1) == '.') {
      end--;
      dots--;
    }
    return letter && dots > 0 && (end == line.length() || line.charAt(end) != '@')
        ? line.substring(from, end).toLowerCase(Locale.ROOT)
        : null;
  }

  private static boolean isHostPart(char c) {
    return c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c);
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
