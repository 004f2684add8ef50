package io.github.smtpbot.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a time as somebody types it: a date, a time of ISO 8601 or of day, or how long ago. */
final class WrittenTime {

  private static final int LONGEST_NUMBER = 6;

  /** How many digits an hour has: of a time of day, a colon follows them. */
  private static final int HOUR = 2;

  private WrittenTime() {}

  /** That time; null if it is none. */
  static @Nullable Instant read(String typed, ZoneId zone, Instant now) {
    String text = typed.strip();
    Instant ago = ago(text, now);
    if (ago != null) {
      return ago;
    }
    String iso = text.replace(' ', 'T');
    try {
      if (text.indexOf(':') == HOUR) {
        return lately(LocalTime.parse(text), zone, now);
      }
      if (iso.indexOf('T') < 0) {
        return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
      }
      String time = iso.substring(iso.indexOf('T'));
      boolean zoned = time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** When the clock showed that time last. */
  private static Instant lately(LocalTime time, ZoneId zone, Instant now) {
    ZonedDateTime today = now.atZone(zone).with(time);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private static @Nullable Instant ago(String text, Instant now) {
    int digits = 0;
    while (digits < text.length() && digits < LONGEST_NUMBER && isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits + 1 != text.length()) {
      return null;
    }
    long count = Long.parseLong(text.substring(0, digits));
    return switch (text.charAt(digits)) {
      case 'm' -> now.minus(Duration.ofMinutes(count));
      case 'h' -> now.minus(Duration.ofHours(count));
      case 'd' -> now.minus(Duration.ofDays(count));
      default -> null;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
