package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.form.Said;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.List;
import java.util.Locale;

/** Reads the replies out of what was said. Immutable; safe for use by many threads. */
public final class Replies {

  /** How much of a text tells who tells of a failure, in characters. */
  private static final int BEGINNING = 8_000;

  /** Replies whose words are taken out of a text; a session has few. */
  private static final int MAX_CONSENTS = 20;

  private final ReplyScanner scanner;
  private final FailureScanner failures;
  private final ReportReader reports;
  private final ReadingCues cues;
  private final Wording wording;

  public Replies(Catalog catalog, Wording wording) {
    CodeReader codes = new CodeReader(catalog);
    this.wording = wording;
    this.cues = catalog.readingCues();
    this.scanner = new ReplyScanner(codes, wording, cues);
    this.failures = new FailureScanner(wording, cues);
    this.reports = new ReportReader(codes, scanner, failures, cues);
  }

  /** The replies of a text, and what failed without one, in the order in which they stand. */
  public List<Reply> in(Said said) {
    List<ReplyBuilder> found = said.isReport() ? reports.read(said) : read(said);
    Origin origin = originOf(said, found);
    for (ReplyBuilder reply : found) {
      reply.reportingHost = said.reportedBy();
      reply.reportingSystem = said.reportingSystem();
      reply.origin = origin;
      if (reply.outcome == null && !said.isReport() && reply.code == null) {
        reply.outcome = said.outcome();
      }
    }
    return found.stream().map(ReplyBuilder::build).toList();
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
    int left = BEGINNING;
    for (TextLine line : lines) {
      if (left <= 0) {
        return false;
      }
      String start = line.text().substring(0, Math.min(line.text().length(), left));
      if (says(ReadingCue.PROGRAM_SIGNS, start, found)) {
        return true;
      }
      left -= start.length();
    }
    return false;
  }

  /** Whether a line says something outside the replies. */
  private boolean says(ReadingCue cue, String line, List<ReplyBuilder> found) {
    return cues.isIn(cue, line.toLowerCase(Locale.ROOT))
        && cues.isIn(cue, withoutReplies(line, found));
  }

  private static String withoutReplies(String line, List<ReplyBuilder> found) {
    String words = line;
    for (ReplyBuilder reply : found) {
      if (reply.code != null && !reply.text.isBlank()) {
        words = words.replace(reply.text, " ");
      }
    }
    return words.toLowerCase(Locale.ROOT);
  }

  private List<ReplyBuilder> read(Said said) {
    List<ReplyBuilder> found = scanner.scan(said.lines(), said.around());
    boolean failed = found.stream().anyMatch(reply -> reply.severityDigit() > 3);
    if (failed) {
      return found;
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
    List<String> consents =
        found.stream()
            .map(reply -> reply.text)
            .filter(text -> !text.isBlank())
            .filter(text -> !cues.isIn(ReadingCue.FAILURE_SIGNS, text.toLowerCase(Locale.ROOT)))
            .distinct()
            .limit(MAX_CONSENTS)
            .toList();
    if (consents.isEmpty()) {
      return lines;
    }
    return lines.stream().map(line -> without(line, consents)).toList();
  }

  private static TextLine without(TextLine line, List<String> consents) {
    String words = line.text();
    for (String consent : consents) {
      words = words.replace(consent, " ");
    }
    return new TextLine(line.kind(), words, line.manyLines());
  }

  /** Whether it is not the replies that speak of a failure: a consent may say what it cannot do. */
  private boolean failsBesides(List<TextLine> lines, List<ReplyBuilder> found) {
    int left = BEGINNING;
    for (TextLine line : lines) {
      if (line.text().length() > left) {
        return true;
      }
      if (says(ReadingCue.FAILURE_SIGNS, line.text(), found)
          && tellsFailure(withoutReplies(line.text(), found))) {
        return true;
      }
      left -= line.text().length();
    }
    return false;
  }
}
