package io.github.smtpbot.console;

import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogGroup;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Row;
import io.github.smtpbot.incident.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the groups of a log, or its attempts by something, as CSV (RFC 4180). */
final class LogCsv {

  private static final String END = "\r\n";

  /** What is counted in the last row where not all are shown; its name is that of nothing else. */
  private static final String OTHERS = "others";

  private final StringBuilder out = new StringBuilder();

  private LogCsv() {}

  static String write(
      LogSummary summary, Incident incident, @Nullable Breakdown breakdown, int top) {
    LogCsv csv = new LogCsv();
    if (breakdown == null) {
      csv.groups(summary, incident);
    } else {
      csv.rows(summary, incident, breakdown, top);
    }
    return csv.out.toString();
  }

  private void groups(LogSummary summary, Incident incident) {
    line(
        "cause",
        "provider",
        "codes",
        "permanent",
        "rejected",
        "messages",
        "attempts",
        "recipients",
        "domains",
        "first",
        "last",
        "ongoing",
        "share",
        "reply");
    for (Told told : incident.groups()) {
      LogGroup group = told.group();
      line(
          group.cause().label(),
          group.provider(),
          group.codes(),
          group.permanent(),
          group.rejected(),
          group.messages().value(),
          group.attempts(),
          group.recipients().value(),
          group.domains().value(),
          Objects.toString(group.first(), ""),
          Objects.toString(group.last(), ""),
          group.ongoing(),
          summary.isOfFailuresOnly() ? "" : Math.round(group.share() * 10_000) / 10_000.0,
          told.reply());
    }
    if (incident.groups().size() < summary.groups().size()) {
      long all = summary.groups().stream().mapToLong(LogGroup::attempts).sum();
      long shown = incident.groups().stream().mapToLong(told -> told.group().attempts()).sum();
      // Of several groups, messages and recipients cannot be added up.
      line(OTHERS, "", "", "", "", "", all - shown, "", "", "", "", "", "", "");
    }
  }

  private void rows(LogSummary summary, Incident incident, Breakdown breakdown, int top) {
    line(breakdown.option(), "delivered", "deferred", "bounced", "rejected");
    List<Row> rows = breakdown.rows(summary, incident.zone());
    List<Row> shown = breakdown.shown(rows, top);
    shown.forEach(this::row);
    if (shown.size() < rows.size()) {
      row(Row.sum(OTHERS, rows.subList(shown.size(), rows.size())));
    }
  }

  private void row(Row row) {
    line(row.name(), row.delivered(), row.deferred(), row.bounced(), row.rejected());
  }

  private void line(Object... values) {
    out.append(
            Arrays.stream(values)
                .map(value -> cell(value.toString()))
                .collect(Collectors.joining(",")))
        .append(END);
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe. */
  private static String cell(String text) {
    String inert = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
  }
}
