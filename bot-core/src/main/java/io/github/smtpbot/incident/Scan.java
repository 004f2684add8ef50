package io.github.smtpbot.incident;

import org.jspecify.annotations.Nullable;

/**
 * Looks for the one time in which a group's share of the mail was higher than outside of it by more
 * than chance explains. It is a scan statistic: of all windows, that of the largest likelihood
 * ratio of two binomial distributions against one (Kulldorff, "A spatial scan statistic",
 * Communications in Statistics 26, 1997). Mail comes in bursts, so the ratio is divided by how much
 * the shares scatter beyond a binomial distribution (quasi-likelihood; McCullagh and Nelder,
 * "Generalized Linear Models", 1989). {@code docs/logs.md} tells it at length.
 */
final class Scan {

  /** How likely it is at most that a log in which nothing changes is said to have changed. */
  static final double FALSE_ALARMS = 0.01;

  /** So many failures are an incident at least. */
  static final int FEWEST_FAILURES = 10;

  /** Before a change there is so much mail at least: of less, nobody knows that it was better. */
  static final int FEWEST_BEFORE = 5;

  /** After trouble that was there from the start there is so much mail at least. */
  private static final int FEWEST_AFTER = 20;

  /** Of the mail from the start on, so much fails at least that it is trouble. */
  private static final double LEAST_AT_START = 0.25;

  /** What a share rises by at least, and how many times. */
  static final double LEAST_RISE = 0.03;

  static final double LEAST_FACTOR = 2;

  /** Silence that would be chance less often than this is an end. */
  static final double LEAST_SILENCE = 0.01;

  private static final double MOST_CERTAIN = 0.99;

  private static final int PARTS = 200;

  /** So many failures, and so much other mail, are expected in what is looked at for scatter. */
  private static final double FEWEST_EXPECTED = 2;

  /** That a share was no lower before would be chance less often than this. */
  private static final double LEAST_CHANGE = 0.001;

  private final Series series;
  private final Series answered;
  private final int size;

  /** A window: from one step up to another. */
  private record Window(int from, int to, double ratio) {}

  /**
   * What was found.
   *
   * @param from the step at which the window begins
   * @param to the step after its end
   * @param chance how likely it is by chance alone, at most
   */
  record Found(int from, int to, double chance) {}

  private Scan(Series series, Series answered) {
    this.series = series;
    this.answered = answered;
    this.size = series.size();
  }

  /**
   * The window that stands out, or null.
   *
   * @param answered the same without the mail that failed in another way: where much does, the
   *     share of all other failures falls, which is no change of theirs
   * @param tests how many groups are looked at, so that the rate of false alarms is that of the log
   */
  static @Nullable Found in(Series series, Series answered, int tests) {
    return new Scan(series, answered).find(tests, 1);
  }

  /**
   * The window that stands out after another was taken out, which stood out less: each of two makes
   * the other look like scatter. All windows might have been taken out, so chance has more ways.
   */
  static @Nullable Found beside(Series series, Series answered, int tests) {
    return new Scan(series, answered).find(tests, PARTS * (PARTS + 1) / 2);
  }

  /** The window that would stand out if mail did not come in bursts, or null. */
  static @Nullable Found likely(Series series, int tests) {
    Scan scan = new Scan(series, series);
    int[] parts = series.parts(PARTS);
    Window best = scan.best(parts);
    double chance = best == null ? 1 : chance(best.ratio(), parts, tests);
    return best != null && chance <= FALSE_ALARMS && scan.matters(best)
        ? new Found(best.from(), best.to(), chance)
        : null;
  }

  /**
   * The window from the first mail on in which so much fails that it is trouble, and after which it
   * does no more; null if there is none. Nobody knows that it was better before.
   */
  static @Nullable Found atStart(Series series, Series answered, int tests) {
    return new Scan(series, answered).findAtStart(tests);
  }

