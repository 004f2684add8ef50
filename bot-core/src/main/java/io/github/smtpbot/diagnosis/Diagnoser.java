package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.diagnosis.Diagnosis.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads pasted texts and whole messages, and says what the SMTP replies in them mean.
 *
 * <p>Immutable and safe for use by many threads. The time for a text is linear in its length,
 * whatever stands in it. It never throws for what a text holds, and keeps nothing of it.
 */
public final class Diagnoser {

  /** How deep messages within messages are opened. */
  private static final int DEEPEST = 3;

  private final ReplyScanner scanner;
  private final FailureScanner failures;
  private final Report report;
  private final Conclusion conclusion;

  /** A diagnoser that knows what this catalog knows. */
  public Diagnoser(Catalog catalog) {
    CodeReader codes = new CodeReader(catalog);
    this.conclusion = new Conclusion(catalog);
    this.scanner = new ReplyScanner(codes, conclusion.knowledge());
    this.failures = new FailureScanner(conclusion.knowledge());
    this.report = new Report(codes, scanner, failures);
  }

  /**
   * Reads what somebody pasted: replies, log lines, an exception, a report, a whole message.
   *
   * @param text of any length
   * @return what it says; without findings if it holds no SMTP
   */
  public Diagnosis read(String text) {
    String cleaned = Cleaner.clean(text);
    if (Messages.isMessage(cleaned)) {
      return readMessage(cleaned.getBytes(StandardCharsets.UTF_8));
    }
    return readText(cleaned);
  }

  /**
   * Reads a message, a mailbox in the mbox format, or a text in any charset.
   *
   * @param message of any length
   * @return what it says; without findings if it holds no SMTP
   */
  public Diagnosis readMessage(byte[] message) {
    List<byte[]> messages = Messages.split(message);
    if (messages.isEmpty()) {
      return readText(Cleaner.clean(TextDecoder.decode(message, null)));
    }
    Diagnosis first = null;
    List<Finding> findings = new ArrayList<>();
    for (byte[] one : messages) {
      Diagnosis diagnosis = readOne(one, 1);
      if (first == null || (first.isEmpty() && !diagnosis.isEmpty())) {
        first = diagnosis;
      }
      findings.addAll(diagnosis.findings());
    }
    return messages.size() == 1 || first == null
        ? Objects.requireNonNull(first)
        : new Diagnosis(first.form(), sorted(findings), first.reportingHost());
  }

  private Diagnosis readText(String cleaned) {
    int length = Original.begins(cleaned);
    String words = cleaned.substring(0, length);
    StatusFields fields = StatusFields.read(words);
    String start = words.length() > 8_000 ? words.substring(0, 8_000) : words;
    boolean isReport = MailForm.isReport(start.toLowerCase(Locale.ROOT));
    if (!fields.recipients().isEmpty()) {
      return diagnosis(Form.BOUNCE, report.read(words, fields, ""), fields.reportingHost());
    }
    List<TextLine> lines = LineReader.read(words);
    List<Draft> drafts = scanner.scan(lines, isReport);
    if (drafts.isEmpty()) {
      drafts = failures.scan(lines, isReport);
    }
    String host = ReportingHost.in(words);
    drafts.forEach(draft -> draft.reportingHost = host);
    return diagnosis(isReport && !drafts.isEmpty() ? Form.BOUNCE : Form.TEXT, drafts, host);
  }

  private Diagnosis readOne(byte[] message, int depth) {
    MailReader.Mail mail = MailReader.read(message);
    String prose = Cleaner.clean(mail.prose());
    Form form = MailForm.of(mail, prose);
    if (form == Form.FEEDBACK_REPORT || form == Form.AUTO_REPLY) {
      return new Diagnosis(form, List.of(), "");
    }
    String words = prose.substring(0, Original.begins(prose));
    if (form == Form.BOUNCE) {
      StatusFields fields =
          StatusFields.read(mail.status().isBlank() ? words : Cleaner.clean(mail.status()));
      List<Draft> drafts = report.read(words, fields, mail.field("x-failed-recipients"));
      if (tellNothing(drafts) && depth < DEEPEST) {
        // A bounce that was passed on in the body of another message.
        int body = prose.indexOf("\n\n", words.length());
        Diagnosis inner = body < 0 ? null : readText(prose.substring(body));
        if (inner != null && !inner.isEmpty()) {
          return inner;
        }
      }
      String named = fields.reportingHost();
      String host = named != null ? named : ReportingHost.in(words);
      String sender = mail.field("from");
      String from = host != null ? host : HostNames.hostAt(sender, sender.lastIndexOf('@') + 1);
      drafts.forEach(draft -> draft.reportingHost = from);
      return diagnosis(form, drafts, host);
    }
    Diagnosis spoken = readText(prose);
    if (spoken.isEmpty() && depth < DEEPEST) {
      for (byte[] carried : mail.carried()) {
        Diagnosis inner = readOne(carried, depth + 1);
        if (!inner.isEmpty()) {
          return inner;
        }
      }
    }
    return spoken.isEmpty() ? new Diagnosis(form, List.of(), "") : spoken;
  }

  private static boolean tellNothing(List<Draft> drafts) {
    return drafts.stream()
        .allMatch(draft -> !draft.isReply() && draft.text.isEmpty() && draft.status == null);
  }

  private Diagnosis diagnosis(Form form, List<Draft> drafts, @Nullable String reportingHost) {
    boolean failed = drafts.stream().anyMatch(draft -> draft.severityDigit() > 3);
    List<Finding> findings = new ArrayList<>();
    for (Draft draft : Duplicates.withWords(drafts)) {
      int digit = draft.severityDigit();
      if (!failed || digit > 3 || digit == 0) {
        findings.add(conclusion.of(draft));
      }
    }
    return new Diagnosis(form, ordered(findings), reportingHost == null ? "" : reportingHost);
  }

  /** Without those that say the same, the most important first. */
  private static List<Finding> ordered(List<Finding> findings) {
    return sorted(Duplicates.merge(findings));
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparingInt(Diagnoser::permanence)
                .thenComparing(finding -> finding.cause() == Cause.OTHER))
        .toList();
  }

  private static int permanence(Finding finding) {
    if (finding.cause() == Cause.SUCCESS) {
      return 3;
    }
    Boolean permanent = finding.permanent();
    return permanent == null ? 2 : permanent ? 0 : 1;
  }
}
