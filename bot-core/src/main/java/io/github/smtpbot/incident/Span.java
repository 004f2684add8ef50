package io.github.smtpbot.incident;

/**
 * A time in which a share was higher.
 *
 * @param first in seconds
 * @param last in seconds
 * @param chance how likely it is by chance alone, at most
 * @param fromStart whether nothing is known of the time before it
 */
record Span(int first, int last, double chance, boolean fromStart) {

  boolean holds(int second) {
    return second >= first && second <= last;
  }

  /** From the beginning of this to the end of a later one. */
  Span upTo(Span later) {
    return new Span(first, later.last, Math.min(chance, later.chance), fromStart);
  }
}