  private @Nullable Found findAtStart(int tests) {
    int[] parts = series.parts(PARTS);
    Window best = new Window(0, 0, 0);
    int last = 0;
    for (int i = 1; i < parts.length - 1; i++) {
      double ratio = series.all(parts[i], size) < FEWEST_AFTER ? 0 : ratio(0, parts[i]);
      if (ratio > best.ratio()) {
        best = new Window(0, parts[i], ratio);
        last = i;
      }
    }
    if (best.ratio() == 0) {
      return null;
    }
    for (int to = parts[last - 1] + 1; to <= parts[last + 1]; to++) {
      if (series.failed(to - 1, to) > 0 && series.all(to, size) >= FEWEST_AFTER) {
        best = better(best, 0, to);
      }
    }
    double scatter = scatter(best, parts);
    double chance = chance(best.ratio() / scatter, parts, tests);
    return chance <= FALSE_ALARMS
            && series.share(0, best.to()) >= LEAST_AT_START
            && fell(best, scatter)
        ? new Found(0, best.to(), chance)
        : null;
  }

  /** Whether the share is lower after a window, of the mail that did not fail in another way. */
  private boolean fell(Window window, double scatter) {
    int to = answered.after(series.second(window.to() - 1));
    double share = answered.share(0, to);
    double shareAfter = answered.share(to, answered.size());
    return answered.all(to, answered.size()) >= FEWEST_AFTER
        && share >= shareAfter * LEAST_FACTOR
        && share - shareAfter >= LEAST_RISE
        && answeredRatio(0, to, to, answered.size()) / scatter >= -Math.log(LEAST_CHANGE);
  }

  /** The logarithm of the likelihood ratio of two times against one, of what was answered. */
  private double answeredRatio(int from, int to, int otherFrom, int otherTo) {
    long failed = answered.failed(from, to);
    long all = answered.all(from, to);
    long otherFailed = answered.failed(otherFrom, otherTo);
    long other = answered.all(otherFrom, otherTo);
    return likelihood(failed, all)
        + likelihood(otherFailed, other)
        - likelihood(failed + otherFailed, all + other);
  }

  private @Nullable Found find(int tests, int ways) {
    int[] parts = series.parts(PARTS);
    Window exact = best(parts);
    if (exact == null) {
      return null;
    }
    double scatter = scatter(exact, parts);
    double chance = chance(exact.ratio() / scatter, parts, tests) * ways;
    return chance <= FALSE_ALARMS && matters(exact) && rose(exact, scatter)
        ? new Found(exact.from(), exact.to(), chance)
        : null;
  }

  private static double chance(double ratio, int[] parts, int tests) {
    return parts.length * (parts.length - 1) / 2.0 * tests * Math.exp(-ratio);
  }

  /** The window of the largest ratio, its ends to the second; null if no share is higher. */
  private @Nullable Window best(int... parts) {
    Window best = new Window(0, 0, 0);
    int first = 0;
    int last = 0;
    for (int i = 1; i < parts.length - 1; i++) {
      if (series.all(0, parts[i]) < FEWEST_BEFORE) {
        continue;
      }
      for (int j = i + 1; j < parts.length; j++) {
        double ratio = ratio(parts[i], parts[j]);
        if (ratio > best.ratio()) {
          best = new Window(parts[i], parts[j], ratio);
          first = i;
          last = j;
        }
      }
    }
    if (best.ratio() == 0) {
      return null;
    }
    return refined(
        best,
        parts[first - 1],
        parts[first + 1],
        parts[last - 1],
        parts[Math.min(last + 1, parts.length - 1)]);
  }

  /** Whether it is more than a difference that only many messages make visible. */
  private boolean matters(Window window) {
    double before = series.share(0, window.from());
    double during = series.share(window.from(), window.to());
    return during >= before * LEAST_FACTOR && during - before >= LEAST_RISE;
  }

  /**
   * Whether the share is higher than before, of the mail that did not fail in another way: what
   * only ends has not begun.
   */
  private boolean rose(Window window, double scatter) {
    int from = answered.after(series.second(window.from()) - 1);
    int to = answered.after(series.second(window.to() - 1));
    long before = answered.all(0, from);
    double share = answered.share(from, to);
    double shareBefore = answered.share(0, from);
    if (before == 0 || share < shareBefore * LEAST_FACTOR || share - shareBefore < LEAST_RISE) {
      return false;
    }
    return answeredRatio(from, to, 0, from) / scatter >= -Math.log(LEAST_CHANGE);
  }

