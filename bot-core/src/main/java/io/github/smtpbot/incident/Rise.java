package io.github.smtpbot.incident;

import java.time.Instant;
import java.util.Set;

/**
 * A change that was found.
 *
 * @param change what is told of it
 * @param places where its groups are in the tally
 */
record Rise(Change change, Set<Integer> places) {

  /** Whether both were there at a time. */
  boolean overlaps(Rise other) {
    Instant end = change.until();
    Instant otherEnd = other.change.until();
    return (end == null || !other.change.since().isAfter(end))
        && (otherEnd == null || !otherEnd.isBefore(change.since()));
  }
}
