package io.github.smtpbot.answer;

/** Finds what parts a local part from its domain: {@code @}, however it is written. */
final class AtSign {

  /** RFC 5321 §4.5.3.1.2. */
  private static final int LONGEST_DOMAIN = 255;

  private static final int SHORTEST_NAME = 3;

  private AtSign() {}

  /** How many characters write an at sign here; 0 if none does. Looks ahead a little. */
  static int length(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    return switch (text.charAt(at)) {
      // The last two are its wide and its small form.
      case '@', '\uff20', '\ufe6b' -> 1;
      case '%' -> escaped(text, at);
      // xtext, quoted-printable: a sign only before a domain, as "size=40" is none.
      case '+', '=' -> is(text, at + 1, "40") && isDomain(text, at + 3) ? 3 : 0;
      case '&' ->
          is(text, at, "&#64;") ? 5 : is(text, at, "&#x40;") ? 6 : is(text, at, "&commat;") ? 8 : 0;
      case '\\' -> is(text, at + 1, "u0040") ? 6 : is(text, at + 1, "x40") ? 4 : 0;
      default -> 0;
    };
  }

  /** In a URL, or in a URL within a URL. */
  private static int escaped(String text, int at) {
    int length = is(text, at, "%40") ? 3 : is(text, at, "%2540") ? 5 : 0;
    int next = at + length;
    return next == text.length() || isBeginning(text.charAt(next)) || text.charAt(next) == '%'
        ? length
        : 0;
  }

  private static boolean is(String text, int at, String written) {
    return text.regionMatches(true, at, written, 0, written.length());
  }

  private static boolean isBeginning(char c) {
    return c == '[' || c > 0x7f || isLetter(c) || isDigit(c);
  }

  /** Whether a domain begins here: not a number, nor a number and its unit. */
  private static boolean isDomain(String text, int from) {
    if (from >= text.length() || !isBeginning(text.charAt(from))) {
      return false;
    }
    char first = text.charAt(from);
    if (!isLetter(first) && !isDigit(first)) {
      return true;
    }
    int end = from;
    while (end < text.length() && end - from < LONGEST_DOMAIN && isInDomain(text.charAt(end))) {
      end++;
    }
    // A full stop may end the sentence.
    while (text.charAt(end - 1) == '.') {
      end--;
    }
    String domain = text.substring(from, end);
    String last = domain.substring(domain.lastIndexOf('.') + 1);
    return last.length() < domain.length()
        ? last.length() > 1 && !isDigit(last.charAt(0))
        : isLetter(first) && last.length() >= SHORTEST_NAME;
  }

  private static boolean isInDomain(char c) {
    return (isBeginning(c) && c != '[') || c == '-' || c == '.';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
