package io.github.smtpbot.incident;

import java.util.Arrays;
import java.util.List;

/** Walks once over all outcomes and counts messages, deliveries and events. */
final class Walk implements Outcomes.Visitor {

  private final Tally tally;
  private final int[] groupProviders;

  /** Of several that came at the same time, the one with the lowest is the first. */
  private final int[] ranks;

  /** How many messages failed in each way. */
  final long[] groupMessages;

  /** How many messages there are to each provider. */
  final long[] providerMessages;

  /** What was counted last for a group or provider, so that each message counts once. */
  private final long[] groupSeen;

  private final long[] providerSeen;

  final long[] messages = new long[Standing.COUNT];
  final long[] deliveries = new long[Standing.COUNT];
  long lateMessages;
  long lateDeliveries;
  final Events events = new Events();
  private final Times times = new Times();
  private Era era = Era.NONE;
  private final long[] groupFirst;
  private final long[] groupLast;

  private long messageCount;
  private long message;
  private int recipient;
  private boolean open;

  /** Of the message under way. */
  private Standing worst = Standing.DELIVERED;

  private boolean late;
  private int nameless;

  /** Of the delivery under way. */
  private boolean delivered;

  private int deliveredAt;
  private boolean deferred;
  private boolean bounced;
  private int bouncedAt;
  private boolean rejected;
  private int newAt;
  private int newRank;
  private int newProvider;
  private int newGroup;
  private int failures;
  private int[] failedAt = new int[8];
  private int[] failedIn = new int[8];

  private Walk(Tally tally) {
    this.tally = tally;
    this.groupMessages = new long[tally.groups.size()];
    this.groupSeen = new long[tally.groups.size()];
    this.groupProviders = tally.groups.stream().mapToInt(tally::providerOf).toArray();
    this.groupFirst = tally.groups.stream().mapToLong(group -> group.first).toArray();
    this.groupLast = tally.groups.stream().mapToLong(group -> group.last).toArray();
    this.ranks = ranks(tally.groups);
    this.providerMessages = new long[tally.providers.size()];
    this.providerSeen = new long[tally.providers.size()];
  }

  static Walk over(Tally tally) {
    Walk walk = new Walk(tally);
    tally.outcomes.eachByMessage(walk);
    walk.endMessage();
    walk.events.sort();
    walk.settle();
    return walk;
  }

  /** Leaves out of times what a clock that was far off wrote. */
  private void settle() {
    // Of many outcomes some are forgotten, but not when the log began and ended.
    times.add(tally.first);
    times.add(tally.last);
    era = times.era();
    if (era.strays() > 0) {
      events.keep(era.first(), era.last());
      Arrays.fill(groupFirst, Group.NO_TIME);
      Arrays.fill(groupLast, Group.NO_TIME);
      tally.outcomes.each(
          (ofMessage, ofRecipient, outcome, from, to, count, isNameless) -> {
            for (int second : new int[] {from, to}) {
              if (outcome >= 0 && era.holds(second)) {
                groupFirst[outcome] = Math.min(groupFirst[outcome], second * 1000L);
                groupLast[outcome] =
                    groupLast[outcome] == Group.NO_TIME
                        ? second * 1000L
                        : Math.max(groupLast[outcome], second * 1000L);
              }
            }
          });
    }
  }

  /** The time that the log is about. */
  Era era() {
    return era;
  }

  /** When a group was first seen, in milliseconds. */
  long first(int group) {
    return groupFirst[group];
  }

  /** When a group was last seen, in milliseconds. */
  long last(int group) {
    return groupLast[group];
  }

  /** An order that does not depend on which group was met first. */
  private static int[] ranks(List<Group> groups) {
    List<GroupKey> sorted = groups.stream().map(group -> group.key).sorted(GroupKey.ORDER).toList();
    return groups.stream().mapToInt(group -> sorted.indexOf(group.key)).toArray();
  }

  /** How many messages there are. */
  long all() {
    return Arrays.stream(messages).sum();
  }

