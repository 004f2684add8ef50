package io.github.smtpbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Tells what comes for the first time from what has come already: a bounded number of keys, each
 * for a bounded time, and nothing else. Safe for use by many threads.
 */
final class Once {

  private final Cache<String, Boolean> known;

  /**
   * Knows nothing yet.
   *
   * @param most how many keys are known at a time; beyond, those least used are forgotten
   * @param keep how long each is known
   */
  Once(int most, Duration keep) {
    known =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(keep)
            .executor(Runnable::run)
            .build();
  }

  /** Whether this comes for the first time; from now on, it does not. */
  boolean isFirst(String key) {
    return known.asMap().putIfAbsent(key, Boolean.TRUE) == null;
  }

  /** The next time is the first again. */
  void forget(String key) {
    known.invalidate(key);
  }
}
