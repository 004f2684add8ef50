package io.github.smtpbot.slack.bot;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what may come in floods to one line of the log a minute. Safe for use by many threads. */
final class OnceAMinute {

  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final AtomicLong told = new AtomicLong(System.nanoTime() - PAUSE);

  /** Whether a minute has passed since it was told; if so, it is told now. */
  boolean isDue() {
    long last = told.get();
    long now = System.nanoTime();
    return now - last >= PAUSE && told.compareAndSet(last, now);
  }

  /** It is told now, whether it is due or not. */
  void tellNow() {
    told.set(System.nanoTime());
  }
}
