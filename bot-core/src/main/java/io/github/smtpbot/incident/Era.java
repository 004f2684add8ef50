package io.github.smtpbot.incident;

/**
 * The time that a log is about: all of its times, but for a few that lie so far from the others
 * that only a clock that was wrong can have written them.
 *
 * @param first in seconds
 * @param last in seconds
 * @param strays how many times lie outside
 * @param stray one of those, in seconds
 */
record Era(int first, int last, int strays, int stray) {

  static final Era NONE = new Era(0, Outcomes.NO_TIME - 1, 0, 0);

  /** So many times, or one in so many, may be of a clock that was wrong. */
  private static final int MOST_STRAYS = 8;

  private static final int TIMES_PER_STRAY = 500;

  /** Of fewer times nobody can tell which clock was right. */
  private static final int FEWEST = 60;

  /** They lie so far off at least, in seconds, and so many times as long as the log is. */
  private static final long FAR = 30L * 24 * 60 * 60;

  private static final long TIMES_AS_LONG = 10;

  /** The era of these times, which are sorted. */
  static Era of(int... times) {
    int count = times.length;
    if (count == 0) {
      return NONE;
    }
    int low = 0;
    int high = count - 1;
    int most = count < FEWEST ? 0 : Math.max(MOST_STRAYS, count / TIMES_PER_STRAY);
    for (int left = 1; left <= most; left++) {
      if (isFar(times[left] - (long) times[left - 1], times[high - most] - (long) times[left])) {
        low = left;
      }
    }
    for (int left = 1; left <= most; left++) {
      int end = count - 1 - left;
      if (isFar(times[end + 1] - (long) times[end], times[end] - (long) times[low])) {
        high = end;
      }
    }
    int strays = low + count - 1 - high;
    return new Era(
        times[low], times[high], strays, strays == 0 ? 0 : low > 0 ? times[0] : times[count - 1]);
  }

  private static boolean isFar(long gap, long length) {
    return gap >= FAR && gap >= TIMES_AS_LONG * length;
  }

  boolean holds(int second) {
    return second >= first && second <= last;
  }
}