  @Override
  public void visit(
      long ofMessage,
      int ofRecipient,
      int outcome,
      int first,
      int last,
      int count,
      boolean isNameless) {
    if (!open || ofMessage != message) {
      endMessage();
      startMessage(ofMessage, ofRecipient);
    } else if (ofRecipient != recipient) {
      endDelivery();
      startDelivery(ofRecipient);
    }
    times.add(first);
    times.add(last);
    nameless = isNameless ? Math.max(nameless, count) : 0;
    int weight = isNameless ? count : 1;
    int provider;
    if (outcome < 0) {
      provider = ~outcome;
      delivered = true;
      deliveredAt = Math.max(deliveredAt, last);
    } else {
      GroupKey key = tally.groups.get(outcome).key;
      provider = groupProviders[outcome];
      if (groupSeen[outcome] != messageCount) {
        groupSeen[outcome] = messageCount;
        groupMessages[outcome] += weight;
      }
      rejected |= key.ours();
      bounced |= !key.ours() && key.permanent();
      bouncedAt = !key.ours() && key.permanent() ? Math.max(bouncedAt, last) : bouncedAt;
      deferred |= !key.ours() && !key.permanent();
      fail(outcome, first);
    }
    if (providerSeen[provider] != messageCount) {
      providerSeen[provider] = messageCount;
      providerMessages[provider] += weight;
    }
    int rank = outcome < 0 ? Integer.MAX_VALUE : ranks[outcome];
    if (newProvider < 0 || first < newAt || (first == newAt && rank < newRank)) {
      newAt = first;
      newRank = rank;
      newProvider = provider;
      newGroup = outcome < 0 ? -1 : outcome;
    }
  }

  private void fail(int group, int first) {
    if (failures == failedAt.length) {
      failedAt = Arrays.copyOf(failedAt, failures * 2);
      failedIn = Arrays.copyOf(failedIn, failures * 2);
    }
    failedAt[failures] = first;
    failedIn[failures++] = group;
  }

  private void startMessage(long ofMessage, int ofRecipient) {
    open = true;
    message = ofMessage;
    messageCount++;
    worst = Standing.DELIVERED;
    late = false;
    nameless = 0;
    startDelivery(ofRecipient);
  }

  private void startDelivery(int ofRecipient) {
    recipient = ofRecipient;
    delivered = false;
    deliveredAt = Integer.MIN_VALUE;
    bouncedAt = Integer.MIN_VALUE;
    deferred = false;
    bounced = false;
    rejected = false;
    newAt = Outcomes.NO_TIME;
    newProvider = -1;
    newGroup = -1;
    failures = 0;
  }

  private void endDelivery() {
    Standing standing = standing();
    int weight = Math.max(1, nameless);
    deliveries[standing.place()] += weight;
    boolean wasLate = standing == Standing.DELIVERED && deferred;
    lateDeliveries += wasLate ? weight : 0;
    late |= wasLate;
    worst = standing.compareTo(worst) > 0 ? standing : worst;
    if (newAt != Outcomes.NO_TIME) {
      events.add(newAt, newProvider, newGroup, true, weight);
    }
    for (int i = 0; i < failures; i++) {
      boolean isNew = failedAt[i] == newAt && failedIn[i] == newGroup;
      if (!isNew && failedAt[i] != Outcomes.NO_TIME) {
        events.add(failedAt[i], groupProviders[failedIn[i]], failedIn[i], false, weight);
      }
    }
  }

  /** What came of it in the end: of two that exclude each other, what came later. */
  private Standing standing() {
    if (delivered && bounced) {
      return bouncedAt > deliveredAt ? Standing.BOUNCED : Standing.DELIVERED;
    }
    if (delivered) {
      return Standing.DELIVERED;
    }
    if (bounced) {
      return Standing.BOUNCED;
    }
    return deferred || !rejected ? Standing.DEFERRED : Standing.REJECTED;
  }

  private void endMessage() {
    if (open) {
      endDelivery();
      int weight = Math.max(1, nameless);
      messages[worst.place()] += weight;
      lateMessages += late && worst == Standing.DELIVERED ? weight : 0;
    }
  }
}
