package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.Surroundings;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where in a line replies begin: of the codes that {@link SaidCodes} takes for a server's,
 * those that begin a reply of their own. Linear in the line. Immutable; safe for use by many
 * threads.
 */
final class ReplyStarts {

  /** More codes than this on one line are not for people to read. */
  private static final int MOST_STARTS = 64;

  /** A code named and then quoted stand no further apart than this. */
  private static final int NAMED_NEARBY = 24;

  private static final int FIRST_THAT_GOES_ON = 300;
  private static final int FIRST_REFUSAL = 400;

  private final SaidCodes said;

  ReplyStarts(CodeReader codes, Wording wording, ReadingCues cues) {
    this.said = new SaidCodes(codes, wording, cues);
  }

  List<ReplyStart> find(TextLine textLine, Surroundings around) {
    String line = textLine.text();
    List<ReplyStart> starts = new ArrayList<>();
    for (int i = 0; i < line.length() && starts.size() < MOST_STARTS; i++) {
      char c = line.charAt(i);
      if (c < '2' || c > '5' || (i > 0 && clings(line, i))) {
        continue;
      }
      ReplyStart start = null;
      if (CodeReader.isCodeAt(line, i)) {
        start = said.replyCode(textLine, i, around);
      } else if (i + 1 < line.length() && line.charAt(i + 1) == '.') {
        start = said.enhanced(line, i, around);
      }
      if (start != null && starts(start, starts, line)) {
        replace(starts, start, line);
        i = start.text() - 1;
      }
    }
    return starts;
  }

  /**
   * Adds a start. A status that stands before the reply it sums up, {@code dsn=5.1.1}, is no reply
   * of its own; nor is the queue's own word before {@code <421 4.4.2 …>}, the reply that it waited
   * for.
   */
  private static void replace(List<ReplyStart> starts, ReplyStart start, String line) {
    ReplyStart added = start;
    if (!starts.isEmpty() && start.code() != null) {
      ReplyStart last = starts.get(starts.size() - 1);
      boolean quoted = start.enhanced() != null && line.charAt(start.start() - 1) == '<';
      if (last.code() == null || quoted || announces(last, start, line)) {
        starts.remove(starts.size() - 1);
      }
      if (last.code() == null && start.enhanced() == null && !isDsn(line, last.start())) {
        added =
            new ReplyStart(
                start.start(), start.text(), start.code(), last.enhanced(), start.tuple());
      }
    }
    starts.add(added);
  }

  /**
   * Whether a reply is named before it is quoted: {@code got code 550, with message "550 5.7.1 …}.
   */
  private static boolean announces(ReplyStart last, ReplyStart start, String line) {
    return last.enhanced() == null
        && last.code() != null
        && last.code().equals(start.code())
        && start.start() - last.text() < NAMED_NEARBY
        && (start.enhanced() != null || "'\"".indexOf(line.charAt(start.start() - 1)) >= 0);
  }

  /** Whether the character before a digit makes it part of something longer. */
  static boolean clings(String line, int at) {
    char before = line.charAt(at - 1);
    if (before == '#') {
      return false;
    }
    if (before == ':') {
      return at > 1 && CodeReader.isDigit(line.charAt(at - 2));
    }
    if (before == ',' && isOfClock(line, at - 1)) {
      return true;
    }
    // Scripts without spaces put nothing between a word and a number.
    return (Character.isLetterOrDigit(before) && before < '\u2e80')
        || ("._-/$@+&%=\\".indexOf(before) >= 0 && !(before == '=' && at > 1));
  }

  /** Whether the time of day goes on behind a comma: {@code 10:00:00,550} has milliseconds. */
  private static boolean isOfClock(String line, int comma) {
    return comma > 2
        && CodeReader.isDigit(line.charAt(comma - 1))
        && CodeReader.isDigit(line.charAt(comma - 2))
        && line.charAt(comma - 3) == ':';
  }

  /** Whether a start begins a reply of its own, and is not quoted within the one before. */
  private static boolean starts(ReplyStart start, List<ReplyStart> earlier, String line) {
    if (earlier.isEmpty()) {
      return true;
    }
    ReplyStart last = earlier.get(earlier.size() - 1);
    if (start.code() == null) {
      return false;
    }
    if (start.tuple() || last.code() == null) {
      return true;
    }
    if (announces(last, start, line) || takesBack(last, start)) {
      return true;
    }
    boolean same =
        start.code().equals(last.code())
            && (start.enhanced() == null
                || last.enhanced() == null
                || start.enhanced().code().equals(last.enhanced().code()));
    if (same || start.enhanced() == null) {
      return false;
    }
    int before = start.start() - 1;
    while (before > 0 && line.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || ":-;>".indexOf(line.charAt(before)) < 0;
  }

  /**
   * Whether a refusal stands behind a consent, which quotes none: JavaMail tells what became of the
   * message, {@code 250 OK}, before what was said of one recipient.
   */
  private static boolean takesBack(ReplyStart last, ReplyStart start) {
    return last.code() != null
        && start.code() != null
        && last.code().value() < FIRST_THAT_GOES_ON
        && start.code().value() >= FIRST_REFUSAL;
  }

  static boolean isDsn(String line, int at) {
    return line.regionMatches(true, at - 4, "dsn=", 0, 4);
  }
}
