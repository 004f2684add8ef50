package io.github.smtpbot.catalog;

/**
 * Finds the quoted local part of an address, {@code "john 5.1.1"@example.com}: whatever stands in
 * it is a name, no code. Looks no further than a local part may reach (RFC 5321 section 4.5.3.1.1).
 */
public final class QuotedLocalPart {

  /** 64 octets, and the marks around them with a backslash each. */
  private static final int LONGEST = 68;

  private QuotedLocalPart() {}

  /**
   * Where the at sign stands behind the quoted local part that is opened here.
   *
   * @param at the place of a quotation mark, or of anything else
   * @return -1 if none is opened
   */
  public static int end(CharSequence text, int at) {
    if (at >= text.length() || text.charAt(at) != '"') {
      return -1;
    }
    // Where all of the text is quoted, the marks within it are escaped, both or neither.
    boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
    int limit = Math.min(text.length(), at + LONGEST);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '"' && escaped)) {
        return -1;
      }
      boolean mark = i + 1 < limit && text.charAt(i + 1) == '"';
      if (c == '"' || (c == '\\' && escaped && mark)) {
        int behind = c == '"' ? i + 1 : i + 2;
        return isSign(text, behind) ? behind : -1;
      }
      i += c == '\\' ? 1 : 0;
    }
    return -1;
  }

  /** Whether a place lies within a quoted local part. */
  public static boolean holds(CharSequence text, int at) {
    for (int i = at - 1; i >= 0 && at - i < LONGEST; i--) {
      if (text.charAt(i) == '"') {
        return end(text, i) > at;
      }
    }
    return false;
  }

  private static boolean isSign(CharSequence text, int at) {
    return at < text.length() && text.charAt(at) == '@';
  }
}
