package io.github.smtpbot.discord.bot;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: a second, then twice as long each time, a minute at the
 * most; a little more or less, so that many do not come back at once. Not thread-safe.
 */
final class Backoff {

  private static final long FIRST = 1_000;
  private static final long MOST = 60_000;

  private long next = FIRST;

  /** The time to wait now. */
  Duration next() {
    long millis = next;
    next = Math.min(MOST, 2 * next);
    return Duration.ofMillis(millis * 4 / 5 + ThreadLocalRandom.current().nextLong(millis * 2 / 5));
  }
}
