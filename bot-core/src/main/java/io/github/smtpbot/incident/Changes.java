package io.github.smtpbot.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds which groups began or rose, and which go on. */
final class Changes {

  /** So many groups are looked at: those of most messages. */
  private static final int MOST = 50;

  private final Tally tally;
  private final Walk walk;
  private final List<Integer> candidates;

  Changes(Tally tally, Walk walk) {
    this.tally = tally;
    this.walk = walk;
    this.candidates =
        IntStream.range(0, tally.groups.size())
            .boxed()
            .filter(group -> walk.groupMessages[group] >= Scan.FEWEST_FAILURES)
            .sorted(Comparator.comparingLong(group -> -walk.groupMessages[group]))
            .limit(MOST)
            .toList();
  }

  /** Whether a group goes on at the end of the log. */
  boolean isOngoing(int group) {
    return isOngoing(group, series(group), 0);
  }

  private boolean isOngoing(int group, Series series, int from) {
    int start = from;
    while (start < series.size() && series.failed(start, start + 1) == 0) {
      start++;
    }
    long last = tally.groups.get(group).last;
    int end = last == Group.NO_TIME ? series.size() : series.after((int) (last / 1000));
    return Scan.isOngoing(
        series.share(start, Math.max(start, end)), 0, series.all(end, series.size()));
  }

  /** What changed, that which goes on first, then what affects most. */
  List<Change> find(List<LogGroup> groups) {
    List<Change> changes = new ArrayList<>();
    for (int group : candidates) {
      Change change = find(group, groups.get(group));
      if (change != null) {
        changes.add(change);
      }
    }
    changes.sort(
        Comparator.comparing((Change change) -> change.until() != null)
            .thenComparing(change -> -change.affected().value())
            .thenComparing(Change::since));
    return List.copyOf(changes);
  }

  private @Nullable Change find(int place, LogGroup group) {
    Series series = series(place);
    Scan.Found found = Scan.in(series, candidates.size());
    if (found == null) {
      return null;
    }
    int from = found.from();
    int to = found.to();
    double during = series.share(from, to);
    boolean over =
        !Scan.isOngoing(during, series.failed(to, series.size()), series.all(to, series.size()));
    return new Change(
        group,
        series.failed(0, from) == 0,
        Instant.ofEpochSecond(series.second(from)),
        over ? Instant.ofEpochSecond(series.second(to - 1)) : null,
        series.share(0, from),
        during,
        tally.outcomes.count(series.failed(from, to)),
        found.chance());
  }

  /** The mail to the provider of a group; for what we reject ourselves, all mail. */
  private Series series(int place) {
    Group group = tally.groups.get(place);
    boolean every = group.key.ours();
    int ofProvider = tally.providerOf(group);
    Series series = new Series();
    walk.events.each(
        (second, provider, failedAs, isNew, count) -> {
          boolean fails = failedAs == place;
          if (fails || (isNew && (every || provider == ofProvider))) {
            series.add(second, fails, count);
          }
        });
    return series;
  }
}
