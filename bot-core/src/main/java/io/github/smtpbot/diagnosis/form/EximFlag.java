package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.diagnosis.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads the flag by which a line of Exim's main log says what became of an address: {@code ** a@b}
 * failed, {@code == a@b} deferred, {@code => a@b} delivered. It counts before an address alone, for
 * programs compare and point by the same signs. Linear in the line.
 */
public final class EximFlag {

  /** A log puts no more than this before the flag. */
  private static final int WIDEST_PREFIX = 120;

  /** No address is longer. */
  private static final int LONGEST_ADDRESS = 320;

  private EximFlag() {}

  /** What the flag in a line says, or null if there is none. */
  public static @Nullable Outcome in(String line) {
    int limit = Math.min(line.length() - 3, WIDEST_PREFIX);
    for (int at = 0; at < limit; at++) {
      Outcome outcome = of(line.charAt(at), line.charAt(at + 1));
      if (outcome != null
          && line.charAt(at + 2) == ' '
          && (at == 0 || line.charAt(at - 1) == ' ')
          && beginsAddress(line, at + 3)) {
        return outcome;
      }
    }
    return null;
  }

  private static @Nullable Outcome of(char first, char second) {
    if (first == '*' && second == '*') {
      return Outcome.FAILED;
    }
    if (first == '=' && second == '=') {
      return Outcome.DELAYED;
    }
    boolean delivered = second == '>' && (first == '=' || first == '-' || first == '*');
    return delivered ? Outcome.DELIVERED : null;
  }

  /** Whether the next word is an address. */
  private static boolean beginsAddress(String line, int from) {
    int limit = Math.min(line.length(), from + LONGEST_ADDRESS);
    for (int i = from; i < limit && line.charAt(i) != ' '; i++) {
      if (line.charAt(i) == '@') {
        return i > from;
      }
    }
    return false;
  }
}
