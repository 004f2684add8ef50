package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Lazy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers to logs, kept for those who are shown them later: the latest ones, for a day. Nothing
 * of a log is kept but what its answer shows, which is masked. Safe for use by many threads.
 */
final class KeptLogs {

  private static final int MOST = 100;
  private static final long KEEP = Duration.ofHours(24).toNanos();
  private static final int ID = 16;

  private final SecureRandom random = new SecureRandom();

  /** The oldest first: the newest is the one that somebody has just been shown. */
  private final Map<Shareable.Kept, Entry> logs = new LinkedHashMap<>();

  private record Entry(Kept log, long since) {}

  /**
   * What is kept of a log.
   *
   * @param answers one for each language
   * @param steps what to do, one for each language
   * @param pictures one for each language, drawn when somebody looks; empty if nothing can be drawn
   */
  record Kept(
      Map<Locale, Answer> answers,
      Map<Locale, Answer> steps,
      Map<Locale, Lazy<Optional<Picture>>> pictures) {}

  /** A new name, which nobody can guess. */
  Shareable.Kept name() {
    byte[] id = new byte[ID];
    random.nextBytes(id);
    return new Shareable.Kept(HexFormat.of().formatHex(id));
  }

  synchronized void keep(Shareable.Kept name, Kept log) {
    logs.put(name, new Entry(log, System.nanoTime()));
    if (logs.size() > MOST) {
      Iterator<Shareable.Kept> oldest = logs.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** What is kept under this name, or null. */
  synchronized @Nullable Kept find(Shareable.Kept name) {
    logs.values().removeIf(entry -> System.nanoTime() - entry.since() > KEEP);
    Entry entry = logs.get(name);
    return entry == null ? null : entry.log();
  }
}
