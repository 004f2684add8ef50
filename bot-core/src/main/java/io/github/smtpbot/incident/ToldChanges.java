package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.catalog.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the changes of one log. Comes in: the changes of a summary. Goes out: each with its title,
 * its time and the share before and in it; and for who watches a log, lines that say that one began
 * or ended.
 */
final class ToldChanges {

  private final LogSummary summary;
  private final Words words;
  private final Speech speech;
  private final Parties parties;
  private final Titles titles;
  private final Outlines outlines;

  /** Tells changes of this log. */
  ToldChanges(LogSummary summary, Words words, Speech speech, Parties parties, Outlines outlines) {
    this.summary = summary;
    this.words = words;
    this.speech = speech;
    this.parties = parties;
    this.titles = new Titles(parties);
    this.outlines = outlines;
  }

  /** All of them, in their order. */
  List<ToldChange> all() {
    return summary.changes().stream().map(this::told).toList();
  }

  /** What is said of changes where there are none, and why. */
  String unchanged() {
    Instant last = summary.last();
    if (last != null && Stall.of(summary) != null) {
      return words.ui("log.changes.stopped", speech.time(last));
    }
    return words.ui(speech.isOfFailures() ? "log.changes.unknown" : "log.changes.none");
  }

  private ToldChange told(Change change) {
    Outline outline = outlines.of(change);
    String title = titles.of(change, outline);
    Instant until = change.until();
    boolean ofDomains = parties.isOfDomains(change) && !speech.isOfFailures();
    String key =
        until == null
            ? "log.change.since"
            : change.fromStart() ? "log.change.start" : "log.change.past";
    return new ToldChange(
        change,
        title,
        alone(change),
        words.ui(
            ofDomains ? key + (isDead(change) ? ".dead" : ".at") : key,
            title,
            speech.time(change.since()),
            before(change),
            during(change),
            until == null ? "" : speech.time(until),
            parties.mail(change.group()),
            speech.percent(change.after())));
  }

  private String before(Change change) {
    return speech.part(change.before(), change.mailBefore());
  }

  /** The share in the time of a change; where it still rose, that at its end as well. */
  String during(Change change) {
    String during = speech.part(change.during(), change.mail());
    return !change.isRising() || speech.isOfFailures()
        ? during
        : words.ui(
            change.until() == null ? "log.rising" : "log.rising.past",
            during,
            speech.percent(change.atEnd()));
  }

  /** Whom a change is about; where others are about the same, with what fails. */
  private String alone(Change change) {
    String about = parties.about(change);
    boolean same =
        summary.changes().stream()
            .anyMatch(
                other ->
                    parties.about(other).equals(about) && !other.group().isSameAs(change.group()));
    String codes = change.group().codes();
    return same
        ? about + " (" + (codes.isEmpty() ? outlines.of(change).name() : codes) + ')'
        : about;
  }

  /** Whether no mail gets through any more to the domains that a change is about. */
  boolean isDead(Change change) {
    return parties.isOfDomains(change)
        && !speech.isOfFailures()
        && change.until() == null
        && change.group().mainDomains().stream().allMatch(part -> part.isDeadSince(change.since()));
  }

  /** A line that says that a group began or rose. */
  String began(ToldChange told) {
    Change change = told.change();
    return words.ui(
        change.began() ? "log.follow.began" : "log.follow.rose",
        speech.time(change.since()),
        told.title(),
        before(change),
        during(change));
  }

  /** A line that says that a group ended. */
  String ended(ToldChange told) {
    Instant now = summary.last();
    Instant until = last(told.change());
    return words.ui(
        "log.follow.ended",
        now == null ? "" : speech.time(now),
        told.title(),
        until == null ? "" : speech.time(until));
  }

  /** The last failure of a change; null if that is not known. */
  private @Nullable Instant last(Change change) {
    return change.until() != null
        ? change.until()
        : LogGroup.last(summary.groups().stream().filter(group -> group.isOf(change)));
  }
}
