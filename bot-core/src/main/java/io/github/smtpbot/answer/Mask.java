package io.github.smtpbot.answer;

/**
 * Hides whose address it is in text that others may see: {@code somebody@example.com} becomes
 * {@code s…@example.com}.
 */
public final class Mask {

  private Mask() {}

  /**
   * Masks the local part of every address.
   *
   * @param text any text; the work is linear in its length
   */
  public static String addresses(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > copied && isLocalPart(text.charAt(start - 1))) {
        start--;
      }
      boolean address = start < at && at + 1 < text.length() && isDomain(text.charAt(at + 1));
      if (address) {
        masked.append(text, copied, start);
        masked.appendCodePoint(text.codePointAt(start)).append("…@");
        copied = at + 1;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isLocalPart(char c) {
    return Character.isLetterOrDigit(c)
        || ".!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0
        || Character.isSurrogate(c);
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '[' || Character.isSurrogate(c);
  }
}
