package io.github.smtpbot.incident;

import java.util.Arrays;

/**
 * The beginnings of outcomes in the order of time: each message to each recipient as it is first
 * seen, and as it first fails in some way. Retries are no events.
 */
final class Events {

  /** With 31 bits of a time, and one that tells what is new, they fill a positive number. */
  private static final int GROUP_BITS = 10;

  private static final int PROVIDER_BITS = 10;
  private static final int COUNT_BITS = 11;
  private static final int DELIVERED = (1 << GROUP_BITS) - 1;
  private static final int MOST = (1 << COUNT_BITS) - 1;

  /** Time, provider, group, whether it is new, and how many, so that sorting needs no boxes. */
  private long[] packed = new long[1 << 10];

  private int size;

  /** What looks at events. */
  interface Visitor {
    /**
     * Takes some that are alike.
     *
     * @param second when
     * @param provider whose mail it is
     * @param group in what way it failed; -1 if it did not
     * @param isNew whether the message to that recipient is seen for the first time
     * @param count how many
     */
    void visit(int second, int provider, int group, boolean isNew, int count);
  }

  void add(int second, int provider, int group, boolean isNew, int count) {
    long event = ((long) second << PROVIDER_BITS) | provider;
    event = (event << GROUP_BITS) | (group < 0 ? DELIVERED : group);
    event = (event << 1) | (isNew ? 1 : 0);
    for (int rest = count; rest > 0; rest -= MOST) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size * 2);
      }
      packed[size++] = (event << COUNT_BITS) | Math.min(rest, MOST);
    }
  }

  /** Puts them into the order of time. */
  void sort() {
    Arrays.sort(packed, 0, size);
  }

  /** Forgets those before a time, and those after another. */
  void keep(int first, int last) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long second = packed[i] >> (PROVIDER_BITS + GROUP_BITS + 1 + COUNT_BITS);
      if (second >= first && second <= last) {
        packed[kept++] = packed[i];
      }
    }
    size = kept;
  }

  void each(Visitor visitor) {
    for (int i = 0; i < size; i++) {
      long event = packed[i];
      int count = (int) event & MOST;
      event >>= COUNT_BITS;
      boolean isNew = (event & 1) != 0;
      event >>= 1;
      int group = (int) event & DELIVERED;
      event >>= GROUP_BITS;
      int provider = (int) event & ((1 << PROVIDER_BITS) - 1);
      visitor.visit(
          (int) (event >> PROVIDER_BITS), provider, group == DELIVERED ? -1 : group, isNew, count);
    }
  }
}
