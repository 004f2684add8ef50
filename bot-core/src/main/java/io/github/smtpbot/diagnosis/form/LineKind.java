package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import java.util.Locale;
import java.util.Set;

/** Tells by its beginning what kind of line a line is. Linear in the line. */
final class LineKind {

  private static final Set<String> VERBS =
      Set.of(
          "EHLO",
          "HELO",
          "LHLO",
          "MAIL",
          "RCPT",
          "DATA",
          "BDAT",
          "RSET",
          "NOOP",
          "QUIT",
          "VRFY",
          "EXPN",
          "HELP",
          "STARTTLS",
          "AUTH",
          "ETRN",
          "XCLIENT",
          ".");

  /** What programs write in brackets at the beginning of a line of their logs. */
  private static final Set<String> LEVELS =
      Set.of("DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "CRIT", "FATAL", "PROTOCOL");

  /** A line that only names a recipient is not longer. */
  private static final int LONGEST_NAMING = 300;

  /** {@code 5.123.1234}. */
  private static final int LONGEST_STATUS = 10;

  private LineKind() {}

  static Kind kindOf(String line) {
    if (!codeOf(line).isEmpty()) {
      return Kind.CODE;
    }
    if (isRecipient(line)) {
      return Kind.RECIPIENT;
    }
    if (isLog(line)) {
      return Kind.LOG;
    }
    if (isCommand(line)) {
      return Kind.CLIENT;
    }
    return isField(line) ? Kind.FIELD : Kind.PROSE;
  }

  static boolean isVerb(String line) {
    int end = 0;
    while (end < line.length() && end < 9 && line.charAt(end) != ' ' && line.charAt(end) != '<') {
      end++;
    }
    String verb = line.substring(0, end).toUpperCase(Locale.ROOT).replace("'", "");
    return VERBS.contains(verb);
  }

  private static boolean isCommand(String line) {
    return line.length() < 300
        && (line.regionMatches(true, 0, "RCPT TO:", 0, 8)
            || line.regionMatches(true, 0, "MAIL FROM:", 0, 10)
            || line.equals("DATA")
            || line.equals("QUIT")
            || line.equals("RSET")
            || line.equals("STARTTLS")
            || line.startsWith("EHLO ")
            || line.startsWith("HELO ")
            || isLogin(line));
  }

  /** {@code AUTH PLAIN AGEAYg==}: the mechanism, and at most one word more. */
  private static boolean isLogin(String line) {
    int mechanism = line.startsWith("AUTH ") ? line.indexOf(' ', 5) : -1;
    return line.startsWith("AUTH ") && (mechanism < 0 || line.indexOf(' ', mechanism + 1) < 0);
  }

  /** The three digits with which a line begins, if it is a reply; else empty. */
  static String codeOf(String line) {
    if (line.length() < 4
        || line.charAt(0) < '2'
        || line.charAt(0) > '5'
        || !CodeReader.isDigit(line.charAt(1))
        || !CodeReader.isDigit(line.charAt(2))) {
      return "";
    }
    char next = line.charAt(3);
    return next == ' ' || next == '-' || next == ':' ? line.substring(0, 3) : "";
  }

  /** The enhanced status code with which a line begins; empty if it begins with none. */
  static String enhancedOf(String line) {
    int at = 0;
    int dots = 0;
    while (at < line.length()
        && at < LONGEST_STATUS
        && (CodeReader.isDigit(line.charAt(at)) || line.charAt(at) == '.')) {
      dots += line.charAt(at) == '.' ? 1 : 0;
      at++;
    }
    boolean whole = at < line.length() && line.charAt(at) == ' ';
    return dots == 2 && whole && "245".indexOf(line.charAt(0)) >= 0 ? line.substring(0, at) : "";
  }

  /** {@code <a@b>:}, {@code a@b:}, {@code a@b}, and Exim's {@code a@b (generated from …)} not. */
  private static boolean isRecipient(String line) {
    int at = line.indexOf('@');
    if (at < 0 || line.length() > LONGEST_NAMING) {
      return false;
    }
    int end = line.length();
    if (line.charAt(end - 1) == ':') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c <= ' ' || (c == '=' && i + 1 < end && line.charAt(i + 1) == '<')) {
        return false;
      }
    }
    return at > 0 && at < end - 1;
  }

  /** Whether it begins with a level, or a time of day stands within the first characters. */
  private static boolean isLog(String line) {
    int close = line.startsWith("[") ? line.indexOf("] ") : -1;
    if (close > 0 && LEVELS.contains(line.substring(1, close))) {
      return true;
    }
    int limit = Math.min(line.length() - 7, 32);
    for (int i = 0; i < limit; i++) {
      if (line.charAt(i + 2) == ':'
          && line.charAt(i + 5) == ':'
          && CodeReader.isDigit(line.charAt(i + 1))
          && CodeReader.isDigit(line.charAt(i + 3))
          && CodeReader.isDigit(line.charAt(i + 4))
          && CodeReader.isDigit(line.charAt(i + 6))) {
        return !line.startsWith("Date:") && !line.startsWith("Arrival-Date:");
      }
    }
    return line.startsWith("@4000000");
  }

  private static boolean isField(String line) {
    int colon = line.indexOf(':');
    if (colon < 4 || colon > 40 || (colon + 1 < line.length() && line.charAt(colon + 1) == '/')) {
      return false;
    }
    boolean dash = false;
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c == '-') {
        dash = true;
      } else if (!Character.isLetter(c)) {
        return false;
      }
    }
    return dash || line.startsWith("Action:") || line.startsWith("Status:");
  }

  /** {@code a@b: what happened}, a line for each recipient. */
  static boolean namesRecipient(String line) {
    int colon = line.indexOf(": ");
    return colon > 3
        && colon < 300
        && line.indexOf('@') > 0
        && line.indexOf('@') < colon
        && line.lastIndexOf(' ', colon - 1) < 0;
  }
}
