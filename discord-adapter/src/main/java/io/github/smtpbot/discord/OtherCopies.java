package io.github.smtpbot.discord;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices that another copy of the bot answers the same questions: Discord then says that an
 * interaction was answered already. During a restart two copies overlap for a moment, which is as
 * it should be; only what goes on is told. Thread-safe.
 */
final class OtherCopies {

  /** A restart is over by then. */
  private static final long OVERLAP = Duration.ofMinutes(2).toNanos();

  /** After so long without a sign it is another matter. */
  private static final long FORGET = Duration.ofMinutes(30).toNanos();

  private static final long TELL_AGAIN = Duration.ofHours(1).toNanos();

  private final LongSupplier nanoTime;
  private long first;
  private @Nullable Long latest;
  private @Nullable Long told;

  OtherCopies(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A question had been answered by another; whether the owner is to be told now. */
  synchronized boolean noticed() {
    long now = nanoTime.getAsLong();
    if (latest == null || now - latest > FORGET) {
      first = now;
    }
    latest = now;
    boolean tell = now - first > OVERLAP && (told == null || now - told > TELL_AGAIN);
    if (tell) {
      told = now;
    }
    return tell;
  }
}
