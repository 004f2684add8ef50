package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds one reason at several places. Comes in: the groups of each cause, and what was found of
 * each group alone. Goes out: the changes of all groups of a cause that began at several places at
 * once.
 */
final class Together {

  /** At so many places at once a failure is not theirs but has one reason. */
  private static final int FEWEST_PLACES = 3;

  /** A place has so many of the failures at least. */
  private static final int FEWEST_AT_PLACE = 3;

  /** At a place that is hit as well, the share is no less than this part of the whole share. */
  private static final double LEAST_PART = 0.5;

  /** More of the mail than this is all mail. */
  private static final double ALL = 0.95;

  private final Tally tally;
  private final Traffic traffic;
  private final List<LogGroup> groups;
  private final Map<Cause, Set<Integer>> causes;

  /**
   * @param groups what is told of each group of the tally, in its order
   */
  Together(Tally tally, Traffic traffic, List<LogGroup> groups) {
    this.tally = tally;
    this.traffic = traffic;
    this.groups = groups;
    this.causes = byCause();
  }

  /** How many causes are looked at. */
  int causes() {
    return causes.size();
  }

  /** Those of a cause in the order of causes, each in place of what it holds together. */
  void join(List<Rise> alone, Rises rises) {
    List<Rise> together = new ArrayList<>();
    for (Set<Integer> ofCause : causes.values()) {
      for (Rise one : together(ofCause, alone, rises)) {
        together.add(one);
        alone.removeIf(other -> one.places().containsAll(other.places()) && one.overlaps(other));
      }
    }
    alone.addAll(together);
  }

  /** The groups that may have one reason; what we refuse ourselves has another. */
  private Map<Cause, Set<Integer>> byCause() {
    Map<Cause, Set<Integer>> byCause = new EnumMap<>(Cause.class);
    for (int group = 0; group < tally.groups.size(); group++) {
      GroupKey key = tally.groups.get(group).key;
      boolean ours = key.ours() || key.provider().equals(GroupKey.HERE);
      if (!ours && !Group.isFurther(key) && !groups.get(group).isEndOfAny(groups)) {
        byCause.computeIfAbsent(family(key), none -> new LinkedHashSet<>()).add(group);
      }
    }
    byCause.values().removeIf(ofCause -> places(ofCause) < FEWEST_PLACES);
    return byCause;
  }

  /** Where one's own network fails, some names are not found and some hosts not reached. */
  private static Cause family(GroupKey key) {
    return key.cause() == Cause.DOMAIN_NOT_FOUND && !key.permanent()
        ? Cause.HOST_UNREACHABLE_OR_TIMEOUT
        : key.cause();
  }

  /** Changes of all groups of a cause that began at several places at once. */
  private List<Rise> together(Set<Integer> ofCause, List<Rise> alone, Rises rises) {
    List<Change> times = new ArrayList<>();
    rises.find(ofCause, traffic.everyProvider(), true).forEach(found -> times.add(found.change()));
    alone.stream()
        .filter(found -> ofCause.containsAll(found.places()))
        .map(Rise::change)
        .forEach(times::add);
    Set<Integer> most = Set.of();
    for (Change time : times) {
      Set<Integer> hit = hit(ofCause, time, rises);
      most = places(hit) > places(most) ? hit : most;
    }
    if (places(most) < FEWEST_PLACES) {
      return List.of();
    }
    Set<Integer> providers = new HashSet<>();
    most.forEach(group -> providers.addAll(traffic.of(group)));
    Set<Integer> hit = most;
    boolean all =
        traffic.messages(providers) >= ALL * traffic.messages(traffic.everyProvider())
            || rises.find(most, traffic.everyProvider(), true).stream()
                .anyMatch(found -> found.change().during() >= ALL);
    return rises.find(most, all ? traffic.everyProvider() : providers, all).stream()
        .filter(found -> places(hit(hit, found.change(), rises)) >= FEWEST_PLACES)
        .toList();
  }

  /** The groups that are higher in that time than before, about as much as the others. */
  private Set<Integer> hit(Set<Integer> ofCause, Change time, Rises rises) {
    int from = time.fromStart() ? 0 : (int) time.since().getEpochSecond();
    Instant until = time.until();
    int to = until == null ? Integer.MAX_VALUE : (int) until.getEpochSecond();
    Map<Integer, Set<Integer>> byProvider = new HashMap<>();
    for (int group : ofCause) {
      byProvider
          .computeIfAbsent(tally.providerOf(tally.groups.get(group)), none -> new HashSet<>())
          .add(group);
    }
    Map<Integer, Double> shares = new HashMap<>();
    byProvider.forEach(
        (provider, ofProvider) -> {
          Series series = rises.series(ofProvider, traffic.of(ofProvider.iterator().next()));
          int start = series.after(from - 1);
          int end = to == Integer.MAX_VALUE ? series.size() : series.after(to);
          double during = series.share(start, end);
          if (series.failed(start, end) >= FEWEST_AT_PLACE
              && during >= series.share(0, start) * Scan.LEAST_FACTOR) {
            shares.put(provider, during);
          }
        });
    double highest = shares.values().stream().mapToDouble(share -> share).max().orElse(0);
    shares.values().removeIf(share -> share < highest * LEAST_PART);
    Set<Integer> hit = new LinkedHashSet<>();
    shares.keySet().stream().sorted().map(byProvider::get).forEach(hit::addAll);
    return hit;
  }

  /** At how many places groups are: providers, or where those are not known, domains. */
  private int places(Set<Integer> of) {
    int places =
        (int)
            of.stream()
                .map(group -> groups.get(group).provider())
                .filter(provider -> !provider.isEmpty())
                .distinct()
                .count();
    long domains =
        of.stream()
            .map(groups::get)
            .filter(group -> group.provider().isEmpty())
            .mapToLong(
                group ->
                    group.mainDomains().isEmpty()
                        ? group.domains().value()
                        : group.mainDomains().size())
            .max()
            .orElse(0);
    return places + (int) Math.min(FEWEST_PLACES, domains);
  }
}
