package io.github.smtpbot.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Knows of which messages the button that posts was pressed, so that an answer is posted once,
 * however often that is. Holds ids and nothing of what is in the messages. Safe for use by many
 * threads.
 */
final class Posted {

  /** A button is disabled a second after it was pressed; these are many times as much. */
  private static final int MAX_POSTS = 10_000;

  private static final Duration KEEP = Duration.ofHours(1);

  private final Cache<Long, Boolean> posted =
      Caffeine.newBuilder()
          .maximumSize(MAX_POSTS)
          .expireAfterWrite(KEEP)
          .executor(Runnable::run)
          .build();

  /** Whether this is posted for the first time; if so, it counts as posted from now on. */
  boolean claim(long message) {
    return posted.asMap().putIfAbsent(message, true) == null;
  }

  /** It could not be posted after all. */
  void release(long message) {
    posted.invalidate(message);
  }
}
