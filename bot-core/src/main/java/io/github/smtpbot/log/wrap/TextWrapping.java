package io.github.smtpbot.log.wrap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the wrapping of one line that is not JSON, from left to right. */
final class TextWrapping {

  /** TAI is ahead of UTC by so many seconds, as multilog counts: without leap seconds. */
  private static final long TAI = (1L << 62) + 10;

  /** How far the name of a host or program may reach. */
  private static final int LONGEST_NAME = 255;

  private final String line;
  private final Dates dates;
  private final Names names;
  private int at;
  private @Nullable Instant time;
  private String host = "";
  private String program = "";

  TextWrapping(String line, Dates dates, Names names) {
    this.line = line;
    this.dates = dates;
    this.names = names;
  }

  @Nullable Instant time() {
    return time;
  }

  String host() {
    return host;
  }

  String program() {
    return program;
  }

  /** What is left. */
  String text() {
    return line.substring(at);
  }

  /** Whether there was a wrapping. */
  boolean read() {
    char first = line.charAt(0);
    if (first == '@') {
      return tai();
    }
    if (first == '<') {
      return priority();
    }
    return isDigit(first) ? iso() : first >= 'A' && first <= 'S' && bsd();
  }

  /** {@code <34>} before RFC 3164, or {@code <34>1 } before RFC 5424. */
  private boolean priority() {
    int end = line.indexOf('>');
    if (end < 2 || end > 4 || end + 1 >= line.length()) {
      return false;
    }
    at = end + 1;
    char next = line.charAt(at);
    if (next == '1' && at + 1 < line.length() && line.charAt(at + 1) == ' ') {
      at += 2;
      return rfc5424();
    }
    return isDigit(next) ? iso() : bsd();
  }

  private boolean rfc5424() {
    int start = at;
    if (line.startsWith("- ", at)) {
      at += 2;
    } else if (!isoTime() || !skip(' ')) {
      at = start;
      return false;
    }
    host = field();
    program = field();
    field();
    field();
    if (!structuredData()) {
      return false;
    }
    if (at < line.length() && line.charAt(at) == '\uFEFF') {
      at++;
    }
    return true;
  }

  /** The next field of RFC 5424; empty for {@code -}. */
  private String field() {
    int end = line.indexOf(' ', at);
    if (end < 0) {
      end = line.length();
    }
    String value = line.substring(at, end);
    at = Math.min(line.length(), end + 1);
    return value.equals("-") ? "" : value;
  }

  private boolean structuredData() {
    if (line.startsWith("-", at)) {
      at++;
    } else {
      boolean quoted = false;
      while (at < line.length()) {
        char c = line.charAt(at);
        if (quoted && c == '\\') {
          at++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == ' ' && line.charAt(at - 1) == ']') {
          break;
        }
        at++;
      }
    }
    at = Math.min(at, line.length());
    skip(' ');
    return true;
  }

  /** {@code Nov 27 10:00:01 host program[1]: text}, also with a year or a fraction of a second. */
  private boolean bsd() {
    int month = month(line, at);
    if (month == 0 || line.length() < at + 15 || line.charAt(at + 3) != ' ') {
      return false;
    }
    char tens = line.charAt(at + 4);
    int day = (tens == ' ' ? 0 : digit(tens) * 10) + digit(line.charAt(at + 5));
    if (day < 1 || day > 31 || line.charAt(at + 6) != ' ') {
      return false;
    }
    at += 7;
    int year = 0;
    if (line.charAt(at + 4) == ' ') {
      year = number(4);
      at += 5;
    }
    if (year < 0 || !clock()) {
      return false;
    }
    time = dates.local(year, month, day, hour, minute, second, nano);
    if (!skip(' ')) {
      return false;
    }
    tagged(false);
    return true;
  }

  /** {@code 2026-11-27T10:00:01.123+07:00} or {@code 2026-11-27 10:00:01}, and what follows it. */
  private boolean iso() {
    boolean bare = line.length() > at + 10 && line.charAt(at + 10) == ' ';
    if (!isoTime() || !skip(' ')) {
      return false;
    }
    if (!tagged(bare)) {
      kubernetes();
    }
    return true;
  }

  private int hour;
  private int minute;
  private int second;
  private int nano;

  private boolean isoTime() {
    int start = at;
    if (line.length() < at + 19
        || line.charAt(at + 4) != '-'
        || line.charAt(at + 7) != '-'
        || (line.charAt(at + 10) != 'T' && line.charAt(at + 10) != ' ')) {
      return false;
    }
    int year = number(4);
    at += 5;
    int month = number(2);
    at += 3;
    int day = number(2);
    at += 3;
    if (year < 1 || month < 1 || day < 1 || !clock()) {
      at = start;
      return false;
    }
    int offset = offset();
    time =
        offset == NO_OFFSET
            ? dates.local(year, month, day, hour, minute, second, nano)
            : dates.offset(year, month, day, hour, minute, second, nano, offset);
    return true;
  }

  private static final int NO_OFFSET = Integer.MAX_VALUE;

  /** {@code Z}, {@code +07:00}, {@code +0700} or {@code +0700}, in seconds. */
  private int offset() {
    if (at >= line.length()) {
      return NO_OFFSET;
    }
    if (line.charAt(at) == 'Z') {
      at++;
      return 0;
    }
    int sign = at;
    if (line.charAt(sign) == ' ' && sign + 5 < line.length()) {
      sign++;
    }
    char c = line.charAt(sign);
    if ((c != '+' && c != '-') || sign + 5 > line.length()) {
      return NO_OFFSET;
    }
    int before = at;
    at = sign + 1;
    int hours = number(2);
    at += 2;
    if (at < line.length() && line.charAt(at) == ':') {
      at++;
    }
    int minutes = at + 2 <= line.length() ? number(2) : -1;
    if (hours < 0 || minutes < 0 || hours > 18) {
      at = before;
      return NO_OFFSET;
    }
    at += 2;
    int seconds = hours * 3_600 + minutes * 60;
    return c == '-' ? -seconds : seconds;
  }

