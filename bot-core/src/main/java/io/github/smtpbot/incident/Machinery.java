package io.github.smtpbot.incident;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds trouble of the mail server's own programs. Comes in: the groups that fail by them. Goes
 * out: the times in which more mail failed so than these programs were there for before.
 */
final class Machinery {

  /** Where the own machinery fails by so much more than it was used, other mail fails by it too. */
  private static final double MORE_THAN_USUAL = 1.5;

  private final Tally tally;
  private final Walk walk;
  private final Traffic traffic;
  private final List<LogGroup> groups;

  /**
   * @param groups what is told of each group of the tally, in its order
   */
  Machinery(Tally tally, Walk walk, Traffic traffic, List<LogGroup> groups) {
    this.tally = tally;
    this.walk = walk;
    this.traffic = traffic;
    this.groups = groups;
  }

  /** Where the own machinery fails for more mail than it was there for before. */
  List<Rise> find(Rises rises) {
    Set<Integer> own = new LinkedHashSet<>();
    for (int group = 0; group < tally.groups.size(); group++) {
      if (OwnServer.of(groups.get(group)) == OwnServer.PROGRAM) {
        own.add(group);
      }
    }
    Set<Integer> here = new HashSet<>();
    Set<Integer> all = traffic.everyProvider();
    int place = tally.providers.indexOf(GroupKey.HERE);
    if (own.isEmpty() || place < 0) {
      return List.of();
    }
    here.add(place);
    all.add(place);
    return rises.find(own, all, true).stream()
        .filter(found -> found.change().during() > usual(found, here, all) * MORE_THAN_USUAL)
        .toList();
  }

  /** What part of all mail that was for programs on the server itself before. */
  private double usual(Rise found, Set<Integer> here, Set<Integer> all) {
    int since = (int) found.change().since().getEpochSecond();
    long[] before = new long[2];
    walk.events.each(
        (second, provider, failedAs, isNew, count) -> {
          if (isNew && second < since && all.contains(provider)) {
            before[0] += here.contains(provider) ? count : 0;
            before[1] += count;
          }
        });
    return before[1] == 0 ? 0 : (double) before[0] / before[1];
  }
}
