package io.github.smtpbot.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds when some groups began or rose. Comes in: their places in the tally, and whose mail their
 * share is taken of. Goes out: a change for each time that stands out.
 */
final class Rises {

  private final Traffic traffic;
  private final List<LogGroup> groups;
  private final boolean ofFailures;
  private final Spans spans;
  private final Dating dating;
  private final Set<Integer> untried;

  /**
   * @param groups what is told of each group of the tally, in its order
   * @param ofFailures whether there is nothing but failures, so that each is a share of them
   * @param untried the failures of mail that was for others, but that the own machinery could not
   *     even try
   */
  Rises(
      Traffic traffic,
      List<LogGroup> groups,
      boolean ofFailures,
      Spans spans,
      Dating dating,
      Set<Integer> untried) {
    this.traffic = traffic;
    this.groups = groups;
    this.ofFailures = ofFailures;
    this.spans = spans;
    this.dating = dating;
    this.untried = untried;
  }

  /** The same where these could not be tried. */
  Rises with(Set<Integer> stuck) {
    return new Rises(traffic, groups, ofFailures, spans, dating, stuck);
  }

  /** What could not be tried. */
  Set<Integer> untried() {
    return untried;
  }

  /** The mail to some providers, and what of it fails as some groups do. */
  Series series(Set<Integer> places, Set<Integer> providers) {
    return traffic.series(places, providers, untried, false);
  }

  /** All times at which groups began or rose. */
  List<Rise> find(Set<Integer> places, Set<Integer> providers, boolean everywhere) {
    Series series = series(places, providers);
    List<Span> apart =
        spans.of(series, ofFailures ? series : traffic.series(places, providers, untried, true));
    if (apart.isEmpty()) {
      return List.of();
    }
    // What could not be tried since tells nothing of an end.
    Series tried = tried(places, providers);
    List<Span> joined = Spans.joined(apart, tried);
    List<Rise> found = new ArrayList<>();
    for (Span span : joined) {
      Series alone = series;
      Series aloneTried = tried;
      for (Span other : joined) {
        alone = other.equals(span) ? alone : alone.without(other);
        aloneTried = other.equals(span) ? aloneTried : aloneTried.without(other);
      }
      Change change = dating.change(told(places), everywhere, span, alone, aloneTried);
      // What was there from the first line on, and has no end, is no change.
      if (!span.fromStart() || change.until() != null) {
        found.add(new Rise(change, places));
      }
    }
    return found;
  }

  /** The change of some groups in a time that is known. */
  Rise at(Span span, Set<Integer> places, Set<Integer> providers) {
    return new Rise(
        dating.change(
            told(places), false, span, series(places, providers), tried(places, providers)),
        places);
  }

  private Series tried(Set<Integer> places, Set<Integer> providers) {
    return traffic.series(places, providers, Set.of(), false);
  }

  private List<LogGroup> told(Set<Integer> places) {
    return places.stream().map(groups::get).sorted(Analysis.ORDER).toList();
  }
}
