package io.github.smtpbot.log.format.event;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads the times of events: ISO 8601, and seconds, milliseconds or microseconds since 1970. */
final class Times {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Longer than any time that is read. */
  private static final int MAX_LENGTH = 40;

  private static final BigDecimal MILLIS_FROM = new BigDecimal("100000000000");
  private static final BigDecimal MICROS_FROM = new BigDecimal("100000000000000");

  /** {@code 2026-11-27T14:05:00.123Z}, {@code 2026-11-27 14:05:00+0700}, and what is between. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[' '][XXX][XX][X]")
          .toFormatter();

  private final ZoneId zone;

  /**
   * @param zone of the times that tell none
   */
  Times(ZoneId zone) {
    this.zone = zone;
  }

  /** The time, or null if it is none, or one that no log can hold. */
  @Nullable Instant read(String text) {
    String time = text.strip();
    if (time.isEmpty() || time.length() > MAX_LENGTH) {
      return null;
    }
    BigDecimal number = number(time);
    Instant read = number == null ? iso(time) : sinceEpoch(number);
    return read == null || read.isBefore(EARLIEST) || read.isAfter(LATEST) ? null : read;
  }

  /** The time, or another if it is none. */
  @Nullable Instant read(String text, @Nullable Instant otherwise) {
    Instant read = read(text);
    return read == null ? otherwise : read;
  }

  /** A number that is not negative, with an exponent too, as some programs write large ones. */
  private static @Nullable BigDecimal number(String text) {
    boolean exponent = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      exponent |= c == 'e' || c == 'E';
      if ((c < '0' || c > '9') && ".eE".indexOf(c) < 0) {
        return null;
      }
    }
    try {
      if (!exponent) {
        return new BigDecimal(text);
      }
      // Not exactly: a large exponent would make a number of as many digits.
      double number = Double.parseDouble(text);
      return number < 1e18 ? BigDecimal.valueOf(number) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Instant sinceEpoch(BigDecimal number) {
    BigDecimal seconds = number;
    if (number.compareTo(MICROS_FROM) >= 0) {
      seconds = number.movePointLeft(6);
    } else if (number.compareTo(MILLIS_FROM) >= 0) {
      seconds = number.movePointLeft(3);
    }
    if (seconds.compareTo(MILLIS_FROM) >= 0) {
      return null;
    }
    long whole = seconds.longValue();
    return Instant.ofEpochSecond(
        whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }

  private @Nullable Instant iso(String text) {
    if (text.length() < 16 || text.charAt(4) != '-') {
      return null;
    }
    try {
      TemporalAccessor time = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof LocalDateTime local
          ? local.atZone(zone).toInstant()
          : Instant.from(time);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
