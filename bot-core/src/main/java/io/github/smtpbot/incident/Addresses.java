package io.github.smtpbot.incident;

import java.util.Locale;

/** Takes addresses of a log apart. */
final class Addresses {

  private static final int LONGEST_DOMAIN = 255;

  private Addresses() {}

  /** The domain in lower case; empty if the address has none, or one that can be none. */
  static String domain(String address) {
    int start = address.lastIndexOf('@') + 1;
    int end = address.length();
    while (end > start && !isLast(address.charAt(end - 1))) {
      end--;
    }
    if (start == 0 || end == start || end - start > LONGEST_DOMAIN) {
      return "";
    }
    for (int i = start; i < end; i++) {
      if (!isLast(address.charAt(i)) && ".-_:[".indexOf(address.charAt(i)) < 0) {
        return "";
      }
    }
    return address.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isLast(char c) {
    return c == ']' || (c < 0x80 ? isAsciiLetterOrDigit(c) : Character.isLetterOrDigit(c));
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
