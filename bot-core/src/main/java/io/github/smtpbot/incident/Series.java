package io.github.smtpbot.incident;

import java.util.Arrays;

/**
 * The mail that a group's share is taken of, in the order of time: how much came up, and how much
 * of it failed as the group does, summed up from the beginning. One step for each time.
 */
final class Series {

  private int[] seconds = new int[64];
  private long[] all = new long[65];
  private long[] failed = new long[65];
  private int size;

  /** Adds some of the mail; times never go back. */
  void add(int second, boolean fails, int count) {
    if (size == 0 || seconds[size - 1] != second) {
      if (size == seconds.length) {
        seconds = Arrays.copyOf(seconds, size * 2);
        all = Arrays.copyOf(all, size * 2 + 1);
        failed = Arrays.copyOf(failed, size * 2 + 1);
      }
      seconds[size++] = second;
      all[size] = all[size - 1];
      failed[size] = failed[size - 1];
    }
    all[size] += count;
    failed[size] += fails ? count : 0;
  }

  /** The same but for that time. */
  Series without(Span span) {
    Series rest = new Series();
    for (int step = 0; step < size; step++) {
      if (!span.holds(seconds[step])) {
        long failing = failed[step + 1] - failed[step];
        rest.add(seconds[step], true, (int) failing);
        rest.add(seconds[step], false, (int) (all[step + 1] - all[step] - failing));
      }
    }
    return rest;
  }

  /** How many steps there are. */
  int size() {
    return size;
  }

  int second(int step) {
    return seconds[step];
  }

  /** How much mail came up from one step on, up to another. */
  long all(int from, int to) {
    return all[to] - all[from];
  }

  /** Where it failed so for the first time; its size if it never did. */
  int firstFailed() {
    int first = 0;
    while (first < size() && failed(first, first + 1) == 0) {
      first++;
    }
    return first;
  }

  /** How much of it failed so. */
  long failed(int from, int to) {
    return failed[to] - failed[from];
  }

  double share(int from, int to) {
    long count = all(from, to);
    return count == 0 ? 0 : (double) failed(from, to) / count;
  }

  /** The first step after this time. */
  int after(int second) {
    int at = Arrays.binarySearch(seconds, 0, size, second);
    return at < 0 ? -at - 1 : at + 1;
  }

  /**
   * Steps that part the mail into about so many equal amounts, the first and the end among them.
   */
  int[] parts(int count) {
    int[] steps = new int[count + 1];
    int found = 0;
    long next = 0;
    for (int step = 0; step < size && found < count; step++) {
      if (all[step] >= next) {
        steps[found++] = step;
        next = all[step] + Math.max(1, (all[size] - all[step]) / (count - found + 1));
      }
    }
    steps[found++] = size;
    return Arrays.copyOf(steps, found);
  }
}
