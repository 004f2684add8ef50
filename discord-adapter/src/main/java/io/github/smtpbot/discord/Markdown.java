package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Visible;

/**
 * Turns plain text, whoever wrote it, into Discord markdown that shows that text and does nothing
 * else: no markup, no link, no mention, no emoji, no timestamp.
 */
final class Markdown {

  private static final String ELLIPSIS = "…";
  private static final char ZERO_WIDTH_SPACE = '\u200b';

  /** Looks like a backtick, but opens and closes nothing. */
  private static final char INERT_BACKTICK = '\u02cb';

  /** How far back a cut looks for the end of a word. */
  private static final int WORD = 24;

  private Markdown() {}

  /** The whole text, on one line. */
  static String escape(String text) {
    return escape(text, Integer.MAX_VALUE);
  }

  /**
   * As much of the text as gives at most {@code max} characters, on one line; cut at the end of a
   * word where one is near, with an ellipsis. Empty if not even that fits.
   */
  static String escape(String text, int max) {
    StringBuilder out = new StringBuilder();
    int wordEnd = 0;
    int cut = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c)) {
        wordEnd = out.length();
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (Visible.is(c)) {
        append(out, c, text, i);
      }
      if (out.length() <= max - ELLIPSIS.length()) {
        cut = out.length();
      }
      if (out.length() > max) {
        int end = wordEnd > 0 && wordEnd <= cut && cut - wordEnd < WORD ? wordEnd : cut;
        out.setLength(end);
        return end == 0 ? "" : out.append(ELLIPSIS).toString();
      }
    }
    return out.toString().stripTrailing();
  }

  private static void append(StringBuilder out, int c, String text, int next) {
    boolean first = out.length() == 0;
    switch (c) {
      case '\\', '*', '_', '~', '`', '|', '[', ']' -> out.append('\\').append((char) c);
      // <@1>, <#1>, <:name:1>, <t:1>, </command:1>, <https://…>, <mailto:…>
      case '<' -> out.append("\\<").append(ZERO_WIDTH_SPACE);
      case '@' -> {
        out.append('@');
        if (text.regionMatches(true, next, "everyone", 0, 8)
            || text.regionMatches(true, next, "here", 0, 4)) {
          out.append(ZERO_WIDTH_SPACE);
        }
      }
      // :emoji:, https://…
      case ':' -> {
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
          out.append('\\');
        }
        out.append(':');
      }
      // What opens a heading, a list, small print or a quotation at the start of a line.
      case '#', '-', '+', '>' -> out.append(first ? "\\" : "").append((char) c);
      // An ordered list.
      case '.', ')' -> {
        boolean ends = next == text.length() || Character.isWhitespace(text.charAt(next));
        out.append(ends && isNumber(out) ? "\\" : "").append((char) c);
      }
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean isNumber(CharSequence text) {
    return text.length() > 0 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The text in bold; empty if there is nothing to see in it. */
  static String bold(String text) {
    String escaped = escape(text);
    return escaped.isEmpty() ? "" : "**" + escaped + "**";
  }

  /** A code or another word that stands out; anything that cannot be shown so is escaped only. */
  static String code(String text) {
    boolean plain =
        !text.isBlank()
            && text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '`' && c != '\\');
    return plain ? "`" + text + "`" : escape(text);
  }

  /** One line of a code block, which it cannot end. As long as the line or shorter. */
  static String inCodeBlock(String line) {
    StringBuilder out = new StringBuilder(line.length());
    line.codePoints()
        .filter(c -> Visible.is(c) || c == '\t')
        .map(c -> c == '`' ? INERT_BACKTICK : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** What {@link #inCodeBlock} was given, but for invisible characters. */
  static String outOfCodeBlock(String line) {
    return line.replace(INERT_BACKTICK, '`');
  }
}
