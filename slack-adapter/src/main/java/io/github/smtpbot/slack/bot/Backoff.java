package io.github.smtpbot.slack.bot;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after how many failures. Used by one thread only. */
final class Backoff {

  private static final long FIRST = 500;
  private static final long LONGEST = 30_000;

  private int failures;
  private final OnceAMinute minute = new OnceAMinute();

  int failures() {
    return failures;
  }

  void succeeded() {
    failures = 0;
  }

  /** Half a second, twice as long each time up to half a minute, give or take a fifth. */
  Duration failed(Duration atLeast) {
    long pause = Math.min(LONGEST, FIRST << Math.min(failures, 10));
    failures++;
    long spread = pause / 5;
    long chosen = pause + ThreadLocalRandom.current().nextLong(-spread, spread + 1);
    return Duration.ofMillis(Math.max(chosen, atLeast.toMillis()));
  }

  /** The first failure is told at once, then one a minute. */
  boolean isWorthTelling() {
    if (failures > 1) {
      return minute.isDue();
    }
    minute.tellNow();
    return true;
  }
}
