package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.form.Transcript.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a text line by line, takes quote and transcript signs off, and joins what was wrapped.
 * Linear in the text.
 */
final class LineReader {

  /** From this width on, a line may have been broken by a window. */
  private static final int WRAPPED = 55;

  /** What no reply is longer than; the rest of a longer line is left out. */
  private static final int LONGEST_LINE = 1 << 16;

  private static final int MOST_JOINED = 40;

  /** The field that holds what the server said (RFC 3464). */
  private static final String DIAGNOSTIC = "Diagnostic-Code:";

  /** What stands before quoted words at the beginning of a line is not longer. */
  private static final int LONGEST_LEAD = 32;

  /** Shorter words stand before other things too. */
  private static final int SHORTEST_LEAD = 8;

  /** What qmail-send's log says became of a delivery, behind its number. */
  private static final String FAILURE = ": failure: ";

  private static final String DEFERRAL = ": deferral: ";

  private final List<TextLine> lines = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private Kind kind = Kind.PROSE;
  private boolean manyLines;
  private String status = "";
  private int previousLength;
  private boolean flows;

  /** Whether the line ends in the words of a reply. */
  private boolean isAnswer;

  private int indent;
  private int joined;

  private final ReadingCues cues;
  private final Transcript transcript;

  private LineReader(ReadingCues cues, Transcript transcript) {
    this.cues = cues;
    this.transcript = transcript;
  }

  /** The lines of a cleaned text. */
  static List<TextLine> read(String cleaned, ReadingCues cues, Transcript transcript) {
    LineReader reader = new LineReader(cues, transcript);
    ManyLines.Joined joined = ManyLines.join(cleaned);
    String text = joined.text();
    int from = 0;
    for (int line = 0; from <= text.length(); line++) {
      int to = text.indexOf('\n', from);
      if (to < 0) {
        to = text.length();
      }
      boolean isReply = joined.replies().get(line);
      int start = from;
      for (int fold : transcript.folds(text, from, to)) {
        reader.take(text, start, fold, isReply);
        start = fold;
      }
      reader.take(text, start, to, isReply);
      from = to + 1;
    }
    reader.flush();
    return reader.lines;
  }

  private void take(String text, int from, int to, boolean isReply) {
    int start = from;
    while (start < to && text.charAt(start) == ' ') {
      start++;
    }
    // A mail program that wraps a line leaves the blank at its end (RFC 3676).
    boolean newFlows = to > start && text.charAt(to - 1) == ' ';
    while (to > start && text.charAt(to - 1) == ' ') {
      to--;
    }
    start = unquote(text, start, to);
    if (start >= to) {
      flush();
      return;
    }
    String line = text.substring(start, Math.min(to, start + LONGEST_LINE));
    Kind newKind;
    String body = line;
    Spoken spoken = transcript.of(line);
    if (spoken == null) {
      newKind = LineKind.kindOf(line);
    } else {
      newKind = spoken.kind();
      body = spoken.words();
    }
    if (body.isEmpty()) {
      flush();
      return;
    }
    int newIndent = start - from;
    if (isOfQmail(body, FAILURE) || isOfQmail(body, DEFERRAL)) {
      // qmail-send writes a blank as _ and a line end as /.
      body = body.replace('_', ' ').replace("/", " ");
    }
    String code = LineKind.codeOf(body);
    boolean goesOn =
        current.length() > 0 && joined < MOST_JOINED && goesOn(newKind, body, code, newIndent);
    boolean answers = goesOn && kind == Kind.PROSE && asksForReply();
    String enhanced = LineKind.enhancedOf(body);
    boolean sameStatus = !enhanced.isEmpty() && enhanced.equals(status) && current.length() > 0;
    if (sameStatus) {
      // A library has taken the reply code off each line of a reply.
      append(body.substring(enhanced.length()).trim());
    } else if (goesOn) {
      append(body);
      manyLines |= isReply;
      isAnswer |= answers;
    } else {
      flush();
      kind = newKind;
      manyLines = isReply;
      indent = newIndent;
      current.append(body);
      status = enhanced;
      isAnswer = newKind == Kind.CODE;
    }
    previousLength = to - start;
    flows = newFlows;
  }

  /** Whether a line is one of qmail-send's log, with or without the number of the delivery. */
  private static boolean isOfQmail(String body, String told) {
    return body.contains(told) || (body.startsWith(told.substring(2)) && body.indexOf('_') > 0);
  }

