package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.catalog.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what happens. Comes in: a change and what is to be done about it. Goes out: a sentence of
 * what fails since when, of whose mail and how much; of a further change, a few words.
 */
final class Happenings {

  private final Words words;
  private final Speech speech;
  private final Parties parties;
  private final ToldChanges changes;

  Happenings(Words words, Speech speech, Parties parties, ToldChanges changes) {
    this.words = words;
    this.speech = speech;
    this.parties = parties;
    this.changes = changes;
  }

  /** The sentence of a change, in a log of these groups. */
  String sentence(Change change, Outline outline, List<LogGroup> all) {
    LogGroup group = change.group();
    Instant until = change.until();
    long failed = group.mainDomains().stream().mapToLong(LogGroup.DomainPart::failed).sum();
    long attempts = group.mainDomains().stream().mapToLong(LogGroup.DomainPart::attempts).sum();
    String happens =
        words.ui(
            (until == null ? "log.since." : "log.past.") + kind(change),
            speech.time(change.since()),
            parties.about(change),
            changes.during(change),
            Stream.of(outline.name(), change.isOfSeveral() ? "" : group.codes())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")),
            until == null ? "" : speech.time(until),
            speech.number(failed),
            speech.number(attempts));
    String sender = MainSender.of(change, all);
    String sent =
        sender.isEmpty()
            ? happens
            : OwnServer.of(change) == OwnServer.FLOOD
                ? words.ui("log.by_sender.flood", happens, sender, (int) change.rise())
                : words.ui("log.by_sender", happens, sender);
    Instant last = speech.isOfFailures() ? null : lastSeen(change);
    String by =
        until != null && !speech.isOfFailures()
            ? words.ui(
                isBounced(change) && !change.fromStart() ? "log.over.bounced" : "log.over", sent)
            : last == null ? sent : words.ui("log.last_seen", sent, speech.time(last));
    return change.fromStart() ? words.ui("log.from_start", by) : by;
  }

  private String kind(Change change) {
    LogGroup group = change.group();
    if (speech.isOfFailures()) {
      return group.rejected() || change.everywhere() ? "failures.all" : "failures";
    }
    if (group.rejected()) {
      return "rejected";
    }
    boolean bounced = isBounced(change);
    boolean deferred = change.groups().stream().noneMatch(LogGroup::permanent);
    String how = bounced ? "bounced" : deferred ? "deferred" : "failed";
    if (change.isOfSeveral()) {
      return (change.everywhere() ? "all." : "passive.") + how;
    }
    // Only who gave a reply does something; of all else one's own server tells.
    boolean answered =
        group.found().replyCode() != null && group.found().provider().equals(group.provider());
    return (changes.isDead(change)
            ? "dead."
            : parties.isOfDomains(change)
                ? "at."
                : answered && !group.provider().isEmpty() && !group.loose() ? "" : "passive.")
        + how;
  }

  /** Whether all of it was given up for good by a server that others run. */
  private static boolean isBounced(Change change) {
    return change.groups().stream().allMatch(group -> group.permanent() && !group.rejected());
  }

  /** When what goes on was last seen, where hardly any mail came since; null otherwise. */
  private static @Nullable Instant lastSeen(Change change) {
    return change.until() != null || change.groups().stream().anyMatch(group -> !group.unsure())
        ? null
        : LogGroup.last(change.groups().stream());
  }

  /** A further change in a few words: what it is about, and since when. */
  String further(Change change, Outline outline) {
    Instant until = change.until();
    boolean acts = until == null && !outline.nobody() && !outline.acts().isEmpty();
    return words.ui(
        until != null ? "log.also.past" : acts ? "log.also.acts" : "log.also.since",
        change.everywhere()
            ? words.ui("log.also.everywhere", changes.during(change))
            : parties.about(change),
        speech.time(change.since()),
        until == null ? "" : speech.time(until),
        outline.name(),
        outline.acts());
  }
}
