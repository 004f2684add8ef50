package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of a tally: totals, groups, and what changed. */
record Analysis(
    Totals totals,
    List<LogGroup> groups,
    List<Integer> places,
    List<Change> changes,
    Events events,
    Era era) {

  /** That of most messages first. */
  static final Comparator<LogGroup> ORDER =
      Comparator.comparingLong((LogGroup group) -> group.messages().value())
          .thenComparingLong(LogGroup::attempts)
          .reversed()
          .thenComparing(LogGroup::rejected)
          .thenComparing(LogGroup::permanent)
          .thenComparing(LogGroup::cause)
          .thenComparing(LogGroup::provider)
          .thenComparing(LogGroup::codes);

  /** A few domains make up a group: so many at most have this part of its attempts at least. */
  private static final int FEW_DOMAINS = 3;

  /** So many of those who sent most of a group are kept. */
  private static final int FEW_SENDERS = 3;

  /** More of a group than this is most of it. */
  static final double MOST = 0.6;

  /** More of a group than this is nearly all of it. */
  private static final double NEARLY_ALL = 0.9;

  /** A domain that so much of the mail is of is one of those that the server sends for. */
  private static final double MUCH = 0.2;

  /**
   * What is told of a tally.
   *
   * @param earlier what came before the time that it is about, with which it is compared; or null
   */
  static Analysis of(Tally tally, @Nullable Tally earlier) {
    Walk walk = Walk.over(tally);
    List<LogGroup> groups = groups(tally, walk);
    List<Change> changes =
        earlier == null
            ? new Changes(tally, walk, groups).find()
            : changes(tally, earlier, walk, groups);
    List<LogGroup> sorted =
        groups.stream()
            .sorted(
                Comparator.comparingInt((LogGroup group) -> rank(group, changes))
                    .thenComparing(ORDER))
            .toList();
    return new Analysis(
        totals(tally, walk),
        sorted,
        sorted.stream().map(groups::indexOf).toList(),
        changes,
        walk.events,
        walk.era());
  }

  /** What changed comes first, in the order of the changes, and what is as it should be last. */
  private static int rank(LogGroup group, List<Change> changes) {
    for (int i = 0; i < changes.size(); i++) {
      if (group.isOf(changes.get(i))) {
        return i;
      }
    }
    return changes.size() + (OwnServer.isUsual(group) ? 1 : 0);
  }

  private static List<LogGroup> groups(Tally tally, Walk walk) {
    Map<String, Row> byDomain = new HashMap<>();
    tally.byDomain.rows().forEach(row -> byDomain.put(row.name(), row));
    List<LogGroup> groups = new ArrayList<>();
    for (int i = 0; i < tally.groups.size(); i++) {
      groups.add(group(tally, walk, i, byDomain));
    }
    return groups;
  }

  /** What changed in the time of the tally, seen beside all that came before it. */
  private static List<Change> changes(
      Tally tally, Tally earlier, Walk walk, List<LogGroup> groups) {
    Tally both = tally.copy();
    both.addAll(earlier);
    Walk all = Walk.over(both);
    Instant start = Instant.ofEpochSecond(walk.era().first());
    List<Change> changes = new ArrayList<>();
    for (Change change : new Changes(both, all, groups(both, all)).find()) {
      Instant until = change.until();
      List<LogGroup> here =
          change.groups().stream()
              .flatMap(group -> groups.stream().filter(group::isSameAs))
              .sorted(ORDER)
              .toList();
      if (!here.isEmpty() && (until == null || !until.isBefore(start))) {
        changes.add(change.of(here));
      }
    }
    return List.copyOf(changes);
  }

  private static List<LogGroup.DomainPart> mainDomains(
      Tally tally, Group group, Map<String, Row> byDomain) {
    List<LogGroup.DomainPart> main = new ArrayList<>();
    long told = 0;
    for (Row row : group.byDomain.rows()) {
      if (main.size() == FEW_DOMAINS || told >= group.attempts * MOST) {
        break;
      }
      Row all = byDomain.getOrDefault(row.name(), row);
      main.add(
          new LogGroup.DomainPart(
              row.name(),
              row.failed(),
              Math.max(row.failed(), all.attempts()),
              all.delivered(),
              lastDelivered(tally, row.name())));
      told += row.failed();
    }
    return told >= group.attempts * MOST ? main : List.of();
  }

  /** The host that nearly all attempts of a group are of; empty if there is none. */
  private static String host(Group group) {
    return group.byHost.rows().stream()
        .limit(1)
        .filter(row -> row.failed() >= group.attempts * NEARLY_ALL)
        .map(Row::name)
        .findFirst()
        .orElse("");
  }

  private static List<LogGroup.SenderPart> senders(Group group) {
    return group.bySender.rows().stream()
        .filter(row -> !row.name().isEmpty())
        .limit(FEW_SENDERS)
        .map(row -> new LogGroup.SenderPart(new Masked(row.name()), row.failed()))
        .toList();
  }

  private static boolean isOurs(Tally tally, Masked sender) {
    String marked = sender.marked();
    String domain = marked.substring(marked.lastIndexOf('@') + 1);
    long all = 0;
    long of = 0;
    for (Row row : tally.bySender.rows()) {
      all += row.attempts();
      of += row.name().equals(domain) ? row.attempts() : 0;
    }
    return of >= all * MUCH;
  }

  private static @Nullable Instant lastDelivered(Tally tally, String domain) {
    int last = tally.arrivals.last(Hashes.of(domain));
    return !tally.arrivals.isKnown() ? null : last < 0 ? Instant.MIN : Instant.ofEpochSecond(last);
  }

  /** How many messages there are to whom a group is about. */
  private static long mail(Tally tally, Walk walk, int place) {
    Traffic traffic = new Traffic(tally, walk);
    return traffic.messages(traffic.of(place));
  }

  private static LogGroup group(Tally tally, Walk walk, int place, Map<String, Row> byDomain) {
    Group group = tally.groups.get(place);
    GroupKey key = group.key;
    long seen = walk.groupMessages[place];
    long traffic = key.ours() ? walk.all() : mail(tally, walk, place);
    Count messages = messages(tally.outcomes, group, seen);
    List<LogGroup.SenderPart> senders = senders(group);
    End end = End.of(tally, walk, place);
    return new LogGroup(
        key.cause(),
        key.provider(),
        key.codes(),
        key.permanent(),
        key.ours(),
        messages,
        group.attempts,
        group.recipients.count(),
        group.domains.count(),
        key.ours() ? List.of() : mainDomains(tally, group, byDomain),
        host(group),
        senders.stream()
            .anyMatch(part -> part.isMostOf(group.attempts) && isOurs(tally, part.sender())),
        senders,
        instant(walk.first(place)),
        instant(walk.last(place)),
        end == End.GOES_ON,
        end == End.UNSURE,
        tally.isLoose(place),
        traffic == 0 ? 0 : (double) seen / traffic,
        tally.outcomes.count(traffic),
        group.found,
        group.reply);
  }

  /** Exactly where that is known; else by what errs least. */
  private static Count messages(Outcomes outcomes, Group group, long seen) {
    if (outcomes.isExact()) {
      return Count.exactly(seen);
    }
    Count named = group.messages.count();
    return new Count(named.value() + group.nameless, named.error());
  }

  static @Nullable Instant instant(long millis) {
    return millis == Group.NO_TIME ? null : Instant.ofEpochMilli(millis);
  }

  private static Totals totals(Tally tally, Walk walk) {
    return new Totals(
        outcome(tally.outcomes, walk.messages, walk.lateMessages),
        outcome(tally.outcomes, walk.deliveries, walk.lateDeliveries),
        attempts(tally.attempts),
        tally.recipients.count(),
        tally.domains.count());
  }

  private static Totals.Outcome outcome(Outcomes outcomes, long[] counts, long late) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    return new Totals.Outcome(
        outcomes.count(all),
        outcomes.count(counts[Standing.DELIVERED.place()]),
        outcomes.count(counts[Standing.DEFERRED.place()]),
        outcomes.count(counts[Standing.BOUNCED.place()]),
        outcomes.count(counts[Standing.REJECTED.place()]),
        outcomes.count(late));
  }

  private static Totals.Outcome attempts(long... counts) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    return new Totals.Outcome(
        Count.exactly(all),
        Count.exactly(counts[Results.place(Result.DELIVERED)]),
        Count.exactly(counts[Results.place(Result.DEFERRED)]),
        Count.exactly(counts[Results.place(Result.BOUNCED)]),
        Count.exactly(counts[Results.place(Result.REJECTED)]),
        Count.exactly(0));
  }
}
