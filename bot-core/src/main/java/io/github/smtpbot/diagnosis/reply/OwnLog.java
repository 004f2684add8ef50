package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the beginning of a log's line whose server wrote it. Linear in the line. Immutable; safe
 * for use by many threads.
 */
final class OwnLog {

  /** What a log writes of itself before it tells what happened is not longer. */
  private static final int BEGINNING = 160;

  private final Map<String, List<String>> logs;
  private final ReadingCues cues;

  OwnLog(Map<String, List<String>> logs, ReadingCues cues) {
    this.logs = logs;
    this.cues = cues;
  }

  /** The id of the provider whose server wrote a line in lower case, or null. */
  @Nullable String writer(String lower) {
    String beginning = lower.substring(0, Math.min(lower.length(), BEGINNING));
    for (Map.Entry<String, List<String>> log : logs.entrySet()) {
      for (String sign : log.getValue()) {
        if (beginning.contains(sign)) {
          return log.getKey();
        }
      }
    }
    return null;
  }

  /**
   * Likewise, where the words before a reply say that the server gave it to a client; else null.
   */
  @Nullable String refuser(String lower, String lowerBefore) {
    return cues.isIn(ReadingCue.OWN_REFUSALS, lowerBefore) ? writer(lower) : null;
  }
}
