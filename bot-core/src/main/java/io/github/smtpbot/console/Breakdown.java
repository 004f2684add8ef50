package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Row;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What {@code --by} counts attempts by. */
enum Breakdown {
  CAUSE("cause"),
  PROVIDER("provider"),
  DOMAIN("domain"),
  SENDER_DOMAIN("sender-domain"),
  HOUR("hour");

  private final String option;

  Breakdown(String option) {
    this.option = option;
  }

  /** What is typed for it. */
  String option() {
    return option;
  }

  /** The name of what it counts by. */
  String label(SmtpBot bot, Locale locale) {
    return bot.label("log.by." + option, locale);
  }

  /** Its rows, the worst first; hours in the order of time. */
  List<Row> rows(LogSummary summary, ZoneId zone) {
    return switch (this) {
      case CAUSE -> summary.byCause();
      case PROVIDER -> summary.byProvider();
      case DOMAIN -> summary.byDomain();
      case SENDER_DOMAIN -> summary.bySenderDomain();
      case HOUR -> summary.byHour(zone);
    };
  }

  /** Those of its rows that are shown: as many as were asked for, but every hour. */
  List<Row> shown(List<Row> rows, int top) {
    return this == HOUR ? rows : rows.subList(0, Math.min(top, rows.size()));
  }

  /** How much any of its counts may be too low. */
  long error(LogSummary summary) {
    return switch (this) {
      case DOMAIN -> summary.errorByDomain();
      case SENDER_DOMAIN -> summary.errorBySenderDomain();
      default -> 0;
    };
  }
}
