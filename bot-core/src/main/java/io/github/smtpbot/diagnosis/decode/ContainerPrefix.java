package io.github.smtpbot.diagnosis.decode;

import java.util.Locale;

/**
 * Takes off what the log of a container puts before each line of the program in it: {@code mail_1 |
 * 2025-03-02T11:22:33Z}, {@code [pod/mail-0/postfix]}, {@code 2025-03-02T11:22:33Z stdout F}; and
 * the time before a bare reply. A log line of the program itself stays as it is. Linear in the
 * text.
 */
final class ContainerPrefix {

  /** No container's name is longer. */
  private static final int LONGEST_NAME = 120;

  /** The shape of a time to the second; {@code 0} is a digit. */
  private static final String SECOND = "0000-00-00t00:00:00";

  /** What a container's runtime writes behind the time: the stream, and whether a line is whole. */
  private static final String[] STREAMS = {"stdout f ", "stdout p ", "stderr f ", "stderr p "};

  private ContainerPrefix() {}

  /** The text without such prefixes. */
  static String strip(String text) {
    if (text.indexOf('|') < 0 && text.indexOf("[pod/") < 0 && text.indexOf(':') < 0) {
      return text;
    }
    StringBuilder out = null;
    int copied = 0;
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      int end = prefixEnd(text, from, to);
      if (end > from) {
        out = out == null ? new StringBuilder(text.length()) : out;
        out.append(text, copied, from);
        copied = end;
      }
      from = to + 1;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  /** Where the prefix of a line ends; its beginning if it has none. */
  private static int prefixEnd(String text, int from, int to) {
    int named = nameEnd(text, from, to);
    int timed = timeEnd(text, named, to);
    if (timed < 0) {
      return named;
    }
    String next = text.substring(timed, Math.min(to, timed + 9)).toLowerCase(Locale.ROOT);
    for (String stream : STREAMS) {
      if (next.startsWith(stream)) {
        return timed + stream.length();
      }
    }
    return named > from || isReply(text, timed, to) ? timed : from;
  }

  /** Where the name of a container ends, and what parts it from its line. */
  private static int nameEnd(String text, int from, int to) {
    if (text.startsWith("[pod/", from)) {
      int close = text.indexOf("] ", from);
      return close > 0 && close < to && close - from < LONGEST_NAME ? close + 2 : from;
    }
    int end = from;
    while (end < to && end - from < LONGEST_NAME && isOfName(text.charAt(end))) {
      end++;
    }
    int bar = end;
    while (bar < to && text.charAt(bar) == ' ' && bar - end < LONGEST_NAME) {
      bar++;
    }
    if (end == from || bar == end || bar + 1 >= to || text.charAt(bar) != '|') {
      return from;
    }
    int after = text.charAt(bar + 1) == ' ' ? bar + 2 : bar + 1;
    return isNumbered(text, from, end) || timeEnd(text, after, to) > 0 ? after : from;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || "_.-/".indexOf(c) >= 0;
  }

  /** {@code mail_1}, {@code mail-1}: the first of the containers of a service. */
  private static boolean isNumbered(String text, int from, int end) {
    int at = end;
    while (at > from && isDigit(text.charAt(at - 1))) {
      at--;
    }
    return at < end && at - 1 > from && "_-".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** Where the time that stands here ends, and the space behind it; -1 if none does. */
  private static int timeEnd(String text, int from, int to) {
    int at = from;
    for (int i = 0; i < SECOND.length(); i++, at++) {
      if (at >= to || !fits(text.charAt(at), SECOND.charAt(i))) {
        return -1;
      }
    }
    while (at < to && (isDigit(text.charAt(at)) || ".,:Z+-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at < to && text.charAt(at) == ' ' ? at + 1 : -1;
  }

  private static boolean fits(char c, char shape) {
    return switch (shape) {
      case '0' -> isDigit(c);
      case 't' -> c == 'T' || c == ' ';
      default -> c == shape;
    };
  }

  /** A reply code, and what stands behind it on the lines of a reply. */
  private static boolean isReply(String text, int from, int to) {
    return from + 4 < to
        && text.charAt(from) >= '2'
        && text.charAt(from) <= '5'
        && isDigit(text.charAt(from + 1))
        && isDigit(text.charAt(from + 2))
        && " -".indexOf(text.charAt(from + 3)) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
