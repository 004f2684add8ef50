package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import java.time.Duration;
import java.util.Locale;

/**
 * How long a server asks to wait, in the unit that one would say it in, rounded up.
 *
 * @param unit its unit
 * @param count how many of them, 1 to {@value #MAX_COUNT}
 */
record WaitTime(Unit unit, long count) {

  /** What two digits of base 36 hold: as much room as a token has. */
  static final int MAX_COUNT = 36 * 36 - 1;

  enum Unit {
    SECONDS(1),
    MINUTES(60),
    HOURS(3600);

    private final long seconds;

    Unit(long seconds) {
      this.seconds = seconds;
    }
  }

  /** The largest unit that is exact, else the smallest that is not too small. */
  static WaitTime of(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds % Unit.HOURS.seconds != 0) {
      if (seconds % Unit.MINUTES.seconds != 0 && seconds <= MAX_COUNT) {
        return new WaitTime(Unit.SECONDS, seconds);
      }
      long minutes = (seconds + 59) / 60;
      if (minutes <= MAX_COUNT) {
        return new WaitTime(Unit.MINUTES, minutes);
      }
    }
    return new WaitTime(Unit.HOURS, Math.min(MAX_COUNT, (seconds + 3599) / 3600));
  }

  /** As one says it. */
  String in(Words words) {
    return words.ui("time." + unit.name().toLowerCase(Locale.ROOT), count);
  }

  Duration duration() {
    return Duration.ofSeconds(count * unit.seconds);
  }
}