  private boolean goesOn(Kind newKind, String body, String code, int newIndent) {
    if (kind == Kind.CLIENT || newKind == Kind.CLIENT || newKind == Kind.LOG) {
      return false;
    }
    if (newKind == Kind.SERVER || (kind == Kind.SERVER && newKind != Kind.PROSE)) {
      return false;
    }
    if (newKind == Kind.FIELD || (newIndent <= indent && LineKind.namesRecipient(body))) {
      return false;
    }
    boolean announced = announces();
    if (newKind == Kind.CODE) {
      return (announced && kind != Kind.FIELD) || isOpen(current, code);
    }
    if (kind == Kind.PROSE && !LineKind.enhancedOf(body).isEmpty()) {
      return announced || Character.isDigit(current.charAt(current.length() - 1));
    }
    if (newKind == Kind.RECIPIENT) {
      return endsWith(current, "TO:") || endsWith(current, "FROM:");
    }
    boolean folded = newIndent > indent && kind == Kind.CODE;
    if ((!folded && cues.isAt(ReadingCue.REPORT_GOES_ON, body, 0) && !quotes(body))
        || isFrame(body)) {
      return false;
    }
    if (kind == Kind.FIELD || kind == Kind.SERVER) {
      return newIndent > indent || (kind == Kind.FIELD && isUnfolded(newKind, body));
    }
    if (kind == Kind.LOG && current.charAt(current.length() - 1) == ',') {
      // Somebody has put each field of a log's line on a line of its own.
      return true;
    }
    return newIndent > indent
        || (isAnswer && isRestOfSentence(body))
        || (newIndent > 0 && newIndent == indent && (announced || previousLength >= 30))
        || announced
        || previousLength >= (endsSentence() ? WRAPPED + 14 : WRAPPED);
  }

  /** Whether a line goes on with the words of a reply that were broken off, without its code. */
  private boolean isRestOfSentence(String body) {
    return Character.isLowerCase(body.charAt(0))
        && body.indexOf(' ') > 0
        && !endsSentence()
        && !LineKind.isVerb(body);
  }

  /** Whether a line is the rest of a field whose lines lost their indentation in a copy. */
  private boolean isUnfolded(Kind newKind, String body) {
    return newKind == Kind.PROSE
        && (flows || previousLength >= WRAPPED)
        && current.indexOf(DIAGNOSTIC) == 0
        && Character.isLowerCase(body.charAt(0));
  }

  /** Whether a line begins with what a program puts before the words of the server. */
  private boolean quotes(String body) {
    String start = body.substring(0, Math.min(body.length(), LONGEST_LEAD));
    return cues.isIn(ReadingCue.NESTED_LEADS, start.toLowerCase(Locale.ROOT));
  }

  /** Whether the words so far end in those after which a program quotes the server. */
  private boolean asksForReply() {
    String end =
        current
            .substring(Math.max(0, current.length() - LONGEST_LEAD), current.length())
            .toLowerCase(Locale.ROOT);
    return end.endsWith(":")
        && cues.list(ReadingCue.REPLY_LEADS).stream()
            .anyMatch(lead -> lead.length() >= SHORTEST_LEAD && end.endsWith(lead));
  }

  private boolean announces() {
    return current.charAt(current.length() - 1) == ':' || announcesReply();
  }

  private boolean announcesReply() {
    for (String words : cues.list(ReadingCue.REPLY_ANNOUNCED)) {
      if (endsWith(current, words)) {
        return true;
      }
    }
    return false;
  }

  /** A line of a stack trace: {@code at package.Class.method(File.java:42)}. */
  private static boolean isFrame(String body) {
    return body.startsWith("at ") && body.indexOf('(') > 0;
  }

  private boolean endsSentence() {
    return ".!?".indexOf(current.charAt(current.length() - 1)) >= 0;
  }

  private void append(String body) {
    joined++;
    if (current.length() + body.length() <= LONGEST_LINE) {
      current.append(' ').append(body);
    }
  }

  private void flush() {
    if (current.length() > 0) {
      lines.add(new TextLine(kind, current.toString(), manyLines));
    }
    current.setLength(0);
    joined = 0;
    status = "";
    manyLines = false;
    previousLength = 0;
  }

  private static int unquote(String text, int start, int to) {
    int at = start;
    while (at < to && (text.charAt(at) == '>' || text.charAt(at) == '|')) {
      if (isClientAt(text, at, ">>> ", to) || isClientAt(text, at, "> ", to)) {
        return at;
      }
      at++;
      while (at < to && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private static boolean isClientAt(String text, int at, String sign, int to) {
    int from = at + sign.length();
    return from < to
        && text.startsWith(sign, at)
        && LineKind.isVerb(text.substring(from, Math.min(to, from + 10)));
  }

  private static boolean isOpen(StringBuilder text, String code) {
    return text.indexOf(code + "-") >= 0;
  }

  private static boolean endsWith(CharSequence text, String end) {
    int from = text.length() - end.length();
    for (int i = end.length() - 1; from >= 0 && i >= 0; i--) {
      if (text.charAt(from + i) != end.charAt(i)) {
        return false;
      }
    }
    return from >= 0;
  }
}
