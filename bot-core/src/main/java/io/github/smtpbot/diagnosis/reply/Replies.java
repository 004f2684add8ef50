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
    found.forEach(reply -> reply.reportingHost = said.reportedBy());
    return found.stream().map(ReplyBuilder::build).toList();
  }

  private List<ReplyBuilder> read(Said said) {
    List<ReplyBuilder> found = scanner.scan(said.lines(), said.readsLikeReport());
    return found.isEmpty() ? failures.scan(said.lines(), said.readsLikeReport()) : found;
  }
}
