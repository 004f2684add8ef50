package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.catalog.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the groups of one log. Comes in: the groups of a summary, and what is to be done about
 * each. Goes out: those that are worth a look, each with its title, its counts, its domains, and
 * from when to when it was seen; and what the others are together.
 */
final class ToldGroups {

  /** How many groups are shown unless somebody asks for more. */
  static final int USUAL = 8;

  /** A group of less than this part of all failing attempts is not shown among many. */
  private static final double LEAST_PART = 0.01;

  /** So many groups are shown, however small they are. */
  private static final int FEW = 3;

  /** So many failures for a domain tell that nothing gets through to it. */
  private static final int FEWEST_OF_DOMAIN = 3;

  private final LogSummary summary;
  private final Words words;
  private final Speech speech;
  private final Parties parties;
  private final Titles titles;
  private final Outlines outlines;

  /** Tells groups of this log. */
  ToldGroups(LogSummary summary, Words words, Speech speech, Parties parties, Outlines outlines) {
    this.summary = summary;
    this.words = words;
    this.speech = speech;
    this.parties = parties;
    this.titles = new Titles(parties);
    this.outlines = outlines;
  }

  /** The largest groups, and those that changed; of many, none that hardly matters. */
  List<LogGroup> shown(int most) {
    long failed = failedAttempts();
    List<LogGroup> changed =
        summary.changes().stream().flatMap(change -> change.groups().stream()).toList();
    List<LogGroup> shown = new ArrayList<>();
    for (LogGroup group : summary.groups()) {
      // Who asks for more than is usual gets it.
      boolean matters =
          most > USUAL
              || shown.size() < FEW
              || group.attempts() >= failed * LEAST_PART
              || changed.contains(group);
      if (matters && shown.size() < most) {
        shown.add(group);
      }
    }
    return shown;
  }

  private long failedAttempts() {
    return summary.groups().stream().mapToLong(LogGroup::attempts).sum();
  }

  /** What those that are not shown are together; empty if there are none. */
  String others(List<LogGroup> shown) {
    int kinds = summary.groups().size() - shown.size();
    long all = failedAttempts();
    long told = shown.stream().mapToLong(LogGroup::attempts).sum();
    return kinds == 0
        ? ""
        : words.ui("log.others", kinds, speech.number(all - told), speech.number(all));
  }

  /** These groups as they are told. */
  List<Told> of(List<LogGroup> shown) {
    List<LogGroup> stuck = Throughout.of(summary);
    Numbered apart = new Numbered();
    return shown.stream()
        .map(group -> told(group, outlines.of(group, summary.changes(), stuck), apart))
        .toList();
  }

  private Told told(LogGroup group, Outline outline, Numbered apart) {
    return new Told(
        group,
        outline,
        titles.of(group, outline),
        parties.speaker(group),
        counts(group),
        place(group),
        share(group),
        seen(group),
        group.reply().shown(apart));
  }

  /** How much it is; of what the log does not tell, nothing. */
  private String counts(LogGroup group) {
    boolean recipients = group.recipients().value() > 0;
    boolean domains = group.domains().value() > 0;
    return words.ui(
        domains ? "log.counts" : recipients ? "log.counts.recipients" : "log.counts.messages",
        speech.number(group.messages()),
        speech.number(group.attempts()),
        speech.number(group.recipients()),
        speech.number(group.domains()));
  }

  /** From when to when a group was seen, and what is known of its end. */
  private String seen(LogGroup group) {
    Instant first = group.first();
    Instant last = group.last();
    if (first == null || last == null) {
      return "";
    }
    List<Change> about =
        summary.changes().stream().filter(change -> change.groups().contains(group)).toList();
    boolean ended = !about.isEmpty() && about.stream().allMatch(change -> change.until() != null);
    String key;
    if (speech.isOfFailures()) {
      key = "log.seen.only";
    } else if (group.isOver() || (ended && group.unsure())) {
      key = "log.seen.over";
    } else if (group.unsure()) {
      key = "log.seen.unsure";
    } else {
      key = ended ? "log.seen.rest" : "log.seen";
    }
    return words.ui(key, speech.time(first), speech.time(last));
  }

  /** When a group began or rose; else when it was first seen. */
  private @Nullable Instant since(LogGroup group) {
    return summary.changes().stream()
        .filter(change -> change.groups().contains(group))
        .map(Change::since)
        .findFirst()
        .orElse(group.first());
  }

  /** The domains that a group is about, where its provider does not say it. */
  private String place(LogGroup group) {
    Instant since = since(group);
    return parties.isSaidByProvider(group)
        ? ""
        : words.ui(
            "log.place",
            group.mainDomains().stream()
                .map(part -> place(part, group, since))
                .collect(Collectors.joining(", ")));
  }

  /** A domain with its share, and since when nothing gets through to it. */
  private String place(LogGroup.DomainPart part, LogGroup group, @Nullable Instant since) {
    Instant delivered = part.lastDelivered();
    boolean dead =
        !group.isOver()
            && since != null
            && part.isDeadSince(since)
            && part.failed() >= FEWEST_OF_DOMAIN;
    String key =
        speech.isOfFailures()
            ? ".failures"
            : !dead ? "" : Instant.MIN.equals(delivered) ? ".never" : ".dead";
    return words.ui(
        "log.place.part" + key,
        part.domain(),
        speech.number(part.failed()),
        speech.number(part.attempts()),
        delivered == null || Instant.MIN.equals(delivered) ? "" : speech.time(delivered));
  }

  /** Of how much mail a group is which part. */
  private String share(LogGroup group) {
    if (speech.isOfFailures()) {
      return words.ui("log.share.failures", speech.number(group.messages()), speech.failures());
    }
    if (group.traffic().value() == 1) {
      return words.ui("log.share.one");
    }
    return group.rejected()
        ? words.ui("log.share.all", speech.percent(group.share()), speech.number(group.traffic()))
        : words.ui(
            "log.share",
            speech.percent(group.share()),
            speech.number(group.traffic()),
            parties.mail(group));
  }
}
