package io.github.smtpbot.incident;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mail of a log that shares are taken of. Comes in: which groups fail, and whose mail. Goes
 * out: that mail in the order of time, with what of it fails so.
 */
final class Traffic {

  /** The place of whom nobody knows. */
  private static final int UNKNOWN = 0;

  private final Tally tally;
  private final Walk walk;

  /** The mail of a tally that was walked over. */
  Traffic(Tally tally, Walk walk) {
    this.tally = tally;
    this.walk = walk;
  }

  /**
   * The mail to some providers, and what of it fails as some groups do.
   *
   * @param untried failures of mail for anybody, which is counted as mail to these too
   * @param answered whether mail that failed in another way is left out: it could not fail in this
   */
  Series series(
      Set<Integer> places, Set<Integer> providers, Set<Integer> untried, boolean answered) {
    boolean[] fail = new boolean[tally.groups.size()];
    places.forEach(place -> fail[place] = true);
    boolean[] stuck = new boolean[tally.groups.size()];
    untried.forEach(place -> stuck[place] = true);
    boolean[] of = new boolean[tally.providers.size()];
    providers.forEach(provider -> of[provider] = true);
    Series series = new Series();
    walk.events.each(
        (second, provider, failedAs, isNew, count) -> {
          boolean fails = failedAs >= 0 && fail[failedAs];
          boolean isStuck = failedAs >= 0 && stuck[failedAs];
          boolean isTold = of[provider] && !(answered && failedAs >= 0);
          boolean counts = isNew && (isStuck || isTold);
          if (fails || counts) {
            series.add(second, fails, count);
          }
        });
    return series;
  }

  /** Whose mail a group's share is taken of: its provider's; of what we reject ourselves, all. */
  Set<Integer> of(int place) {
    Group group = tally.groups.get(place);
    if (group.key.ours()) {
      return IntStream.range(0, tally.providers.size()).boxed().collect(Collectors.toSet());
    }
    int provider = tally.providerOf(group);
    return provider != UNKNOWN && tally.isLoose(place)
        ? Set.of(provider, UNKNOWN)
        : Set.of(provider);
  }

  /** All to whom mail is sent. */
  Set<Integer> everyProvider() {
    return everySent().stream()
        .filter(place -> !tally.providers.get(place).equals(GroupKey.HERE))
        .collect(Collectors.toSet());
  }

  /** All whose mail the server took, programs on it among them. */
  Set<Integer> everySent() {
    return IntStream.range(0, tally.providers.size())
        .boxed()
        .filter(place -> !tally.providers.get(place).equals(Tally.OURS))
        .collect(Collectors.toSet());
  }

  /** How many messages there are to some providers. */
  long messages(Set<Integer> providers) {
    return providers.stream().mapToLong(provider -> walk.providerMessages[provider]).sum();
  }
}
