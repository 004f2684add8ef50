package io.github.smtpbot.incident;

import java.util.Arrays;

/**
 * Writes a reply without what differs from message to message: numbers, addresses, hosts and queue
 * ids. Replies of one shape are diagnosed once. Codes stay, and so does whatever the catalog tells
 * replies apart by. One pass over the text. Not thread-safe.
 */
final class ReplyShape {

  /** What ends a word: spaces and these, by their number. */
  private static final boolean[] BETWEEN = new boolean[0x80];

  static {
    Arrays.fill(BETWEEN, 0, ' ' + 1, true);
    for (char c : "()[]<>{}\"',;:=|".toCharArray()) {
      BETWEEN[c] = true;
    }
  }

  private static final char ADDRESS = '@';
  private static final char HOST = '~';
  private static final char NUMBER = '#';

  private final KnownSigns signs;
  private final StringBuilder shape = new StringBuilder(256);

  ReplyShape(KnownSigns signs) {
    this.signs = signs;
  }

  /**
   * The shape of a reply, and what else tells it from others.
   *
   * @param host what is known of who gave it
   * @param result the place of what became of the message
   */
  String of(String reply, String host, int result) {
    shape.setLength(0);
    read(reply);
    return shape.append('\0').append(host).append('\0').append(result).toString();
  }

  private void read(String reply) {
    int at = 0;
    while (at < reply.length()) {
      char c = reply.charAt(at);
      if (c == ':' && isAfterNumber()) {
        at = endOfAddress(reply, at);
      } else if (isBetween(c)) {
        shape.append(c);
        at++;
      } else {
        int end = at + 1;
        while (end < reply.length() && !isBetween(reply.charAt(end))) {
          end++;
        }
        word(reply, at, end);
        at = end;
      }
    }
  }

  private boolean isAfterNumber() {
    return !shape.isEmpty() && shape.charAt(shape.length() - 1) == NUMBER;
  }

  /** Where an IPv6 address, or a time, ends of which the first number was read. */
  private static int endOfAddress(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ':' || isHex(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c == '.' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isBetween(char c) {
    return c < 0x80 && BETWEEN[c];
  }

  private void word(String text, int from, int to) {
    int end = to;
    while (end > from && isStop(text.charAt(end - 1))) {
      end--;
    }
    int start = codes(text, from, end);
    if (start < end) {
      told(text, start, end);
    }
    shape.append(text, end, to);
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  /** Copies the codes at the beginning of a word, and says where they end. */
  private int codes(String text, int from, int end) {
    int at = from;
    if (isReplyCode(text, at, end)) {
      at += 3;
      if (at < end) {
        at++;
      }
    }
    int enhanced = endOfEnhanced(text, at, end);
    int copied = enhanced == end ? end : at;
    shape.append(text, from, copied);
    return copied;
  }

  /** Three digits that stand alone, or before a hyphen. */
  private static boolean isReplyCode(String text, int at, int end) {
    return end - at >= 3
        && text.charAt(at) >= '2'
        && text.charAt(at) <= '5'
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at + 2))
        && (end - at == 3 || text.charAt(at + 3) == '-');
  }

  /** Where an enhanced status code ends that begins here; -1 if none does. */
  private static int endOfEnhanced(String text, int at, int end) {
    int i = at;
    for (int number = 0; number < 3; number++) {
      int digits = 0;
      while (i < end && isDigit(text.charAt(i))) {
        i++;
        digits++;
      }
      if (digits == 0 || digits > 3 || (number < 2 && (i >= end || text.charAt(i++) != '.'))) {
        return -1;
      }
    }
    return i;
  }

  private void told(String text, int from, int end) {
    boolean digit = false;
    boolean sign = false;
    boolean slash = false;
    boolean dot = false;
    int letters = 0;
    boolean onlyLetters = true;
    int firstDigit = -1;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        firstDigit = digit ? firstDigit : i;
        digit = true;
      }
      sign |= c == '@';
      slash |= c == '/';
      dot |= c == '.';
      onlyLetters &= isLetter(c);
      letters += onlyLetters ? 1 : 0;
    }
    if (sign) {
      host(text, text.lastIndexOf('@', end - 1) + 1, end, ADDRESS);
    } else if (slash) {
      // A link: what tells a page from others comes before the numbers.
      shape.append(text, from, digit ? firstDigit : end);
      if (digit) {
        shape.append(NUMBER);
      }
    } else if (digit && signs.isSign(text.substring(from, end), letters)) {
      shape.append(text, from, end);
    } else if (dot && isLetter(text.charAt(end - 1))) {
      host(text, from, end, HOST);
    } else if (digit) {
      shape.append(NUMBER);
    } else {
      shape.append(text, from, end);
    }
  }

  /** Of a host, what the catalog knows a provider by. */
  private void host(String text, int from, int end, char instead) {
    shape.append(instead).append(signs.ending(text.substring(from, end)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
