package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pasted text turns out to say. Holds parts of the pasted text, so it must not be logged or
 * cached.
 *
 * @param form what kind of text it is
 * @param findings one for each reply found, the most important first; empty if the text holds none
 * @param consequences what follows from each finding, in the same order
 * @param reportingHost the host that reports, as written in the text; empty if none is named
 * @param delivered how many deliveries went well that are told beside failures, of which alone
 *     there are findings
 */
public record Diagnosis(
    Form form,
    List<Finding> findings,
    List<Consequences> consequences,
    String reportingHost,
    int delivered) {

  /** A diagnosis, and what follows from it by what this catalog knows. */
  public static Diagnosis of(
      Form form, List<Finding> findings, String reportingHost, Catalog catalog) {
    List<Consequences> consequences = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      consequences.add(Consequences.of(finding, catalog));
    }
    return new Diagnosis(form, findings, List.copyOf(consequences), reportingHost, 0);
  }

  /** The same beside so many deliveries that went well. */
  public Diagnosis beside(int count) {
    return new Diagnosis(form, findings, consequences, reportingHost, count);
  }

  /** What kind of text was pasted. */
  public enum Form {
    /** One or more replies, log lines or exceptions. */
    TEXT,
    /**
     * A message that reports on the delivery of another (RFC 3464, or a bounce that follows no
     * standard).
     */
    BOUNCE,
    /** A complaint about abuse (RFC 5965): no failure of SMTP. */
    FEEDBACK_REPORT,
    /** An absence note or another automatic answer (RFC 3834): no failure of SMTP. */
    AUTO_REPLY,
    /** A message that reports nothing. */
    MESSAGE
  }

  /** Whether the text holds no SMTP reply and no report of one. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }
}
