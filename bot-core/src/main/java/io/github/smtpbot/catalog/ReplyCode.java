package io.github.smtpbot.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A three-digit reply code, such as {@code 550} (RFC 5321 section 4.2).
 *
 * @param value 100 to 999; that a code can be written does not mean that the catalog knows it
 */
public record ReplyCode(int value) implements Code, Comparable<ReplyCode> {

  /** Checks the bounds. */
  public ReplyCode {
    if (value < 100 || value > 999) {
      throw new IllegalArgumentException("a reply code has three digits: " + value);
    }
  }

  @Override
  public String text() {
    return Integer.toString(value);
  }

  @Override
  public Severity severity() {
    return Severity.ofDigit(value / 100);
  }

  /** The second digit, which tells the category (RFC 5321 section 4.2.1): 0 to 9. */
  public int category() {
    return value / 10 % 10;
  }

  @Override
  public int compareTo(ReplyCode other) {
    return Integer.compare(value, other.value);
  }

  // Written out: a record's own methods are linked at the first call, which the terminal's start
  // would wait for.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReplyCode code && code.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    return text();
  }
}
