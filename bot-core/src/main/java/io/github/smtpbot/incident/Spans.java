package io.github.smtpbot.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a share was higher. Comes in: a series of mail. Goes out: the times that stand out by
 * more than chance explains, in their order.
 */
final class Spans {

  /** A group is told to have begun or risen so often at most. */
  private static final int MOST_TIMES = 3;

  private final boolean ofFailures;
  private final int tests;

  /**
   * @param ofFailures whether there is nothing but failures, so that each is a share of them
   * @param tests how many times something is looked for, by which chance finds more
   */
  Spans(boolean ofFailures, int tests) {
    this.ofFailures = ofFailures;
    this.tests = tests;
  }

  /** The times that stand out: the one that does most, and then what does without it. */
  List<Span> of(Series series, Series answered) {
    List<Span> spans = new ArrayList<>();
    Series rest = series;
    Series restAnswered = answered;
    while (spans.size() < MOST_TIMES) {
      Span span = span(rest, Scan.in(rest, restAnswered, tests));
      span = span == null ? beside(rest, restAnswered) : span;
      if (span == null) {
        break;
      }
      Span next = span;
      if (spans.stream().anyMatch(other -> next.holds(other.first()))) {
        break; // What lies around another is the same, less clear.
      }
      spans.add(span);
      rest = rest.without(span);
      restAnswered = restAnswered.without(span);
    }
    Span start = ofFailures ? null : start(rest, restAnswered);
    if (start != null && spans.stream().noneMatch(other -> start.holds(other.first()))) {
      spans.add(start);
    }
    spans.sort(Comparator.comparingInt(Span::first));
    return spans;
  }

  /** What was there from the first line on, and ended. */
  private @Nullable Span start(Series series, Series answered) {
    Scan.Found found = Scan.atStart(series, answered, tests);
    return found == null
        ? null
        : new Span(
            series.second(series.firstFailed()),
            series.second(found.to() - 1),
            found.chance(),
            true);
  }

  /** One of two times that hide each other; null if there are none. */
  private @Nullable Span beside(Series series, Series answered) {
    Span other = span(series, Scan.likely(series, tests));
    if (other == null) {
      return null;
    }
    Series rest = series.without(other);
    Span span = span(rest, Scan.beside(rest, answered.without(other), tests));
    if (span == null) {
      return null;
    }
    rest = series.without(span);
    return Scan.beside(rest, answered.without(span), tests) == null ? null : span;
  }

  private static @Nullable Span span(Series series, Scan.@Nullable Found found) {
    return found == null
        ? null
        : new Span(
            series.second(found.from()), series.second(found.to() - 1), found.chance(), false);
  }

  /** Two between which it did not end are one. */
  static List<Span> joined(List<Span> spans, Series series) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null) {
        joined.add(span);
        continue;
      }
      int start = series.after(last.first() - 1);
      int end = series.after(last.last());
      int next = Math.max(end, series.after(span.first() - 1));
      boolean goesOn =
          Scan.isOngoing(series.share(start, end), series.failed(end, next), series.all(end, next));
      if (goesOn) {
        joined.set(joined.size() - 1, last.upTo(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
