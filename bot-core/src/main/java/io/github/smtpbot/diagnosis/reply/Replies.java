package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Diagnosis.Form;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.form.Said;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the replies out of what was said. Immutable; safe for use by many threads. */
public final class Replies {

  /** How much of a text tells who tells of a failure, in characters. */
  private static final int BEGINNING = 8_000;

  private final ReplyScanner scanner;
  private final FailureScanner failures;
  private final ReportReader reports;
  private final ReadingCues cues;
  private final Wording wording;

  public Replies(Catalog catalog, Wording wording) {
    CodeReader codes = new CodeReader(catalog);
    this.wording = wording;
    this.cues = catalog.readingCues();
    OwnLog logs = new OwnLog(catalog.logs(), cues);
    this.scanner = new ReplyScanner(codes, wording, cues, logs);
    this.failures = new FailureScanner(wording, cues, logs);
    this.reports = new ReportReader(codes, scanner, failures, cues);
  }

  /** The replies of a text, and what failed without one, in the order in which they stand. */
  public List<Reply> in(Said said) {
    List<ReplyBuilder> found = said.isReport() ? reports.read(said) : read(said);
    if (found.isEmpty() && tellsOutcomeAlone(said)) {
      found = List.of(new ReplyBuilder());
    }
    Origin origin = originOf(said, found);
    for (ReplyBuilder reply : found) {
      reply.reportingHost = said.reportedBy();
      reply.reportingSystem = said.reportingSystem();
      reply.origin = origin;
      // A program that gives up at once says "failed" of what may be tried again.
      boolean classed = reply.enhanced != null && said.reportingSystem() == null;
      if (reply.outcome == null && !said.isReport() && reply.code == null && !classed) {
        reply.outcome = said.outcome();
      }
    }
    List<Reply> replies = new ArrayList<>(found.size());
    for (ReplyBuilder reply : found) {
      replies.add(reply.build());
    }
    return replies;
  }

  /**
   * Whether a notice, known by its template, says what became of the message, and in its own words
   * something about it, though not what the catalog knows: that is told as unknown.
   */
  private static boolean tellsOutcomeAlone(Said said) {
    return said.form() == Form.BOUNCE
        && said.reportingSystem() != null
        && said.outcome() != null
        && said.lines().stream().anyMatch(line -> line.text().indexOf(' ') > 0);
  }

  /** A program tells by its own words: {@code Error:} within a reply is the server's. */
  private Origin originOf(Said said, List<ReplyBuilder> found) {
    return switch (said.origin()) {
      case QUEUE, NOTICE -> said.origin();
      case PROGRAM, SESSION, UNKNOWN ->
          isOfProgram(said.lines(), found) ? Origin.PROGRAM : said.origin();
    };
  }

  private boolean isOfProgram(List<TextLine> lines, List<ReplyBuilder> found) {
    RepliedWords replied = RepliedWords.of(found, reply -> reply.code != null);
    int left = BEGINNING;
    for (TextLine line : lines) {
      if (left <= 0) {
        return false;
      }
      String start = beginning(line.text(), left);
      if (cues.isIn(ReadingCue.PROGRAM_SIGNS, start.toLowerCase(Locale.ROOT))
          && cues.isIn(
              ReadingCue.PROGRAM_SIGNS,
              beginning(replied.without(line), left).toLowerCase(Locale.ROOT))) {
        return true;
      }
      left -= start.length();
    }
    return false;
  }

  private static String beginning(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private List<ReplyBuilder> read(Said said) {
    List<ReplyBuilder> found = scanner.scan(said.lines(), said.around());
    for (ReplyBuilder reply : found) {
      if (reply.severityDigit() > 3) {
        return found;
      }
    }
    // A text that tells of a failure tells of no success, whatever the server said before.
    List<ReplyBuilder> failing = failures.scan(besides(said.lines(), found), said.around());
    if (!failing.isEmpty()) {
      return failing;
    }
    boolean failedBesides = said.around().speaksOfFailure() && failsBesides(said.lines(), found);
    found.forEach(reply -> reply.isOutOfTurn = failedBesides);
    return found;
  }

  /** Whether a line says that something failed, other than a field that is empty. */
  private boolean tellsFailure(String lower) {
    for (String sign : cues.list(ReadingCue.FAILURE_SIGNS)) {
      for (int at = lower.indexOf(sign); at >= 0; at = lower.indexOf(sign, at + 1)) {
        int end = at + sign.length();
        while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
          end++;
        }
        if (!wording.isDenied(lower, end)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The lines without the words of replies that tell of no failure: {@code 250 Accepted, was
   * greylisted before}.
   */
  private List<TextLine> besides(List<TextLine> lines, List<ReplyBuilder> found) {
    RepliedWords consents =
        RepliedWords.of(
            found,
            reply -> !cues.isIn(ReadingCue.FAILURE_SIGNS, reply.text.toLowerCase(Locale.ROOT)));
    return lines.stream()
        .map(line -> new TextLine(line.kind(), consents.without(line), line.manyLines()))
        .toList();
  }

  /** Whether it is not the replies that speak of a failure: a consent may say what it cannot do. */
  private boolean failsBesides(List<TextLine> lines, List<ReplyBuilder> found) {
    RepliedWords replied = RepliedWords.of(found, reply -> reply.code != null);
    int left = BEGINNING;
    for (TextLine line : lines) {
      if (line.text().length() > left) {
        return true;
      }
      if (cues.isIn(ReadingCue.FAILURE_SIGNS, line.text().toLowerCase(Locale.ROOT))
          && tellsFailure(replied.without(line).toLowerCase(Locale.ROOT))) {
        return true;
      }
      left -= line.text().length();
    }
    return false;
  }
}
