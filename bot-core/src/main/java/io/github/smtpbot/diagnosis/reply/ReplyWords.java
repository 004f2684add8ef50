package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.QuotedLocalPart;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.catalog.ReplyCode;
import org.jspecify.annotations.Nullable;

/** Cuts a reply's own words out of what follows its code. Linear in the text. */
public final class ReplyWords {

  private final ReadingCues cues;

  ReplyWords(ReadingCues cues) {
    this.cues = cues;
  }

  /**
   * The words of a reply.
   *
   * @param text without the codes that its further lines repeat
   * @param asWritten with them; empty if there are none
   */
  record Words(String text, String asWritten) {}

  /**
   * The words of a reply.
   *
   * @param rest what follows the codes
   * @param opened the character before the reply: what it opens, ends the reply
   */
  Words of(
      String rest, @Nullable ReplyCode code, @Nullable EnhancedStatusCode enhanced, char opened) {
    int sign = cues.startOfFirst(ReadingCue.REPLY_ENDS, rest);
    int end = closing(rest, sign < 0 ? rest.length() : sign, opened);
    String codeText = code == null ? "" : code.text();
    String enhancedText = enhanced == null ? "" : enhanced.text();
    StringBuilder out = new StringBuilder(end);
    boolean space = true;
    boolean repeats = false;
    for (int i = 0; i < end; i++) {
      char c = rest.charAt(i);
      if (c == '\\' && i + 1 < end && (rest.charAt(i + 1) == 'n' || rest.charAt(i + 1) == 'r')) {
        c = ' ';
        i++;
      }
      if (c == ' ' && space) {
        continue;
      }
      int skip = space ? repeated(rest, i, end, codeText, enhancedText) : 0;
      if (skip > 0) {
        i += skip - 1;
        repeats = true;
        continue;
      }
      space = c == ' ';
      if (space) {
        out.append(' ');
      } else {
        int wordEnd = wordEnd(rest, i, end);
        out.append(rest, i, wordEnd);
        i = wordEnd - 1;
      }
    }
    return new Words(trim(out.toString()), repeats ? rest.substring(0, end) : "");
  }

  /** Where a word ends, exclusive: before the next space, or a backslash that may stand for one. */
  private static int wordEnd(String rest, int from, int end) {
    int at = from + 1;
    while (at < end && rest.charAt(at) != ' ' && rest.charAt(at) != '\\') {
      at++;
    }
    return at;
  }

  /** Where the bracket or quote that was opened before the reply is closed. */
  private static int closing(String rest, int end, char opened) {
    char close =
        switch (opened) {
          case '(' -> ')';
          case '[' -> ']';
          case '{' -> '}';
          case '\'', '"' -> opened;
          default -> 0;
        };
    if (close == 0) {
      return end;
    }
    int depth = 0;
    for (int i = 0; i < end; i++) {
      char c = rest.charAt(i);
      int local = close == '"' ? QuotedLocalPart.end(rest, i) : -1;
      if (local > 0) {
        i = local;
        continue;
      }
      boolean opens = close != opened || isInnerQuote(rest, i, end);
      if (c == opened && opens) {
        depth++;
      } else if (c == close) {
        boolean apostrophe =
            close == '\'' && i + 1 < end && Character.isLetterOrDigit(rest.charAt(i + 1));
        if (depth == 0 && !apostrophe) {
          return i;
        }
        depth -= depth > 0 ? 1 : 0;
      }
    }
    return end;
  }

  /** Whether a quote opens within what is quoted: {@code "550 "sender not allowed a@b""}. */
  private static boolean isInnerQuote(String rest, int at, int end) {
    return (at == 0 || rest.charAt(at - 1) == ' ')
        && at + 1 < end
        && Character.isLetterOrDigit(rest.charAt(at + 1));
  }

  /** How many characters at a place repeat the codes of a reply of many lines; empty for none. */
  private static int repeated(String rest, int at, int end, String code, String enhanced) {
    int to = at;
    if (!code.isEmpty()
        && rest.startsWith(code, to)
        && to + 3 < end
        && (rest.charAt(to + 3) == '-' || rest.charAt(to + 3) == ' ')) {
      to += 4;
      while (to < end && rest.charAt(to) == ' ') {
        to++;
      }
    }
    if (!enhanced.isEmpty() && rest.startsWith(enhanced, to)) {
      int after = to + enhanced.length();
      if (after >= end
          || (!Character.isLetterOrDigit(rest.charAt(after)) && rest.charAt(after) != '.')) {
        return after - at;
      }
    }
    return enhanced.isEmpty() ? to - at : 0;
  }

  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && " :,;-'\"])>=.bu#".indexOf(text.charAt(from)) >= 0) {
      if (QuotedLocalPart.end(text, from) > 0) {
        break;
      }
      if (Character.isLetter(text.charAt(from)) && !opensLiteral(text, from, to)) {
        break;
      }
      from++;
    }
    while (to > from && " '\"\\;,".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    if (isLeftOpen(text, from, to, '(', ')') || isLeftOpen(text, from, to, '<', '>')) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether a sign at the end closes what was opened before these words. */
  private static boolean isLeftOpen(String text, int from, int to, char open, char close) {
    return to > from && text.charAt(to - 1) == close && text.indexOf(open, from) < 0;
  }

  /** Whether a letter is that of a literal of Python's: {@code b'Mailbox full'}, {@code u"No"}. */
  private static boolean opensLiteral(String text, int letter, int to) {
    return letter + 1 < to && "'\"".indexOf(text.charAt(letter + 1)) >= 0;
  }
}
