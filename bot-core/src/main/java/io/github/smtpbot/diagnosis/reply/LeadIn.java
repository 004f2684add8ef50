package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.wording.Endings;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import java.util.Locale;

/** The words right before a code that tell a reply from any other number. */
public final class LeadIn {

  /** A longer lead may end a longer word: {@code MailException:}. */
  private static final int SHORT = 6;

  /** No field's name is longer. */
  private static final int LONGEST_NAME = 40;

  private final ReadingCues cues;
  private final Endings replies;
  private final Endings awaited;
  private final Endings instead;
  private final Endings keywords;
  private final Endings fields;
  private final Endings classes;

  LeadIn(ReadingCues cues) {
    this.cues = cues;
    this.replies = new Endings(cues.list(ReadingCue.REPLY_LEADS));
    this.awaited = new Endings(cues.list(ReadingCue.AWAITED_LEADS));
    this.instead = new Endings(cues.list(ReadingCue.INSTEAD_LEADS));
    this.keywords = new Endings(cues.list(ReadingCue.REPLY_KEYWORDS));
    this.fields = new Endings(cues.list(ReadingCue.CODE_FIELDS));
    this.classes = new Endings(cues.list(ReadingCue.CLASS_LEADS));
  }

  boolean hasLead(String line, int at) {
    int end = leadEnd(line, at);
    if (endsInLead(line, end) || endsInField(line, end)) {
      return true;
    }
    return end > 1
        && line.charAt(end - 1) == ':'
        && (">])".indexOf(line.charAt(end - 2)) >= 0 || endsInParameter(line, end - 1));
  }

  /** Whether a parameter of MAIL or RCPT ends there: {@code MAIL FROM:<a@b.example> SIZE=2868:}. */
  private static boolean endsInParameter(String line, int end) {
    int from = end;
    while (from > 0 && end - from < LONGEST_NAME && isOfParameter(line.charAt(from - 1))) {
      from--;
    }
    int sign = line.indexOf('=', from);
    return sign > from && sign < end && from > 1 && line.startsWith("> ", from - 2);
  }

  private static boolean isOfParameter(char c) {
    return c == '=' || CodeReader.isDigit(c) || (c >= 'A' && c <= 'Z');
  }

  private boolean endsInLead(String line, int end) {
    return replies.endAt(
        line,
        end,
        (lead, from) ->
            lead.length() > SHORT || from == 0 || !isLetter(lead.charAt(0), line.charAt(from - 1)));
  }

  /** Whether the quoted name of a field ends there that is a lead: {@code "response":}. */
  private boolean endsInField(String line, int end) {
    int quote = end - 2;
    boolean quoted =
        quote > 0 && line.charAt(end - 1) == ':' && "\"'".indexOf(line.charAt(quote)) >= 0;
    if (!quoted) {
      return false;
    }
    String name = line.substring(Math.max(0, quote - LONGEST_NAME), quote) + ":";
    return endsInLead(name, name.length());
  }

  private static boolean isLetter(char one, char other) {
    return Character.isLetter(one) && Character.isLetter(other);
  }

  /** Whether the code before which these words stand was awaited, and is not what was said. */
  boolean isAwaited(String line, int at) {
    return awaited.endAt(line, leadEnd(line, at), (lead, from) -> true);
  }

  /** Whether the code came in place of one that was awaited: {@code expected 250 but got 221}. */
  boolean isInstead(String line, int at) {
    return instead.endAt(line, leadEnd(line, at), (lead, from) -> followsAwaited(line, from));
  }

  private boolean followsAwaited(String line, int to) {
    int end = to;
    while (end > 0 && " '\"".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 3 && CodeReader.isCodeAt(line, end - 3) && isAwaited(line, end - 3);
  }

  /** Whether any program may have written the number so: {@code responseCode: 503}. */
  boolean isCodeField(String line, int at) {
    return fields.endAt(line, leadEnd(line, at), (lead, from) -> true);
  }

  /**
   * Whether a library names the class of a reply before its code: {@code permanent error (535)}.
   */
  boolean isClass(String line, int at) {
    return classes.endAt(line, leadEnd(line, at), (lead, from) -> true);
  }

  boolean isSmtpLead(String line, int at) {
    String before = line.substring(Math.max(0, at - 80), at).toLowerCase(Locale.ROOT);
    return !before.contains("http") && cues.isIn(ReadingCue.MAIL_LEADS, before);
  }

  /** Where the words before a code end, without the signs that open a quote. */
  private static int leadEnd(String line, int at) {
    int end = at;
    while (end > 0 && " '\"([{<*".indexOf(line.charAt(end - 1)) >= 0) {
      if (line.charAt(end - 1) == '<' && end > 1 && line.charAt(end - 2) == '<') {
        break;
      }
      end--;
    }
    return end;
  }

  static boolean isWeakLead(String line, int at) {
    int end = at;
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    boolean dash =
        end > 1 && end < at && line.charAt(end - 1) == '-' && line.charAt(end - 2) == ' ';
    boolean script = end > 0 && end == at && WordSequence.isUnspaced(line.charAt(end - 1));
    return dash || script || (end > 0 && ":=([\"';,>|".indexOf(line.charAt(end - 1)) >= 0);
  }

  boolean hasKeyword(String line, int at) {
    int end = leadEnd(line, at);
    // French puts a space before the colon.
    while (end > 0 && " :#".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return keywords.endAt(
        line, end, (keyword, from) -> from == 0 || !continuesWord(line.charAt(from - 1)));
  }

  /** Whether what stands before a word makes it the end of a longer one. */
  private static boolean continuesWord(char before) {
    return Character.isLetter(before) && !WordSequence.isUnspaced(before);
  }
}
