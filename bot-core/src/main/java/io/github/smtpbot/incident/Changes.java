package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds which groups began or rose, and which go on. Comes in: a tally, and what is told of its
 * groups. Goes out: what changed, each change once.
 */
final class Changes {

  /** So many groups are looked at: those of most messages. */
  private static final int MOST = 50;

  private final Traffic traffic;
  private final List<LogGroup> groups;
  private final List<Integer> candidates;
  private final Machinery machinery;
  private final Together together;
  private final Rises rises;

  /** Whether there is nothing but failures, so that each is a share of them. */
  private final boolean ofFailures;

  /** How many times something is looked for, by which chance finds more. */
  private final int tests;

  /**
   * @param groups what is told of each group of the tally, in its order
   */
  Changes(Tally tally, Walk walk, List<LogGroup> groups) {
    this.traffic = new Traffic(tally, walk);
    this.groups = groups;
    this.candidates =
        IntStream.range(0, tally.groups.size())
            .boxed()
            .filter(group -> walk.groupMessages[group] >= Scan.FEWEST_FAILURES)
            .filter(group -> !groups.get(group).isEndOfAny(groups))
            .sorted(Comparator.comparingLong(group -> -walk.groupMessages[group]))
            .limit(MOST)
            .toList();
    this.machinery = new Machinery(tally, walk, traffic, groups);
    this.together = new Together(tally, traffic, groups);
    this.ofFailures = tally.attempts[Results.place(Result.DELIVERED)] == 0;
    this.tests = candidates.size() + together.causes() + 1;
    this.rises =
        new Rises(
            traffic,
            groups,
            ofFailures,
            new Spans(ofFailures, tests),
            new Dating(tally.outcomes),
            Set.of());
  }

  /** What changed, that which goes on first, then what is no wave of spam, and affects most. */
  List<Change> find() {
    List<Rise> found = new ArrayList<>(machinery.find(rises));
    Rises tried = found.isEmpty() ? rises : rises.with(found.get(0).places());
    for (int group : candidates) {
      if (!tried.untried().contains(group)) {
        found.addAll(tried.find(Set.of(group), traffic.of(group), false));
      }
    }
    together.join(found, tried);
    found.addAll(dead(found, tried));
    return found.stream()
        .map(Rise::change)
        .sorted(
            Comparator.comparing((Change change) -> change.until() != null)
                .thenComparing(OwnServer::isBackground)
                .thenComparing(change -> -change.affected().value())
                .thenComparing(Change::since))
        .toList();
  }

  /**
   * Domains to which no mail gets through any more, though they have too little of the mail to
   * their provider, or of the mail to no known one, for its share to tell.
   */
  private List<Rise> dead(List<Rise> found, Rises tried) {
    List<Rise> dead = new ArrayList<>();
    for (int group : candidates) {
      LogGroup told = groups.get(group);
      boolean looked =
          ofFailures
              || tried.untried().contains(group)
              || told.isOver()
              || found.stream().anyMatch(other -> other.places().contains(group));
      double chance = looked ? 1 : DeadDomains.orderByChance(told) * tests;
      Instant first = told.first();
      Instant last = told.last();
      if (chance <= Scan.FALSE_ALARMS && first != null && last != null) {
        Span span =
            new Span((int) first.getEpochSecond(), (int) last.getEpochSecond(), chance, false);
        dead.add(tried.at(span, Set.of(group), traffic.of(group)));
      }
    }
    return dead;
  }
}
