package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes numbers, shares and times for one reader, of one log. */
final class Speech {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final double WHOLE_PERCENTS = 0.1;

  private final Words words;
  private final ZoneId zone;
  private final DateTimeFormatter times;
  private final boolean ofFailures;
  private final Count failures;

  /** A speech about that log; where it is of one day, times go without it. */
  Speech(Words words, ZoneId zone, LogSummary summary) {
    Instant first = summary.first();
    Instant last = summary.last();
    this.ofFailures = summary.isOfFailuresOnly();
    Totals.Outcome messages = summary.totals().messages();
    this.failures =
        new Count(messages.all().value() - messages.delivered().value(), messages.all().error());
    this.words = words;
    this.zone = zone;
    this.times =
        first != null && last != null && day(first).equals(day(last)) ? TIME : DAY_AND_TIME;
  }

  private LocalDate day(Instant time) {
    return ZonedDateTime.ofInstant(time, zone).toLocalDate();
  }

  String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number; an estimate is marked as one. */
  String number(Count count) {
    return count.isExact() ? number(count.value()) : words.ui("log.about", number(count.value()));
  }

  /** A share, 0 to 1, in percent; what is not nothing or all does not read so. */
  String percent(double share) {
    double percent = share * 100;
    String text =
        share == 0 || share == 1 || (share >= WHOLE_PERCENTS && percent < 99.5)
            ? String.format(Locale.ROOT, "%.0f", percent)
            : percent < 0.05 ? "<0.1" : String.format(Locale.ROOT, "%.1f", Math.min(percent, 99.9));
    return words.ui("log.percent", text);
  }

  /** Whether only failures were read, so that nobody knows how much of the mail that is. */
  boolean isOfFailures() {
    return ofFailures;
  }

  /** How many messages failed. */
  String failures() {
    return number(failures);
  }

  /** The part of some mail that failed, or where only failures were read, of those. */
  String part(double share, Count of) {
    return ofFailures
        ? words.ui(
            "log.of.failures",
            number(new Count(Math.round(share * of.value()), of.error())),
            number(of))
        : percent(share);
  }

  /** A time that may be of any day. */
  String dayAndTime(Instant time) {
    return DAY_AND_TIME.format(ZonedDateTime.ofInstant(time, zone));
  }

  String time(Instant time) {
    return times.format(ZonedDateTime.ofInstant(time, zone));
  }
}
