package io.github.smtpbot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers to logs, kept for those who are shown them later: a few, for a day. Nothing of a log
 * is kept but what its answer shows, which is masked. Safe for use by many threads.
 */
final class KeptLogs {

  private static final int MOST = 100;
  private static final Duration KEEP = Duration.ofHours(24);
  private static final int ID = 16;

  private final SecureRandom random = new SecureRandom();
  private final Cache<Shareable.Kept, Kept> logs =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(KEEP)
          .executor(Runnable::run)
          .build();

  /**
   * What is kept of a log.
   *
   * @param answers one for each language
   * @param steps what to do, one for each language
   * @param pictures one for each language; none if nothing can be drawn
   */
  record Kept(
      Map<Locale, Answer> answers, Map<Locale, Answer> steps, Map<Locale, Picture> pictures) {}

  /** A new name, which nobody can guess. */
  Shareable.Kept name() {
    byte[] id = new byte[ID];
    random.nextBytes(id);
    return new Shareable.Kept(HexFormat.of().formatHex(id));
  }

  void keep(Shareable.Kept name, Kept log) {
    logs.put(name, log);
  }

  /** What is kept under this name, or null. */
  @Nullable Kept find(Shareable.Kept name) {
    return logs.getIfPresent(name);
  }
}
