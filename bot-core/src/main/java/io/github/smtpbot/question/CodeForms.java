package io.github.smtpbot.question;

/**
 * Brings the forms in which people write codes to the plain one: {@code 550/5.7.1}, {@code
 * 550:5.7.1} and {@code 550.5.7.1} to {@code 550 5.7.1}; {@code 5,7,1}, {@code 5-7-1} and {@code 5
 * 7 1} to {@code 5.7.1}. Linear in the text.
 */
final class CodeForms {

  private static final String JOINTS = "./:-_=";

  private CodeForms() {}

  static String plain(String clean) {
    StringBuilder plain = new StringBuilder(clean.length());
    int i = 0;
    while (i < clean.length()) {
      boolean begins = isDigit(clean, i) && !continues(clean, i);
      int end = begins ? endOfListed(clean, i) : -1;
      if (end > 0) {
        plain.append(clean, i, end);
        for (int at = plain.length() - (end - i); at < plain.length(); at++) {
          if (",- ".indexOf(plain.charAt(at)) >= 0) {
            plain.setCharAt(at, '.');
          }
        }
        i = end;
      } else if (begins && isReply(clean, i)) {
        plain.append(clean, i, i + 3).append(' ');
        i += 4;
      } else {
        plain.append(clean.charAt(i++));
      }
    }
    return plain.toString();
  }

  /** Whether the digit goes on with what stands before it: a longer number, an address. */
  private static boolean continues(String text, int i) {
    if (i == 0) {
      return false;
    }
    char before = text.charAt(i - 1);
    return isDigit(text, i - 1) || (".,-:/".indexOf(before) >= 0 && isDigit(text, i - 2));
  }

  /** Three digits, a joint, and an enhanced status code that nothing goes on with. */
  private static boolean isReply(String text, int i) {
    boolean code = isDigit(text, i + 1) && isDigit(text, i + 2) && !isDigit(text, i + 3);
    if (!code || i + 4 >= text.length() || JOINTS.indexOf(text.charAt(i + 3)) < 0) {
      return false;
    }
    return endOfEnhanced(text, i + 4, '.') > 0;
  }

  /** Where {@code 5,7,1} or {@code 5-7-1} ends; -1 if none begins here. */
  private static int endOfListed(String text, int i) {
    int end = endOfEnhanced(text, i, ',');
    if (end < 0 && (i == 0 || followsReplyCode(text, i))) {
      end = endOfEnhanced(text, i, ' ');
    }
    return end > 0 ? end : endOfEnhanced(text, i, '-');
  }

  /** Elsewhere three numbers with spaces between them are anybody's. */
  private static boolean followsReplyCode(String text, int i) {
    return i >= 4
        && text.charAt(i - 1) == ' '
        && isDigit(text, i - 2)
        && isDigit(text, i - 3)
        && isDigit(text, i - 4)
        && !isDigit(text, i - 5);
  }

  private static int endOfEnhanced(String text, int i, char joint) {
    boolean known = i < text.length() && "245".indexOf(text.charAt(i)) >= 0;
    if (!known || i + 1 >= text.length() || text.charAt(i + 1) != joint) {
      return -1;
    }
    int subject = endOfDigits(text, i + 2, joint == '.' ? 3 : 1);
    if (subject < 0 || subject >= text.length() || text.charAt(subject) != joint) {
      return -1;
    }
    int end = endOfDigits(text, subject + 1, joint == '.' ? 4 : 3);
    boolean goesOn =
        end < 0
            || isDigit(text, end)
            || (end + 1 < text.length() && text.charAt(end) == joint && isDigit(text, end + 1));
    return goesOn ? -1 : end;
  }

  private static int endOfDigits(String text, int from, int most) {
    int end = from;
    while (end < from + most && isDigit(text, end)) {
      end++;
    }
    return end == from ? -1 : end;
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }
}
