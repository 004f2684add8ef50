package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.diagnosis.syntax.CodeReader;
import java.util.BitSet;

/**
 * Brings each reply of many lines onto one (RFC 5321 section 4.2.1), in whatever form its lines
 * arrive: bare, quoted, indented, each behind the prefix of a log, some broken by a narrow window.
 * Linear in the text.
 */
final class ManyLines {

  /** No server goes on for longer; what follows is read as a reply of its own. */
  private static final int MOST_LINES = 100;

  /** A code stands no further into a line than this. */
  private static final int WIDEST_PREFIX = 300;

  /** So many lines without a code may be the rest of one that a window has broken. */
  private static final int MOST_BROKEN = 3;

  /** From this width on, a line may have been broken by a window. */
  private static final int BROKEN_WIDTH = 40;

  private final String text;
  private final StringBuilder out;
  private final BitSet replies = new BitSet();

  private ManyLines(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /**
   * A text in which each reply stands on one line, its codes said once: {@code 550-A}, {@code 550
   * B} has become {@code 550-A B}.
   *
   * @param replies the lines, counted from 0, on which a reply of many lines stands now
   */
  record Joined(String text, BitSet replies) {}

  /** Joins the replies of a text whose only line end is {@code \n}. */
  static Joined join(String text) {
    if (!opensReply(text)) {
      return new Joined(text, new BitSet());
    }
    ManyLines lines = new ManyLines(text);
    return new Joined(lines.joined(), lines.replies);
  }

  /** Whether three digits and a dash stand anywhere: most texts are passed over by this alone. */
  private static boolean opensReply(String text) {
    for (int dash = text.indexOf('-', 3); dash >= 0; dash = text.indexOf('-', dash + 1)) {
      if (isOpening(text, dash - 3)) {
        return true;
      }
    }
    return false;
  }

  private String joined() {
    int from = 0;
    for (int line = 0; from < text.length(); line++) {
      int to = lineEnd(from);
      int code = opening(from, to);
      out.append(text, from, to);
      int next = code < 0 ? to : goOn(from, code, to);
      replies.set(line, next > to);
      if (next < text.length()) {
        out.append('\n');
      }
      from = next + 1;
    }
    return out.toString();
  }

  /** Appends the lines that go on with a reply, and returns where the last of them ends. */
  private int goOn(int lineFrom, int code, int lineTo) {
    int end = lineTo;
    boolean open = true;
    for (int lines = 1; open && lines < MOST_LINES && end < text.length(); lines++) {
      int from = end + 1;
      int to = lineEnd(from);
      int at = continuation(lineFrom, code, from, to);
      int broken = 0;
      int width = to - from;
      while (at < 0 && broken < MOST_BROKEN && isBroken(end, from, to) && to < text.length()) {
        broken++;
        from = to + 1;
        to = lineEnd(from);
        at = continuation(lineFrom, code, from, to);
      }
      if (at < 0) {
        return end;
      }
      if (broken > 0 && width > 0) {
        appendBroken(end + 1, from - 1);
      }
      open = at + 3 < to && text.charAt(at + 3) == '-';
      append(code, at, to);
      end = to;
    }
    return end;
  }

  /** Whether a line may be the rest of the one before it, which a narrow window broke. */
  private boolean isBroken(int previousEnd, int from, int to) {
    int previousFrom = text.lastIndexOf('\n', previousEnd - 1) + 1;
    return previousEnd - previousFrom >= BROKEN_WIDTH
        && !text.substring(from, to).isBlank()
        && opening(from, to) < 0;
  }

  private void appendBroken(int from, int to) {
    int at = from;
    while (at < to) {
      int end = Math.min(lineEnd(at), to);
      int start = afterSigns(at, end);
      out.append(' ').append(text, start, end);
      at = end + 1;
    }
  }

  /** Appends the words of a line without the codes that they repeat. */
  private void append(int code, int at, int to) {
    int from = Math.min(to, at + 4);
    int enhanced = code + 4;
    int length = enhancedLength(enhanced);
    if (length > 0 && text.startsWith(text.substring(enhanced, enhanced + length), from)) {
      from += length;
    }
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    int end = to;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (from < end) {
      out.append(out.charAt(out.length() - 1) == ' ' ? "" : " ").append(text, from, end);
    }
  }

  /** The length of the enhanced status code that begins here and is followed by a space; or 0. */
  private int enhancedLength(int from) {
    int at = from;
    int dots = 0;
    while (at < text.length()
        && at - from < 10
        && (CodeReader.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      dots += text.charAt(at) == '.' ? 1 : 0;
      at++;
    }
    return dots == 2 && (at == text.length() || text.charAt(at) <= ' ') ? at - from : 0;
  }

  /** Where a line goes on with the code of the first line of a reply, or -1. */
  private int continuation(int firstFrom, int code, int from, int to) {
    int signs = afterSigns(from, to);
    if (isSame(code, signs, to)) {
      return signs;
    }
    int at = alike(firstFrom, code, from, to);
    return at >= 0 && isSame(code, at, to) ? at : -1;
  }

  private boolean isSame(int code, int at, int to) {
    return at + 3 <= to
        && text.regionMatches(code, text, at, 3)
        && (at + 3 == to || text.charAt(at + 3) == '-' || text.charAt(at + 3) == ' ');
  }

  private int afterSigns(int from, int to) {
    int at = from;
    while (at < to && " \t>|".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /**
   * Where in a line the prefix of the first line ends, if it has the same one but for its numbers:
   * a log's time, its process, its session; or -1.
   */
  private int alike(int firstFrom, int code, int from, int to) {
    int one = firstFrom;
    int other = from;
    while (one < code && other < to) {
      boolean digit = CodeReader.isDigit(text.charAt(one));
      if (digit != CodeReader.isDigit(text.charAt(other))) {
        return -1;
      }
      if (!digit) {
        if (text.charAt(one++) != text.charAt(other++)) {
          return -1;
        }
        continue;
      }
      one = afterDigits(one, code);
      other = afterDigits(other, to);
    }
    return one == code ? other : -1;
  }

  private int afterDigits(int from, int to) {
    int at = from;
    while (at < to && CodeReader.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where a line opens a reply of many lines, or -1. */
  private int opening(int from, int to) {
    int limit = Math.min(to, from + WIDEST_PREFIX);
    for (int dash = from + 3; dash < limit; dash++) {
      int code = dash - 3;
      if (text.charAt(dash) == '-'
          && isOpening(text, code)
          && (code == from || isPrefixEnd(text.charAt(code - 1)))) {
        return code;
      }
    }
    return -1;
  }

  private static boolean isPrefixEnd(char c) {
    return c == ' ' || c == '\t' || "<>:;'\"([|".indexOf(c) >= 0;
  }

  private static boolean isOpening(String text, int code) {
    return code >= 0
        && text.charAt(code) >= '2'
        && text.charAt(code) <= '5'
        && CodeReader.isDigit(text.charAt(code + 1))
        && CodeReader.isDigit(text.charAt(code + 2))
        && (code == 0 || !CodeReader.isDigit(text.charAt(code - 1)));
  }

  private int lineEnd(int from) {
    int to = text.indexOf('\n', from);
    return to < 0 ? text.length() : to;
  }
}
