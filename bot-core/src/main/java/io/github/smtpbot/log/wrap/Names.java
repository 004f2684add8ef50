package io.github.smtpbot.log.wrap;

import org.jspecify.annotations.Nullable;

/**
 * The names of hosts and programs, which stand in line after line: one that was read lately is not
 * made anew. Not thread-safe.
 */
final class Names {

  private static final int ROOM = 256;

  private final @Nullable String[] lately = new @Nullable String[ROOM];

  /** What stands there in a line, which is not empty. */
  String of(String line, int from, int to) {
    int length = to - from;
    int place = (31 * line.charAt(to - 1) + 7 * line.charAt(from + length / 2) + length) % ROOM;
    String known = lately[place];
    if (known != null && known.length() == length && line.startsWith(known, from)) {
      return known;
    }
    String name = line.substring(from, to);
    lately[place] = name;
    return name;
  }
}
