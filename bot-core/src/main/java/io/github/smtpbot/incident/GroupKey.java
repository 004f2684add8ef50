package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.util.Comparator;

/**
 * What the failures of a group have in common.
 *
 * @param ours whether the server whose log it is refused the message itself
 * @param cause what went wrong
 * @param provider the id of whose mail it is, or of its house; {@link #HERE} for a program on the
 *     server itself; empty if nothing tells. Of what the server refused, of who wrote the words.
 * @param codes as written, such as {@code 421 4.7.28}; empty if there are none
 * @param permanent whether delivery was given up for good
 */
record GroupKey(boolean ours, Cause cause, String provider, String codes, boolean permanent) {

  /** Stands for the provider where a program on the server itself was to take the message. */
  static final String HERE = "local";

  static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::ours)
          .thenComparing(GroupKey::permanent)
          .thenComparing(GroupKey::cause)
          .thenComparing(GroupKey::provider)
          .thenComparing(GroupKey::codes);

  /** What failures are counted under when there are more kinds of them than are kept apart. */
  GroupKey further() {
    return new GroupKey(ours, Cause.OTHER, "", "", permanent);
  }
}
