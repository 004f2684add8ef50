package io.github.smtpbot.incident;

/**
 * How many there are.
 *
 * @param value the number, or the best estimate of it
 * @param error the relative standard error: of two such numbers in three, the true one is no
 *     farther away; 0 if the number is exact
 */
public record Count(long value, double error) {

  /** A number that is counted, not estimated. */
  static Count exactly(long value) {
    return new Count(value, 0);
  }

  /** Whether it was counted, not estimated. */
  public boolean isExact() {
    return error == 0;
  }
}
