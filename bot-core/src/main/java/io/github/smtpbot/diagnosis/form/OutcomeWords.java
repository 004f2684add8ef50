package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by words what became of a message. Immutable; safe for use by many threads. */
public final class OutcomeWords {

  private final ReadingCues cues;

  public OutcomeWords(ReadingCues cues) {
    this.cues = cues;
  }

  /** What a line of a log in lower case says, or null. */
  public @Nullable Outcome ofLog(String lower) {
    Outcome flagged = EximFlag.in(lower);
    if (flagged != null) {
      return flagged;
    }
    if (cues.isIn(ReadingCue.OUTCOME_FAILED, lower)) {
      return Outcome.FAILED;
    }
    if (cues.isIn(ReadingCue.OUTCOME_DELAYED, lower)) {
      return Outcome.DELAYED;
    }
    return cues.isIn(ReadingCue.OUTCOME_DELIVERED, lower) ? Outcome.DELIVERED : null;
  }

  /** What the words of a report in lower case say, or null. */
  @Nullable Outcome ofReport(String lower) {
    if (cues.isIn(ReadingCue.DELAY_WORDS, lower)) {
      return Outcome.DELAYED;
    }
    return cues.isIn(ReadingCue.FAILURE_WORDS, lower) ? Outcome.FAILED : null;
  }

  /** What the field Action says, or null. */
  public static @Nullable Outcome ofField(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.startsWith("fail")) {
      return Outcome.FAILED;
    }
    if (lower.startsWith("delay")) {
      return Outcome.DELAYED;
    }
    return lower.startsWith("deliver") || lower.startsWith("relay") || lower.startsWith("expand")
        ? Outcome.DELIVERED
        : null;
  }
}
