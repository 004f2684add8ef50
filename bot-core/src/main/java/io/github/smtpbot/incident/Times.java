package io.github.smtpbot.incident;

import java.util.Arrays;

/** Collects the times of a log, in seconds. */
final class Times {

  private int[] seconds = new int[1 << 10];
  private int size;

  /** Adds one in milliseconds, or {@link Group#NO_TIME}. */
  void add(long millis) {
    add(millis == Group.NO_TIME ? Outcomes.NO_TIME : (int) (millis / 1000));
  }

  void add(int second) {
    if (second == Outcomes.NO_TIME) {
      return;
    }
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, size * 2);
    }
    seconds[size++] = second;
  }

  /** The time that the log is about. */
  Era era() {
    Arrays.sort(seconds, 0, size);
    return Era.of(Arrays.copyOf(seconds, size));
  }
}
