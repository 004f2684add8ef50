package io.github.smtpbot.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers and times that are written beside the axes, at distances people are used to. */
final class Ticks {

  private static final int MOST_COUNTS = 4;
  private static final int MOST_TIMES = 6;
  private static final int[] DAYS = {1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 3_650, 36_500};
  private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720};
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private Ticks() {}

  /** A time with what is written below it. */
  record Tick(Instant time, String label) {}

  /** From nothing up to the largest count or a little less. */
  static List<Long> ofCounts(long highest) {
    long step = 1;
    for (int i = 0; highest / step > MOST_COUNTS; i++) {
      // 1, 2, 5, 10, 20, 50 …
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    List<Long> counts = new ArrayList<>();
    for (long count = 0; count <= highest; count += step) {
      counts.add(count);
    }
    return counts;
  }

  /** Times of the clock of a zone, or days where it is about many. */
  static List<Tick> ofTimes(Instant start, Instant end, ZoneId zone) {
    Duration length = Duration.between(start, end);
    for (int minutes : MINUTES) {
      if (length.toMinutes() / minutes <= MOST_TIMES) {
        return length.toMinutes() < 2
            ? List.of(tick(start, zone, SECOND))
            : ofClock(start, end, zone, minutes);
      }
    }
    for (int days : DAYS) {
      if (length.toDays() / days <= MOST_TIMES) {
        return ofDays(start, end, zone, days);
      }
    }
    return List.of(tick(start, zone, DATE));
  }

  private static List<Tick> ofClock(Instant start, Instant end, ZoneId zone, int minutes) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate day = start.atZone(zone).toLocalDate();
    ZonedDateTime time = day.atStartOfDay(zone);
    while (!time.toInstant().isAfter(end)) {
      if (!time.toInstant().isBefore(start)) {
        boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
        ticks.add(tick(time.toInstant(), zone, midnight ? DAY : TIME));
      }
      time = time.plusMinutes(minutes);
    }
    return ticks;
  }

  private static List<Tick> ofDays(Instant start, Instant end, ZoneId zone, int days) {
    List<Tick> ticks = new ArrayList<>();
    DateTimeFormatter format = days < 60 ? DAY : DATE;
    ZonedDateTime time = start.atZone(zone).toLocalDate().atStartOfDay(zone);
    while (!time.toInstant().isAfter(end)) {
      if (!time.toInstant().isBefore(start)) {
        ticks.add(tick(time.toInstant(), zone, format));
      }
      time = time.plusDays(days);
    }
    return ticks;
  }

  private static Tick tick(Instant time, ZoneId zone, DateTimeFormatter format) {
    return new Tick(time, format.format(time.atZone(zone)));
  }
}
