package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.CueGroup;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Outcome;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by words what became of a message. Immutable; safe for use by many threads. */
public final class OutcomeWords {

  private final EximFlag flags;
  private final CueGroup ofLogs;

  public OutcomeWords(ReadingCues cues) {
    this.flags = new EximFlag(cues);
    this.ofLogs =
        cues.together(
            ReadingCue.OUTCOME_FAILED, ReadingCue.OUTCOME_DELAYED, ReadingCue.OUTCOME_DELIVERED);
  }

  /** What a line of a log in lower case says, or null. */
  public @Nullable Outcome ofLog(String lower) {
    Outcome flagged = flags.in(lower);
    if (flagged != null) {
      return flagged;
    }
    Set<ReadingCue> said = ofLogs.in(lower);
    if (said.contains(ReadingCue.OUTCOME_FAILED)) {
      return Outcome.FAILED;
    }
    if (said.contains(ReadingCue.OUTCOME_DELAYED)) {
      return Outcome.DELAYED;
    }
    return said.contains(ReadingCue.OUTCOME_DELIVERED) ? Outcome.DELIVERED : null;
  }

  /** What the words of a report say, by the cues that are in them; or null. */
  static @Nullable Outcome ofReport(Set<ReadingCue> said) {
    if (said.contains(ReadingCue.DELAY_WORDS)) {
      return Outcome.DELAYED;
    }
    return said.contains(ReadingCue.FAILURE_WORDS) ? Outcome.FAILED : null;
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
