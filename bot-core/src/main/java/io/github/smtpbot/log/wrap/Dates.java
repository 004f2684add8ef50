package io.github.smtpbot.log.wrap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/**
 * Dates of log lines. Of a date without a year it says the last year in which the line is not in
 * the future, seen from when the log was written: a log of less than a year needs no other sign,
 * and a clock that jumps back changes nothing. Remembers the last minute, for most lines share it
 * with the line before.
 */
final class Dates {

  /** A clock may be ahead of the one that told when the log was written. */
  private static final long AHEAD = 24 * 60 * 60;

  /** Lines of several programs stand no farther out of order than this, in seconds. */
  private static final long DISORDER = 10 * 60;

  /** A leap day is at most so many years back. */
  private static final int MOST_YEARS = 8;

  private final ZoneId zone;
  private final Supplier<Instant> written;

  private long key = Long.MIN_VALUE;
  private long minute;

  /** Whether that minute came a second time. */
  private boolean again;

  private long lastSecond = Long.MIN_VALUE;
  private Instant last = Instant.EPOCH;

  Dates(ZoneId zone, Supplier<Instant> written) {
    this.zone = zone;
    this.written = written;
  }

  /**
   * A time in the zone of the log.
   *
   * @param year 0 for the last that fits
   * @throws DateTimeException for a date that does not exist
   */
  Instant local(int year, int month, int day, int hour, int min, int second, int nano) {
    long wanted = ((((long) year * 16 + month) * 32 + day) * 32 + hour) * 64 + min;
    if (wanted != key) {
      minute = year == 0 ? yearless(month, day, hour, min) : second(year, month, day, hour, min);
      key = wanted;
      ZonedDateTime time = Instant.ofEpochSecond(minute).atZone(zone);
      again = !time.equals(time.withEarlierOffsetAtOverlap());
    }
    return at(minute + second, nano);
  }

  /**
   * A time with its offset from UTC.
   *
   * @param offset in seconds, east is positive
   * @throws DateTimeException for a date that does not exist
   */
  Instant offset(
      int year, int month, int day, int hour, int min, int second, int nano, int offset) {
    long days = LocalDate.of(year, month, day).toEpochDay();
    return at(days * 86_400 + hour * 3_600L + min * 60L + second - offset, nano);
  }

  /** Lines of one second share one object. */
  Instant at(long second, int nano) {
    if (nano != 0) {
      return Instant.ofEpochSecond(second, nano);
    }
    if (second != lastSecond) {
      last = Instant.ofEpochSecond(second);
      lastSecond = second;
    }
    return last;
  }

  private long yearless(int month, int day, int hour, int min) {
    Instant newest = written.get().plusSeconds(AHEAD);
    int year = newest.atZone(zone).getYear();
    for (int back = 0; back <= MOST_YEARS; back++) {
      boolean exists = day <= LocalDate.of(year - back, month, 1).lengthOfMonth();
      if (exists) {
        long second = second(year - back, month, day, hour, min);
        if (second <= newest.getEpochSecond()) {
          return second;
        }
      }
    }
    throw new DateTimeException("No such day");
  }

  private long second(int year, int month, int day, int hour, int min) {
    ZonedDateTime time =
        LocalDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hour, min)).atZone(zone);
    long second = time.toEpochSecond();
    long later = time.withLaterOffsetAtOverlap().toEpochSecond();
    // An hour that comes twice: where the lines went on past this minute already, it is the second.
    boolean wentOn = minute > second + DISORDER && minute <= later + DISORDER;
    return later != second && (again || wentOn) ? later : second;
  }
}
