package io.github.smtpbot.diagnosis.decode;

import org.jsoup.parser.Parser;

/**
 * Undoes what chats, mail clients and editors do to a text on its way: HTML entities, links, smart
 * quotes, full-width digits, invisible characters, foreign line ends. Linear in the text.
 */
final class PlainText {

  /** How far a link may reach: longer ones are left as they are. */
  private static final int LONGEST_LINK = 2_000;

  private PlainText() {}

  /** The text with plain characters and {@code \n} as its only line end. */
  static String clean(String text) {
    String plain = SpelledCode.inDigits(characters(text));
    if (plain.indexOf('&') >= 0 && plain.indexOf(';') >= 0) {
      plain = characters(Parser.unescapeEntities(plain, false));
    }
    plain = plain.contains("](http") ? markdownLinks(plain) : plain;
    return plain.indexOf('<') >= 0 ? links(plain) : plain;
  }

  private static String characters(String text) {
    int plain = plainUntil(text);
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x7f && c >= 0x20) {
        if (c == '`') {
          i = backticks(text, i, out);
        } else if (c == '*' && isEmphasis(text, i)) {
          i++;
        } else {
          out.append(c);
        }
      } else if (c == '\r') {
        if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        out.append('\n');
      } else if (c >= '\uff01' && c <= '\uff5e') {
        out.append((char) (c - 0xfee0));
      } else if (c == '\u2018' || c == '\u2019' || c == '\u201a' || c == '\u2032') {
        out.append('\'');
      } else if (c == '\u201c' || c == '\u201d' || c == '\u201e' || isQuote(c)) {
        out.append('"');
      } else if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
        out.append('-');
      } else if (isFrame(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        out.append(' ');
      } else if (Character.getType(c) != Character.FORMAT && c != '\ufffe') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Where the first character stands that may not be kept; the length if all are. */
  private static int plainUntil(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && (c < 0x20 || c >= 0x7f || c == '`' || c == '*')) {
        return i;
      }
    }
    return text.length();
  }

  /** A single backtick quotes; three fence. Returns the place of the last. */
  private static int backticks(String text, int from, StringBuilder out) {
    int at = from;
    while (at + 1 < text.length() && text.charAt(at + 1) == '`') {
      at++;
    }
    if (at == from) {
      out.append('"');
    }
    return at;
  }

  /** Whether Markdown's two asterisks begin or end here; Exim's stand between spaces. */
  private static boolean isEmphasis(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at + 1) != '*') {
      return false;
    }
    boolean spaceBefore = at == 0 || text.charAt(at - 1) <= ' ';
    boolean spaceAfter = at + 2 >= text.length() || text.charAt(at + 2) <= ' ';
    return spaceBefore != spaceAfter;
  }

  private static boolean isQuote(char c) {
    return c == '\u2033' || c == '\u00ab' || c == '\u00bb' || c == '\u300c' || c == '\u300d';
  }

  /** Frames of tables and trees, and the dots of lists. */
  private static boolean isFrame(char c) {
    return (c >= '\u2500' && c <= '\u257f') || c == '\u2022';
  }

  /** Markdown's {@code [shown](https://host/page)} becomes what was shown. */
  private static String markdownLinks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf("](http"); at >= 0; at = text.indexOf("](http", at + 1)) {
      int open = at < from ? -1 : lastOpening(text, from, at);
      int close = open < 0 ? -1 : closing(text, at + 2);
      if (close >= 0) {
        out.append(text, from, open).append(text, open + 1, at);
        from = close + 1;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int lastOpening(String text, int from, int at) {
    int limit = Math.max(from, at - LONGEST_LINK);
    for (int i = at - 1; i >= limit && text.charAt(i) != '\n'; i--) {
      if (text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_LINK);
    for (int i = from; i < limit && text.charAt(i) > ' '; i++) {
      if (text.charAt(i) == ')') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Slack's {@code <https://host/page|shown>}, {@code <mailto:a@b|a@b>} and Outlook's {@code
   * a@b<mailto:a@b>} become what was written.
   */
  private static String links(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (true) {
      int open = text.indexOf('<', from);
      if (open < 0) {
        return out.append(text, from, text.length()).toString();
      }
      out.append(text, from, open);
      boolean mail = text.startsWith("mailto:", open + 1);
      boolean web = text.startsWith("http://", open + 1) || text.startsWith("https://", open + 1);
      int close = mail || web ? end(text, open + 1) : -1;
      if (close < 0) {
        out.append('<');
        from = open + 1;
        continue;
      }
      int bar = text.indexOf('|', open);
      if (bar > 0 && bar < close) {
        out.append(text, bar + 1, close);
      } else if (web) {
        out.append(text, open + 1, close);
      }
      from = close + 1;
    }
  }

  private static int end(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_LINK);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c == '\n' || c == '<') {
        return -1;
      }
    }
    return -1;
  }
}
