package io.github.smtpbot.catalog;

import java.util.Optional;

/**
 * Which enhanced status codes a provider's rule is about: one, {@code 5.7.1}; one of any class,
 * {@code x.7.1}; or a range, {@code 4.7.500-4.7.699}.
 *
 * @param first the code, or the first of the range; of class 0 for any class
 * @param last the last detail of the range, both ends counted; that of {@code first} for one code
 */
public record EnhancedPattern(EnhancedStatusCode first, int last) {

  /** Checks that the range does not end before it begins. */
  public EnhancedPattern {
    if (last < first.detail()) {
      throw new IllegalArgumentException("not a range: " + first + " to " + last);
    }
  }

  /**
   * The pattern that a text is; empty if it is none. A range names both its ends in full; they have
   * class and subject in common, and the second is the larger.
   */
  public static Optional<EnhancedPattern> parse(String text) {
    int dash = text.indexOf('-');
    Code first = Codes.parse(dash < 0 ? text : text.substring(0, dash)).orElse(null);
    Code last = dash < 0 ? first : Codes.parse(text.substring(dash + 1)).orElse(null);
    if (first instanceof EnhancedStatusCode from
        && last instanceof EnhancedStatusCode to
        && from.classDigit() == to.classDigit()
        && from.subject() == to.subject()
        && (dash < 0 ? from.detail() == to.detail() : from.detail() < to.detail())) {
      return Optional.of(new EnhancedPattern(from, to.detail()));
    }
    return Optional.empty();
  }

  /** Whether this is about one code rather than a range. */
  public boolean isOne() {
    return last == first.detail();
  }

  /** Whether a code is among those meant; one of any class is if this is so for one of them. */
  public boolean matches(EnhancedStatusCode code) {
    return (first.classDigit() == 0
            || code.classDigit() == 0
            || first.classDigit() == code.classDigit())
        && first.subject() == code.subject()
        && first.detail() <= code.detail()
        && code.detail() <= last;
  }

  /** As it is written in a provider's file. */
  public String text() {
    return isOne()
        ? first.text()
        : first.text()
            + "-"
            + new EnhancedStatusCode(first.classDigit(), first.subject(), last).text();
  }

  @Override
  public String toString() {
    return text();
  }
}
