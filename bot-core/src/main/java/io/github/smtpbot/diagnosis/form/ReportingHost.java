package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the host that a report in prose says it comes from. */
final class ReportingHost {

  /** A report names its author in its first words. */
  private static final int BEGINNING = 16_000;

  private final ReadingCues cues;

  ReportingHost(ReadingCues cues) {
    this.cues = cues;
  }

  /** The host that a text names as its author, or null. */
  @Nullable String in(String text) {
    String start = text.substring(0, Math.min(text.length(), BEGINNING));
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.length() != start.length()) {
      return null;
    }
    for (String lead : cues.in(ReadingCue.REPORTING_HOST, lower)) {
      int at = lower.indexOf(lead);
      int from = at + lead.length();
      if (at >= 0) {
        int host = from;
        while (host < start.length() && " \t\n".indexOf(start.charAt(host)) >= 0) {
          host++;
        }
        return HostNames.hostAt(start, host);
      }
    }
    return null;
  }
}