  /** {@code 10:00:01}, with a fraction or without. */
  private boolean clock() {
    if (line.length() < at + 8 || line.charAt(at + 2) != ':' || line.charAt(at + 5) != ':') {
      return false;
    }
    hour = number(2);
    at += 3;
    minute = number(2);
    at += 3;
    second = number(2);
    at += 2;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return false;
    }
    nano = 0;
    if (at + 1 < line.length()
        && (line.charAt(at) == '.' || line.charAt(at) == ',')
        && isDigit(line.charAt(at + 1))) {
      at++;
      int unit = 100_000_000;
      while (at < line.length() && isDigit(line.charAt(at))) {
        nano += unit * (line.charAt(at) - '0');
        unit /= 10;
        at++;
      }
    }
    return true;
  }

  /**
   * {@code host program[1]: text}.
   *
   * @param numbered whether only a program with its process id is one: after a bare date the words
   *     of a program may follow
   */
  private boolean tagged(boolean numbered) {
    int hostEnd = line.indexOf(' ', at);
    if (hostEnd <= at || hostEnd - at > LONGEST_NAME || line.charAt(hostEnd - 1) == ':') {
      return false;
    }
    int tag = hostEnd + 1;
    int end = tag;
    int most = Math.min(line.length(), tag + LONGEST_NAME);
    while (end < most && isOfName(line.charAt(end))) {
      end++;
    }
    if (end == tag || end == most) {
      return false;
    }
    int after = end;
    if (line.charAt(end) != '[' && numbered) {
      return false;
    }
    if (line.charAt(end) == '(') {
      return called(hostEnd, tag, end);
    }
    if (line.charAt(end) == '[') {
      after = line.indexOf(']', end);
      if (after < 0 || after - end > LONGEST_NAME) {
        return false;
      }
      after++;
    }
    if (after >= line.length() || line.charAt(after) != ':') {
      return false;
    }
    host = names.of(line, at, hostEnd);
    program = names.of(line, tag, end);
    at = after + 1;
    skip(' ');
    return true;
  }

  /** {@code deliver(anna): text}: what stands in the brackets belongs to the text. */
  private boolean called(int hostEnd, int tag, int open) {
    int close = line.indexOf("): ", open);
    if (close < 0 || close - open > LONGEST_NAME) {
      return false;
    }
    host = names.of(line, at, hostEnd);
    program = names.of(line, tag, open);
    at = tag;
    return true;
  }

  /** {@code stdout F }, as the container runtimes of Kubernetes write. */
  private void kubernetes() {
    if (line.startsWith("stdout F ", at) || line.startsWith("stderr F ", at)) {
      at += 9;
    }
  }

  /** {@code @} and a TAI64 or TAI64N label, as multilog writes. */
  private boolean tai() {
    int end = line.indexOf(' ');
    if (end != 17 && end != 25) {
      return false;
    }
    long label = 0;
    long fraction = 0;
    for (int i = 1; i < end; i++) {
      int value = Character.digit(line.charAt(i), 16);
      if (value < 0) {
        return false;
      }
      if (i <= 16) {
        label = label * 16 + value;
      } else {
        fraction = fraction * 16 + value;
      }
    }
    if (label < TAI || label - TAI > 1L << 40 || fraction > 999_999_999) {
      return false;
    }
    time = dates.at(label - TAI, (int) fraction);
    at = end + 1;
    return true;
  }

  /** 1 to 12, or 0 if no month is named there. */
  static int month(String text, int at) {
    if (at + 3 > text.length()) {
      return 0;
    }
    char one = text.charAt(at);
    char two = text.charAt(at + 1);
    char three = text.charAt(at + 2);
    if ((one | two | three) >= 0x80) {
      return 0;
    }
    return switch (one << 16 | two << 8 | three) {
      case 'J' << 16 | 'a' << 8 | 'n' -> 1;
      case 'F' << 16 | 'e' << 8 | 'b' -> 2;
      case 'M' << 16 | 'a' << 8 | 'r' -> 3;
      case 'A' << 16 | 'p' << 8 | 'r' -> 4;
      case 'M' << 16 | 'a' << 8 | 'y' -> 5;
      case 'J' << 16 | 'u' << 8 | 'n' -> 6;
      case 'J' << 16 | 'u' << 8 | 'l' -> 7;
      case 'A' << 16 | 'u' << 8 | 'g' -> 8;
      case 'S' << 16 | 'e' << 8 | 'p' -> 9;
      case 'O' << 16 | 'c' << 8 | 't' -> 10;
      case 'N' << 16 | 'o' << 8 | 'v' -> 11;
      case 'D' << 16 | 'e' << 8 | 'c' -> 12;
      default -> 0;
    };
  }

  private int number(int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = digit(line.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** The value of a digit, or a number so low that no sum with it is one. */
  private static int digit(char c) {
    return isDigit(c) ? c - '0' : -100;
  }

  private boolean skip(char c) {
    if (at < line.length() && line.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isOfName(char c) {
    return c > ' ' && c != '[' && c != ':' && c != '(' && c != '=' && c != '"' && c != '<';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
