package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.log.LogCount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what matters of one log. Comes in: a summary, and what is told of its groups and changes.
 * Goes out: the headline: a server that stands still, what changed, what fails throughout, or else
 * the worst that is usual.
 */
final class Headlines {

  private final LogSummary summary;
  private final Words words;
  private final Speech speech;
  private final Outlines outlines;
  private final Happenings happenings;
  private final Troubles troubles;

  Headlines(
      LogSummary summary,
      Words words,
      Speech speech,
      Outlines outlines,
      Happenings happenings,
      Troubles troubles) {
    this.summary = summary;
    this.words = words;
    this.speech = speech;
    this.outlines = outlines;
    this.happenings = happenings;
    this.troubles = troubles;
  }

  /** What matters, where these groups and changes are told. */
  Headline of(List<ToldChange> changes, List<Told> groups) {
    Stall stall = Stall.of(summary);
    if (stall != null) {
      return stall.headline(words, speech);
    }
    if (summary.totals().messages().all().value() == 0) {
      return new Headline(nothingRead(), null);
    }
    if (groups.isEmpty()) {
      return new Headline(nothingFails(), null);
    }
    Told trouble = troubles.of(summary, groups);
    if (!changes.isEmpty()) {
      return changed(changes, trouble);
    }
    Headline stuck = throughout();
    return stuck == null ? usual(groups, trouble) : stuck;
  }

  /** That there is no mail, and of what time. */
  private String nothingRead() {
    LogCount.Span span = summary.count().span();
    boolean cut =
        summary.count().problems().stream()
            .anyMatch(problem -> problem.kind() == LogCount.Problem.Kind.LONG_LINE);
    return span == null
        ? words.ui(cut ? "log.nothing.cut" : "log.nothing")
        : words.ui(
            "log.nothing.then", speech.dayAndTime(span.first()), speech.dayAndTime(span.last()));
  }

  /** That nothing fails, and until when that is known: a log may go on without any delivery. */
  private String nothingFails() {
    String all = speech.number(summary.totals().messages().all());
    Instant first = summary.first();
    Instant last = summary.last();
    return first == null || last == null
        ? words.ui("log.all", all)
        : words.ui("log.all.timed", all, speech.time(first), speech.time(last));
  }

  /** What the first change is, and what else there is. */
  private Headline changed(List<ToldChange> changes, @Nullable Told trouble) {
    Change change = changes.get(0).change();
    Outline outline = outlines.of(change);
    String what = happenings.sentence(change, outline, summary.groups());
    return new Headline(
        changes.size() == 1 ? alone(what, trouble) : withFurther(what, changes),
        change.until() == null || OwnServer.of(change) == OwnServer.FLOOD ? outline : null);
  }

  private String alone(String what, @Nullable Told trouble) {
    return trouble == null
        ? words.ui(speech.isOfFailures() ? "log.else.failures" : "log.else.same", what)
        : words.ui("log.else.trouble", what, troubles.sentence(trouble));
  }

  private String withFurther(String what, List<ToldChange> changes) {
    Change further = changes.get(1).change();
    return words.ui(
        changes.size() == 2 ? "log.else.also" : "log.else.more",
        what,
        changes.size() - 1,
        happenings.further(further, outlines.of(further)));
  }

  /** By what nearly all mail fails from the first line to the last; null if it does not. */
  private @Nullable Headline throughout() {
    List<LogGroup> stuck = Throughout.of(summary);
    Instant first = summary.first();
    Instant last = summary.last();
    if (stuck.isEmpty() || first == null || last == null) {
      return null;
    }
    Outline outline = outlines.throughout(stuck.get(0), stuck);
    return new Headline(
        words.ui("log.throughout", speech.time(first), speech.time(last), outline.name()), outline);
  }

  /** What fails where nothing changed. */
  private Headline usual(List<Told> groups, @Nullable Told trouble) {
    // What is refused as it should be is no news where mail that was sent fails.
    Told worst = trouble == null ? worst(groups) : trouble;
    boolean refusedOnly =
        summary.groups().stream().allMatch(group -> OwnServer.of(group) == OwnServer.REFUSED);
    return new Headline(
        speech.isOfFailures()
            ? failures(worst)
            : refusedOnly ? onlyRefused(worst) : steady(worst, trouble),
        worst.outline());
  }

  private Told worst(List<Told> groups) {
    return groups.stream()
        .filter(told -> OwnServer.of(told.group()) != OwnServer.REFUSED)
        .filter(told -> !told.group().isEndOfAny(summary.groups()))
        .min(Comparator.comparing(told -> told.group().cause() == Cause.GREYLISTED))
        .orElse(groups.get(0));
  }

  /** What was read where nothing tells how much mail went through. */
  private String failures(Told worst) {
    Instant first = summary.first();
    Instant last = summary.last();
    String count = speech.number(worst.group().messages());
    return first == null || last == null
        ? words.ui("log.failures.untimed", speech.failures(), count, worst.title())
        : words.ui(
            "log.failures",
            speech.failures(),
            count,
            worst.title(),
            speech.time(first),
            speech.time(last));
  }

  /** That nothing fails but what the server refuses as it is set up to. */
  private String onlyRefused(Told worst) {
    Totals.Outcome messages = summary.totals().messages();
    Instant first = summary.first();
    Instant last = summary.last();
    String delivered = speech.number(messages.delivered());
    String taken = speech.number(taken(messages));
    String rejected = speech.number(messages.rejected());
    return first == null || last == null
        ? words.ui("log.untimed.refused", delivered, taken, rejected, worst.title())
        : words.ui(
            "log.steady.refused",
            delivered,
            taken,
            rejected,
            worst.title(),
            speech.time(first),
            speech.time(last));
  }

  /** How much of the mail went well, and what fails most. */
  private String steady(Told worst, @Nullable Told trouble) {
    Totals.Outcome messages = summary.totals().messages();
    Instant first = summary.first();
    Instant last = summary.last();
    String delivered = speech.number(messages.delivered());
    String taken = speech.number(taken(messages));
    // It is not the largest group where that is greylisting.
    boolean beside =
        summary.groups().stream()
            .filter(group -> group.cause() == Cause.GREYLISTED)
            .anyMatch(group -> group.messages().value() > worst.group().messages().value());
    String sentence =
        first == null || last == null
            ? words.ui(
                beside ? "log.untimed.beside" : "log.untimed", delivered, taken, worst.title())
            : words.ui(
                trouble == null
                    ? beside ? "log.steady.beside" : "log.steady"
                    : "log.steady.trouble",
                speech.time(first),
                speech.time(last),
                delivered,
                taken,
                worst.title(),
                trouble == null ? "" : Sentences.upperFirst(troubles.sentence(trouble)));
    return messages.rejected().value() == 0
        ? sentence
        : words.ui("log.refused.apart", sentence, speech.number(messages.rejected()));
  }

  /** All messages but those that the server whose log it is did not take. */
  private static Count taken(Totals.Outcome messages) {
    return new Count(messages.all().value() - messages.rejected().value(), messages.all().error());
  }
}
