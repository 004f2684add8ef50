package io.github.smtpbot.incident;

import java.time.Instant;
import java.util.List;

/**
 * Dates a change. Comes in: some groups, the time in which they stand out, and the mail their share
 * is taken of. Goes out: the change, with since when and until when, and the shares before, in and
 * after that time.
 */
final class Dating {

  /** What is refused in place of nearly all mail is so much of it at least. */
  private static final double NEARLY_ALL = 0.9;

  /** And so much is left at most of what was taken before, in the same time. */
  private static final double HARDLY_ANY = 0.25;

  /** A flood of mail that nobody wants is more mail than before, by this at least. */
  private static final double FLOOD = 2;

  /** At the end of a time there is so much mail at least, of which a share is told. */
  private static final int FEWEST_AT_END = 20;

  /** The end of a time is this part of its mail. */
  private static final int END_PART = 4;

  /** What a share rises by at least up to its end, and how many times. */
  private static final double LEAST_RISE_AT_END = 0.1;

  private static final double LEAST_FACTOR_AT_END = 1.5;

  /** Of less time, in seconds, or of less mail nobody can tell how much mail is usual. */
  private static final int SHORTEST_BEFORE = 1_800;

  private static final int FEWEST_BEFORE = 20;

  private final Outcomes outcomes;

  Dating(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * The change of some groups.
   *
   * @param changed the groups, the worst first
   * @param series their share
   * @param tried the same of mail that could be tried: the rest tells nothing of an end
   */
  Change change(
      List<LogGroup> changed, boolean everywhere, Span span, Series series, Series tried) {
    int from = series.after(span.first() - 1);
    int to = series.after(span.last());
    double during = series.share(from, to);
    int end = tried.after(span.last());
    boolean fell =
        !Scan.isOngoing(during, tried.failed(end, tried.size()), tried.all(end, tried.size()));
    Instant until =
        fell
            ? Instant.ofEpochSecond(span.last())
            : changed.stream().allMatch(LogGroup::isOver) ? LogGroup.last(changed.stream()) : null;
    int rest = until == null ? tried.size() : tried.after((int) until.getEpochSecond());
    return new Change(
        changed.get(0),
        changed,
        everywhere,
        series.failed(0, from) == 0,
        span.fromStart(),
        changed.get(0).rejected() && isInsteadOfAll(series, from, to),
        Instant.ofEpochSecond(span.first()),
        until,
        rise(series, from, to),
        series.share(0, from),
        during,
        atEnd(series, from, to),
        until == null ? 0 : tried.share(rest, tried.size()),
        outcomes.count(series.all(0, from)),
        outcomes.count(series.all(from, to)),
        outcomes.count(series.failed(from, to)),
        span.chance());
  }

  /** How many times as much mail came up in a time as before it; 0 where nobody can tell. */
  private static double rise(Series series, int from, int to) {
    double before = series.second(from) - (double) series.second(0);
    double length = Math.max(1, series.second(to - 1) - (double) series.second(from));
    return before < SHORTEST_BEFORE || series.all(0, from) < FEWEST_BEFORE
        ? 0
        : series.all(from, to) / length / (series.all(0, from) / before);
  }

  /** The share at the end of a time, where it still rose; else that in all of it. */
  private static double atEnd(Series series, int from, int to) {
    double during = series.share(from, to);
    long least = Math.max(FEWEST_AT_END, series.all(from, to) / END_PART);
    int at = to;
    while (at > from && series.all(at, to) < least) {
      at--;
    }
    double share = series.share(at, to);
    boolean rose =
        series.all(from, at) >= least
            && share >= during * LEAST_FACTOR_AT_END
            && share - during >= LEAST_RISE_AT_END
            && Scan.rises(series, from, at, to);
    return rose ? share : during;
  }

  /**
   * Whether what is refused in that time came in place of mail that was taken before: then it is
   * the server that changed, and not that somebody sends much more that nobody wants.
   */
  private static boolean isInsteadOfAll(Series series, int from, int to) {
    double length = Math.max(1, series.second(to - 1) - series.second(from));
    double before = Math.max(1, series.second(from) - series.second(0));
    double all = series.all(from, to) / length;
    double allBefore = series.all(0, from) / before;
    double taken = all - series.failed(from, to) / length;
    double takenBefore = allBefore - series.failed(0, from) / before;
    return series.share(from, to) >= NEARLY_ALL
        && series.share(0, from) <= 1 - NEARLY_ALL
        && taken <= takenBefore * HARDLY_ANY
        && all <= allBefore * FLOOD;
  }
}
