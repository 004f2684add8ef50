package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a tally: totals, groups, and what changed. */
record Analysis(
    Totals totals,
    List<LogGroup> groups,
    List<Integer> places,
    List<Change> changes,
    Events events) {

  static Analysis of(Tally tally) {
    Walk walk = Walk.over(tally);
    Changes changes = new Changes(tally, walk);
    List<LogGroup> groups = new ArrayList<>();
    for (int i = 0; i < tally.groups.size(); i++) {
      groups.add(group(tally, walk, i, changes.isOngoing(i)));
    }
    List<LogGroup> sorted = new ArrayList<>(groups);
    sorted.sort(
        Comparator.comparingLong((LogGroup group) -> group.messages().value())
            .thenComparingLong(LogGroup::attempts)
            .reversed()
            .thenComparing(LogGroup::rejected)
            .thenComparing(LogGroup::permanent)
            .thenComparing(LogGroup::cause)
            .thenComparing(LogGroup::provider)
            .thenComparing(LogGroup::codes));
    return new Analysis(
        totals(tally, walk),
        List.copyOf(sorted),
        sorted.stream().map(groups::indexOf).toList(),
        changes.find(groups),
        walk.events);
  }

  private static LogGroup group(Tally tally, Walk walk, int place, boolean ongoing) {
    Group group = tally.groups.get(place);
    GroupKey key = group.key;
    long seen = walk.groupMessages[place];
    long traffic = key.ours() ? walk.all() : walk.providerMessages[tally.providerOf(group)];
    Count messages = messages(tally.outcomes, group, seen);
    return new LogGroup(
        key.cause(),
        key.provider(),
        key.codes(),
        key.permanent(),
        key.ours(),
        messages,
        group.attempts,
        group.recipients.count(),
        group.domains.count(),
        instant(group.first),
        instant(group.last),
        ongoing,
        traffic == 0 ? 0 : (double) seen / traffic,
        tally.outcomes.count(traffic),
        group.found,
        group.reply);
  }

  /** Exactly where that is known; else by what errs least. */
  private static Count messages(Outcomes outcomes, Group group, long seen) {
    if (outcomes.isExact()) {
      return Count.exactly(seen);
    }
    Count named = group.messages.count();
    return new Count(named.value() + group.nameless, named.error());
  }

  static @Nullable Instant instant(long millis) {
    return millis == Group.NO_TIME ? null : Instant.ofEpochMilli(millis);
  }

  private static Totals totals(Tally tally, Walk walk) {
    return new Totals(
        outcome(tally.outcomes, walk.messages, walk.lateMessages),
        outcome(tally.outcomes, walk.deliveries, walk.lateDeliveries),
        attempts(tally.attempts),
        tally.recipients.count(),
        tally.domains.count());
  }

  private static Totals.Outcome outcome(Outcomes outcomes, long[] counts, long late) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    return new Totals.Outcome(
        outcomes.count(all),
        outcomes.count(counts[Standing.DELIVERED.place()]),
        outcomes.count(counts[Standing.DEFERRED.place()]),
        outcomes.count(counts[Standing.BOUNCED.place()]),
        outcomes.count(counts[Standing.REJECTED.place()]),
        outcomes.count(late));
  }

  private static Totals.Outcome attempts(long... counts) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    return new Totals.Outcome(
        Count.exactly(all),
        Count.exactly(counts[Results.place(Result.DELIVERED)]),
        Count.exactly(counts[Results.place(Result.DEFERRED)]),
        Count.exactly(counts[Results.place(Result.BOUNCED)]),
        Count.exactly(counts[Results.place(Result.REJECTED)]),
        Count.exactly(0));
  }
}
