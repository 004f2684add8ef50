package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.Said;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.List;

/** Reads the replies out of what was said. Immutable; safe for use by many threads. */
public final class Replies {

  private final ReplyScanner scanner;
  private final FailureScanner failures;
  private final ReportReader reports;

  public Replies(Catalog catalog, Wording wording) {
    CodeReader codes = new CodeReader(catalog);
    ReadingCues cues = catalog.readingCues();
    this.scanner = new ReplyScanner(codes, wording, cues);
    this.failures = new FailureScanner(wording, cues);
    this.reports = new ReportReader(codes, scanner, failures, cues);
  }

  /** The replies of a text, and what failed without one, in the order in which they stand. */
  public List<Reply> in(Said said) {
    List<ReplyBuilder> found = said.isReport() ? reports.read(said) : read(said);
    for (ReplyBuilder reply : found) {
      reply.reportingHost = said.reportedBy();
      reply.reportingSystem = said.reportingSystem();
      reply.origin = said.origin();
      if (reply.outcome == null && !said.isReport() && reply.code == null) {
        reply.outcome = said.outcome();
      }
    }
    return found.stream().map(ReplyBuilder::build).toList();
  }

  private List<ReplyBuilder> read(Said said) {
    List<ReplyBuilder> found = scanner.scan(said.lines(), said.around());
    boolean failed = found.stream().anyMatch(reply -> reply.severityDigit() > 3);
    if (failed) {
      return found;
    }
    // A text that tells of a failure tells of no success, whatever the server said before.
    List<ReplyBuilder> failing = failures.scan(said.lines(), said.around());
    if (!failing.isEmpty()) {
      return failing;
    }
    found.forEach(reply -> reply.isOutOfTurn = said.around().speaksOfFailure());
    return found;
  }
}
