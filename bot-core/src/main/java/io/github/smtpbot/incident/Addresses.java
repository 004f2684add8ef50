package io.github.smtpbot.incident;

import java.util.Locale;

/** Takes addresses of a log apart. */
final class Addresses {

  private static final int LONGEST_DOMAIN = 255;

  private Addresses() {}

  /** The domain in lower case; empty if the address has none, or a longer one than there is. */
  static String domain(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0 || address.length() - at > LONGEST_DOMAIN) {
      return "";
    }
    int end = address.length();
    while (end > at + 1 && !isInDomain(address.charAt(end - 1))) {
      end--;
    }
    return address.substring(at + 1, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInDomain(char c) {
    return c > 0x7f || c == ']' || Character.isLetterOrDigit(c);
  }
}
