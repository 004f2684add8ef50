package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.AddressFlags;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a line of Exim's main log says that became of an address. Linear in the line.
 * Immutable; safe for use by many threads.
 */
public final class EximFlag {

  /** A log puts no more than this before the flag. */
  private static final int WIDEST_PREFIX = 120;

  private final AddressFlags flags;

  public EximFlag(ReadingCues cues) {
    this.flags = new AddressFlags(cues);
  }

  /** What the flag in a line says, or null if there is none. */
  public @Nullable Outcome in(String line) {
    int limit = Math.min(line.length(), WIDEST_PREFIX);
    for (int at = 0; at < limit; at++) {
      ReadingCue flag = flags.at(line, at);
      if (flag != null) {
        return switch (flag) {
          case FAILED_FLAGS -> Outcome.FAILED;
          case DELAYED_FLAGS -> Outcome.DELAYED;
          default -> Outcome.DELIVERED;
        };
      }
    }
    return null;
  }
}
