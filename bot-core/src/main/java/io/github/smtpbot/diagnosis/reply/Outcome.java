package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a report or a log says became of the message (the field Action of RFC 3464). */
public enum Outcome {
  FAILED,
  DELAYED,
  DELIVERED;

  /** What a line of a log in lower case says, or null. */
  static @Nullable Outcome ofLog(String lower, ReadingCues cues) {
    if (cues.isIn(ReadingCue.OUTCOME_FAILED, lower)) {
      return FAILED;
    }
    if (cues.isIn(ReadingCue.OUTCOME_DELAYED, lower)) {
      return DELAYED;
    }
    return cues.isIn(ReadingCue.OUTCOME_DELIVERED, lower) ? DELIVERED : null;
  }

  /** What the first words of a report say, or null. */
  static @Nullable Outcome ofReport(String words, ReadingCues cues) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (cues.isIn(ReadingCue.DELAY_WORDS, lower)) {
      return DELAYED;
    }
    return cues.isIn(ReadingCue.FAILURE_WORDS, lower) ? FAILED : null;
  }

  /** What the field Action says, or null. */
  static @Nullable Outcome ofField(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.startsWith("fail")) {
      return FAILED;
    }
    if (lower.startsWith("delay")) {
      return DELAYED;
    }
    return lower.startsWith("deliver") || lower.startsWith("relay") || lower.startsWith("expand")
        ? DELIVERED
        : null;
  }
}
