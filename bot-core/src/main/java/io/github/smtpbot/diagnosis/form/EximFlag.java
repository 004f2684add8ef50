package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.AddressFlags;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Outcome;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a line of Exim's main log says that became of an address. Linear in the line.
 * Immutable; safe for use by many threads.
 */
public final class EximFlag {

  /** A log puts no more than this before the flag. */
  private static final int WIDEST_PREFIX = 120;

  /** {@code 2025-01-31 10:00:00}, with which each line of the log begins. */
  private static final String TIME = "0000-00-00 00:00:00";

  /** Between the time and a message's own number stand the zone and the process at most. */
  private static final int FURTHEST_NUMBER = 20;

  /** Where the hyphens of a message's number stand, and how long it is: before Exim 4.97, since. */
  private static final int[][] NUMBERS = {{6, 13, 16}, {6, 18, 23}};

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

  /**
   * Whether a line says of a message, by the number that Exim gave it, something else than what
   * became of an address: {@code 2025-01-31 10:00:00 1tdXyZ-0001Ab-2C mx.b.example [192.0.2.1]
   * Connection refused}.
   */
  public boolean isOfMessage(String line) {
    if (!isTime(line)) {
      return false;
    }
    int limit = Math.min(line.length(), TIME.length() + FURTHEST_NUMBER);
    int at = TIME.length();
    // The zone and the process stand between, where they are logged: +0200 [123]
    while (at + 1 < limit && "+-[".indexOf(line.charAt(at + 1)) >= 0) {
      at = line.indexOf(' ', at + 1);
      if (at < 0) {
        return false;
      }
    }
    for (int[] number : NUMBERS) {
      if (at < limit && line.charAt(at) == ' ' && isNumber(line, at + 1, number)) {
        return !line.startsWith(" <=", at + 1 + number[2]);
      }
    }
    return false;
  }

  private static boolean isTime(String line) {
    if (line.length() < TIME.length()) {
      return false;
    }
    for (int i = 0; i < TIME.length(); i++) {
      char c = line.charAt(i);
      if (TIME.charAt(i) == '0' ? !CodeReader.isDigit(c) : c != TIME.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String line, int at, int[] shape) {
    int length = shape[2];
    if (at + length >= line.length() || line.charAt(at + length) != ' ') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = line.charAt(at + i);
      boolean hyphen = i == shape[0] || i == shape[1];
      if (hyphen ? c != '-' : c >= 0x80 || !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
