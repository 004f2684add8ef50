package io.github.smtpbot.slack;

import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Visible;

/**
 * Makes text harmless for Slack: nothing in it is a mention, a link, an emoji or a format, and
 * nothing hides or turns around what stands beside it. All methods take linear time.
 */
final class Inert {

  private Inert() {}

  /**
   * Text for a {@code plain_text} or {@code rich_text} element, which Slack does not parse.
   *
   * @param text of any content
   * @param limit how many characters at the most; what is longer is cut at a word and ends with an
   *     ellipsis
   */
  static String plain(String text, int limit) {
    return Clip.to(visible(text), limit);
  }

  /**
   * Text for the {@code text} of a message, which Slack parses, or for a part of a {@code mrkdwn}
   * object.
   *
   * @param text of any content
   * @param limit how many characters at the most, counted after escaping
   */
  static String escaped(String text, int limit) {
    String shown = plain(text, limit);
    String escaped = escape(shown);
    while (escaped.length() > limit) {
      shown = Clip.to(shown, Math.max(1, shown.length() - (escaped.length() - limit)));
      escaped = escape(shown);
    }
    return escaped;
  }

  /** Whether Slack shows this text the same in {@code mrkdwn} as in {@code plain_text}. */
  static boolean isHarmless(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("*_~`<>&@#|".indexOf(c) >= 0) {
        return false;
      }
      if (c == ':') {
        // An emoji is a word between two colons.
        if (inWord) {
          return false;
        }
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        inWord = false;
      }
    }
    return true;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Without what acts unseen; ends of lines and tabs stay. */
  private static String visible(String text) {
    // Most text is harmless already and need not be copied.
    int kept = 0;
    while (kept < text.length()) {
      char c = text.charAt(kept);
      if (c >= ' ' && c <= '~') {
        kept++;
      } else if (isKept(text.codePointAt(kept))) {
        kept += Character.charCount(text.codePointAt(kept));
      } else {
        break;
      }
    }
    if (kept == text.length()) {
      return text.strip();
    }
    StringBuilder shown = new StringBuilder(text.length()).append(text, 0, kept);
    text.substring(kept)
        .codePoints()
        .map(c -> isEndOfLine(c) ? '\n' : c)
        .filter(Inert::isKept)
        .forEach(shown::appendCodePoint);
    return shown.toString().strip();
  }

  private static boolean isKept(int c) {
    return c == '\n' || c == '\t' || Visible.is(c);
  }

  private static boolean isEndOfLine(int c) {
    return c == '\u2028' || c == '\u2029';
  }
}
