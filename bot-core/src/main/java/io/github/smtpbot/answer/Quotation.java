package io.github.smtpbot.answer;

import org.jspecify.annotations.Nullable;

/** Makes pasted words fit to be quoted: one line, addresses masked, nothing that acts unseen. */
final class Quotation {

  /** How much is quoted, in characters. */
  static final int MAX = 300;

  private Quotation() {}

  /** At most {@link #MAX} characters. Quoting a quotation changes nothing. */
  static String of(String text) {
    return of(text, MAX);
  }

  /** At most so many characters; masked before it is cut, as half an address is not known by. */
  static String of(String text, int limit) {
    return Clip.to(line(text), limit);
  }

  /**
   * The same of what a report says of one recipient, whose name it need not show with the address.
   *
   * @param recipient their address, or null
   */
  static String of(String text, @Nullable String recipient) {
    return Clip.to(line(text, recipient), MAX);
  }

  /** The whole text on one line. */
  static String line(String text) {
    return line(text, null);
  }

  /** The whole text on one line, its addresses such that they can be told apart. */
  static String marked(String text, @Nullable String recipient) {
    return Mask.everythingApart(visible(text), recipient);
  }

  private static String line(String text, @Nullable String recipient) {
    return Mask.everything(visible(text), recipient);
  }

  /** The whole text on one line, without what acts unseen. */
  private static String visible(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = line.length() > 0;
      } else if (Visible.is(c)) {
        line.append(space ? " " : "").appendCodePoint(c);
        space = false;
      }
    }
    return line.toString();
  }
}
