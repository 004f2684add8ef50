package io.github.smtpbot.question;

import java.util.List;

/**
 * Tells by its form a line that a program logged: it begins with a time, or names a process by its
 * number, {@code postfix/smtpd[550]:}. Most of its numbers are of processes, ports and queues, so
 * none of them is asked about.
 */
final class LogForm {

  /** The shapes of a time at the beginning of a line; {@code 0} is a digit, {@code a} a letter. */
  private static final List<String> TIMES =
      List.of("0000-00-00t00:00:", "0000-00-00 00:00:", "aaa 00 00:00:00 ", "aaa 0 00:00:00 ");

  private LogForm() {}

  static boolean is(String clean) {
    for (String time : TIMES) {
      if (begins(clean, time)) {
        return true;
      }
    }
    return isOfContainer(clean) || namesProcess(clean);
  }

  /** {@code mail_1 | 2025-03-02T11:22:33Z}: the container that logs, and a time. */
  private static boolean isOfContainer(String clean) {
    int bar = clean.indexOf('|');
    int name = clean.indexOf(' ');
    return name > 0
        && name < bar
        && clean.substring(name, bar).isBlank()
        && TIMES.stream().anyMatch(time -> begins(clean.substring(bar + 1).stripLeading(), time));
  }

  private static boolean begins(String text, String shape) {
    // A day of one digit is set right.
    int at = 0;
    for (int i = 0; i < shape.length(); i++, at++) {
      if (at >= text.length() || !fits(text.charAt(at), shape.charAt(i))) {
        return false;
      }
      while (shape.charAt(i) == ' ' && at + 1 < text.length() && text.charAt(at + 1) == ' ') {
        at++;
      }
    }
    return true;
  }

  private static boolean fits(char c, char shape) {
    return switch (shape) {
      case '0' -> c >= '0' && c <= '9';
      case 'a' -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      case 't' -> c == 'T';
      default -> c == shape;
    };
  }

  /** A name, digits in brackets, a colon. */
  private static boolean namesProcess(String text) {
    for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
      int end = open + 1;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      boolean named = open > 0 && Character.isLetter(text.charAt(open - 1));
      if (named && end > open + 1 && text.startsWith("]:", end)) {
        return true;
      }
    }
    return false;
  }
}
