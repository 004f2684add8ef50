package io.github.smtpbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Shareable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Knows what was posted where, so that an answer is posted once, however often and by whomever its
 * button is pressed. Holds digests and nothing else. Safe for use by many threads.
 */
final class Posted {

  private static final int MAX_POSTS = 10_000;
  private static final Duration KEEP = Duration.ofHours(24);

  private final Cache<String, Boolean> posted =
      Caffeine.newBuilder()
          .maximumSize(MAX_POSTS)
          .expireAfterWrite(KEEP)
          .executor(Runnable::run)
          .build();

  /** Whether this is posted there for the first time; if so, it counts as posted from now on. */
  boolean claim(@Nullable String team, Place place, Shareable shareable) {
    return posted.asMap().putIfAbsent(key(team, place, shareable), Boolean.TRUE) == null;
  }

  /** It could not be posted after all. */
  void release(@Nullable String team, Place place, Shareable shareable) {
    posted.invalidate(key(team, place, shareable));
  }

  private static String key(@Nullable String team, Place place, Shareable shareable) {
    String of = String.join("\n", team + "", place.channel(), place.origin(), shareable.token());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
