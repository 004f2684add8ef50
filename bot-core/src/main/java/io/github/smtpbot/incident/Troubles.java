package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is bad without a change: there was too little mail before to tell, or none. Comes in:
 * a summary and its groups as they are told. Goes out: the largest of them by which half the mail
 * to a provider fails, or all that to a domain, and a sentence of it.
 */
final class Troubles {

  /** A group that half the mail fails by is trouble, since whenever. */
  private static final double HALF = 0.5;

  private final Words words;
  private final Speech speech;
  private final Parties parties;

  Troubles(Words words, Speech speech, Parties parties) {
    this.words = words;
    this.speech = speech;
    this.parties = parties;
  }

  /** The largest such group of a log; null without one. */
  @Nullable Told of(LogSummary summary, List<Told> groups) {
    return summary.isOfFailuresOnly()
        ? null
        : groups.stream()
            .filter(told -> isTrouble(told.group()))
            .filter(told -> !told.group().isEndOfAny(summary.groups()))
            .filter(told -> summary.changes().stream().noneMatch(told.group()::isOf))
            .findFirst()
            .orElse(null);
  }

  private boolean isTrouble(LogGroup group) {
    boolean many = group.messages().value() >= Scan.FEWEST_FAILURES && !group.isOver();
    Instant first = group.first();
    boolean dead =
        first != null
            && !group.mainDomains().isEmpty()
            && group.mainDomains().stream().allMatch(part -> part.isDeadSince(first));
    return many
        && !group.rejected()
        && ((parties.isToldByDomain(group) && dead)
            || (!group.provider().isEmpty() && group.share() >= HALF));
  }

  /** What fails so, and how much of it. */
  String sentence(Told told) {
    LogGroup group = told.group();
    boolean ever =
        group.mainDomains().stream().anyMatch(part -> !Instant.MIN.equals(part.lastDelivered()));
    long failed = group.mainDomains().stream().mapToLong(LogGroup.DomainPart::failed).sum();
    return parties.isToldByDomain(group)
        ? words.ui(
            ever ? "log.trouble.last" : "log.trouble.dead",
            parties.speaker(group),
            told.outline().name(),
            speech.number(failed))
        : words.ui(
            "log.trouble",
            parties.whose(group),
            told.outline().name(),
            speech.number(group.messages()),
            speech.number(group.traffic()));
  }
}
