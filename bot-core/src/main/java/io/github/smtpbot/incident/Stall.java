package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.log.LogCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log in which no mail is tried any more, though it goes on. Comes in: a summary, with what
 * programs of the mail server gave up by. Goes out: the one that tells why, and the headline of it.
 *
 * @param trouble what a program gave up by
 * @param lastMail when the last mail was tried; null if none was
 */
record Stall(LogCount.Trouble trouble, @Nullable Instant lastMail) {

  /** A program gave up so often at least that it is no accident. */
  private static final int FEWEST_LINES = 3;

  /** How long before the last mail trouble may have begun that stopped it. */
  private static final Duration BEFORE = Duration.ofMinutes(15);

  private static final String WARNING = "warning: ";

  /** That of a log; null if mail is tried in it to its end. */
  static @Nullable Stall of(LogSummary summary) {
    Instant first = summary.first();
    Instant last = summary.last();
    List<LogCount.Trouble> since =
        summary.count().troubles().stream()
            .filter(trouble -> trouble.lines() >= FEWEST_LINES)
            .filter(trouble -> isStill(summary, first, last, trouble))
            .toList();
    // A program that ends says why; who watches it only says that it ended.
    return since.stream()
        .max(
            Comparator.comparing((LogCount.Trouble trouble) -> !trouble.text().startsWith(WARNING))
                .thenComparing(LogCount.Trouble::lines)
                .thenComparing(LogCount.Trouble::program))
        .map(trouble -> new Stall(trouble, last))
        .orElse(null);
  }

  /** Whether trouble began when mail stopped, and lasts too long for a pause. */
  private static boolean isStill(
      LogSummary summary, @Nullable Instant first, @Nullable Instant last, LogCount.Trouble of) {
    if (first == null || last == null) {
      return summary.totals().messages().all().value() == 0;
    }
    double silence = Duration.between(last, of.last()).toSeconds();
    double time = Math.max(1, Duration.between(first, last).toSeconds());
    double expected = summary.totals().attempts().all().value() * silence / time;
    return expected >= Scan.FEWEST_FAILURES && !of.first().isBefore(last.minus(BEFORE));
  }

  /** What is said of it before all else. */
  Headline headline(Words words, Speech speech) {
    Instant last = lastMail;
    String lines = speech.number(trouble.lines());
    String program = trouble.program().isEmpty() ? "…" : trouble.program();
    String happens =
        last == null
            ? words.ui("log.stall.always", program, lines, trouble.text())
            : words.ui(
                "log.stall",
                speech.time(last),
                speech.time(trouble.last()),
                program,
                lines,
                trouble.text());
    String acts = words.ui("log.own.acts");
    Brief.Verdict verdict =
        new Brief.Verdict(
            Tone.PERMANENT, List.of(new Brief.Span(words.ui("verdict.acts", acts), true)));
    return new Headline(
        happens,
        new Outline(
            words.ui("log.own.name.error"),
            "",
            verdict,
            acts,
            false,
            words.ui("log.own.stall"),
            List.of()));
  }
}
