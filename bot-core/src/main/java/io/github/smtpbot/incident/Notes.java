package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.log.LogCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Says how far the rest may be trusted. Comes in: a summary and the groups that are shown. Goes
 * out: what could not be read, what was left out, and how exact the counts are.
 */
final class Notes {

  private static final int MOST_PROBLEMS = 10;

  private final Words words;
  private final Speech speech;

  Notes(Words words, Speech speech) {
    this.words = words;
    this.speech = speech;
  }

  List<String> of(LogSummary summary, List<LogGroup> shown) {
    List<String> notes = new ArrayList<>();
    LogCount count = summary.count();
    Instant compared = summary.comparedFrom();
    if (compared != null) {
      notes.add(words.ui("log.compared", speech.dayAndTime(compared)));
    }
    Instant stray = summary.stray();
    if (stray != null) {
      notes.add(words.ui("log.stray", speech.dayAndTime(stray)));
    }
    if (count.unknownLines() > 0) {
      notes.add(
          words.ui(
              "log.unknown_lines",
              speech.number(count.unknownLines()),
              speech.number(count.lines())));
    }
    for (LogCount.Problem problem :
        count.problems().subList(0, Math.min(MOST_PROBLEMS, count.problems().size()))) {
      String kind = problem.kind().name().toLowerCase(Locale.ROOT);
      notes.add(words.ui("log.problem." + kind, problem.source()));
    }
    double error = largestError(summary.totals(), shown);
    if (error > 0) {
      notes.add(words.ui("log.estimate", speech.percent(error)));
    }
    return List.copyOf(notes);
  }

  /** How far off a number may be of those that are shown. */
  private static double largestError(Totals totals, List<LogGroup> shown) {
    Totals.Outcome messages = totals.messages();
    Totals.Outcome deliveries = totals.deliveries();
    Stream<Count> counts =
        Stream.concat(
            Stream.of(
                messages.all(),
                messages.delivered(),
                messages.deferred(),
                messages.bounced(),
                messages.rejected(),
                messages.late(),
                deliveries.delivered(),
                deliveries.deferred(),
                deliveries.bounced(),
                deliveries.rejected()),
            shown.stream()
                .flatMap(
                    group ->
                        Stream.of(
                            group.messages(),
                            group.recipients(),
                            group.domains(),
                            group.traffic())));
    return counts.filter(count -> count.value() > 0).mapToDouble(Count::error).max().orElse(0);
  }
}