  /** The logarithm of the likelihood ratio of a window; 0 if the share in it is not higher. */
  private double ratio(int from, int to) {
    long failed = series.failed(from, to);
    long all = series.all(from, to);
    long outside = series.all(0, size) - all;
    long failedOutside = series.failed(0, size) - failed;
    if (failed < FEWEST_FAILURES || failed * outside <= failedOutside * all) {
      return 0;
    }
    return likelihood(failed, all)
        + likelihood(failedOutside, outside)
        - likelihood(failed + failedOutside, all + outside);
  }

  private static double likelihood(long failed, long all) {
    return term(failed, all) + term(all - failed, all);
  }

  private static double term(long count, long all) {
    return count == 0 ? 0 : count * Math.log((double) count / all);
  }

  /** The same window with its ends to the second. */
  private Window refined(Window window, int start, int lastStart, int firstEnd, int end) {
    Window best = window;
    for (int from = start; from < Math.min(lastStart, window.to()); from++) {
      if (series.failed(from, from + 1) > 0 && series.all(0, from) >= FEWEST_BEFORE) {
        best = better(best, from, window.to());
      }
    }
    int from = best.from();
    for (int to = Math.max(firstEnd, from + 1); to <= end; to++) {
      if (series.failed(to - 1, to) > 0) {
        best = better(best, from, to);
      }
    }
    return best;
  }

  private Window better(Window best, int from, int to) {
    double ratio = ratio(from, to);
    return ratio > best.ratio() ? new Window(from, to, ratio) : best;
  }

  /** How much more the shares of small parts differ than chance alone explains; 1 if no more. */
  private double scatter(Window window, int[] parts) {
    double inside = series.share(window.from(), window.to());
    long outsideAll = series.all(0, size) - series.all(window.from(), window.to());
    long outsideFailed = series.failed(0, size) - series.failed(window.from(), window.to());
    double outside = (outsideFailed + 0.5) / (outsideAll + 1.0);
    double[] sum = new double[2];
    scatter(0, window.from(), outside, parts, sum);
    scatter(window.from(), window.to(), inside, parts, sum);
    scatter(window.to(), size, outside, parts, sum);
    return sum[1] <= 2 ? 1 : Math.max(1, sum[0] / (sum[1] - 2));
  }

  /** Adds up Pearson's statistic over parts that are large enough. */
  private void scatter(int from, int to, double share, int[] parts, double[] sum) {
    int start = from;
    for (int part : parts) {
      int end = Math.min(part, to);
      double all = end > start ? series.all(start, end) : 0;
      if (all * share >= FEWEST_EXPECTED && all * (1 - share) >= FEWEST_EXPECTED) {
        double off = series.failed(start, end) - all * share;
        sum[0] += off * off / (all * share * (1 - share));
        sum[1]++;
        start = end;
      }
    }
  }

  /** Whether the share is higher from a step on than before it, by more than chance explains. */
  static boolean rises(Series series, int from, int at, int to) {
    double ratio =
        likelihood(series.failed(from, at), series.all(from, at))
            + likelihood(series.failed(at, to), series.all(at, to))
            - likelihood(series.failed(from, to), series.all(from, to));
    return series.share(at, to) > series.share(from, at) && ratio >= -Math.log(LEAST_CHANGE);
  }

  /**
   * Whether failures go on: that there are so few at the end would be no accident otherwise.
   *
   * @param share of the mail that failed while they went on
   * @param failed of the mail since, how much failed so
   * @param all how much mail came up since
   */
  static boolean isOngoing(double share, long failed, long all) {
    if (all == 0 || failed >= share * all) {
      return true;
    }
    // Nobody knows that all fail; a single success would end that.
    double was = Math.min(share, MOST_CERTAIN);
    double now = (double) failed / all;
    double ratio =
        (failed == 0 ? 0 : failed * Math.log(now / was))
            + (all - failed) * Math.log((1 - now) / (1 - was));
    return now >= was || ratio <= -Math.log(LEAST_SILENCE);
  }
}
