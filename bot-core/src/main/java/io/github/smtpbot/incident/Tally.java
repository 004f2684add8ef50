package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is counted, in bounded memory. What it holds depends neither on order nor on parts. */
final class Tally {

  /** So many kinds of failures are kept apart. */
  static final int MOST_GROUPS = 400;

  /** Those that further kinds are counted under: refused by us or not, for good or not. */
  private static final int FURTHER = 4;

  /** Stands for the provider of mail that the server did not take. */
  static final String OURS = "-";

  private static final int MOST_PROVIDERS = 1_000;

  /** Of so many senders it is remembered at once how they are shown. */
  private static final int MOST_SENDERS = 1_000;

  private static final int LONGEST_PROVIDER = 60;

  final Outcomes outcomes;
  final List<Group> groups = new ArrayList<>();
  final List<String> providers = new ArrayList<>();
  private final Map<GroupKey, Integer> places = new HashMap<>();
  private final Map<String, Integer> providerPlaces = new HashMap<>();
  private final Map<String, String> senders = new HashMap<>();
  final long[] attempts = new long[Results.COUNT];

  /** How many attempts went well at each provider. */
  final long[] delivered = new long[MOST_PROVIDERS];

  final Distinct recipients;
  final Distinct domains;
  final TopList byDomain;
  final TopList bySender;

  /** By the hash of the domain. */
  final Arrivals arrivals;

  final Hours hours;
  long first = Group.NO_TIME;
  long last = Group.NO_TIME;

  Tally() {
    this(new Outcomes());
  }

  /** Counts the rest beside what these remember, which is nothing yet. */
  Tally(Outcomes outcomes) {
    this(
        outcomes,
        new Distinct(),
        new Distinct(),
        new TopList(),
        new TopList(),
        new Arrivals(),
        new Hours());
    provider("");
  }

  private Tally(
      Outcomes outcomes,
      Distinct recipients,
      Distinct domains,
      TopList byDomain,
      TopList bySender,
      Arrivals arrivals,
      Hours hours) {
    this.outcomes = outcomes;
    this.recipients = recipients;
    this.domains = domains;
    this.byDomain = byDomain;
    this.bySender = bySender;
    this.arrivals = arrivals;
    this.hours = hours;
  }

  @SuppressWarnings("EnumOrdinal")
  void add(Delivery delivery, Known known) {
    long time = millis(delivery.time());
    int second = second(time);
    String recipient = delivery.recipient().toLowerCase(Locale.ROOT);
    String domain = Addresses.domain(recipient);
    long who = recipient.isEmpty() ? 0 : Hashes.of(recipient);
    boolean nameless = delivery.message().isEmpty();
    long message =
        nameless
            ? Hashes.of(Hashes.of(who, Hashes.of(delivery.sender())), second)
            : Hashes.of(delivery.message());
    attempts[Results.place(delivery.result())]++;
    if (who != 0) {
      recipients.add(who);
    }
    if (!domain.isEmpty()) {
      long hash = Hashes.of(domain);
      domains.add(hash);
      byDomain.add(domain, delivery.result());
      if (delivery.result() == Result.DELIVERED) {
        arrivals.add(hash, second);
      }
    }
    String sender = Addresses.domain(delivery.sender());
    if (!sender.isEmpty()) {
      bySender.add(sender, delivery.result());
    }
    if (second != Outcomes.NO_TIME) {
      hours.add(second, delivery.result());
    }
    first = Math.min(first, time);
    last =
        last == Group.NO_TIME || time == Group.NO_TIME
            ? Math.min(last, time)
            : Math.max(last, time);
    int outcome;
    if (delivery.result() == Result.DELIVERED) {
      int provider = provider(known.key().provider());
      delivered[provider]++;
      outcome = ~provider;
    } else {
      outcome = group(known);
      Group group = groups.get(outcome);
      group.seen(time, time);
      group.attempts++;
      group.byWords += known.byWords() ? 1 : 0;
      if (nameless) {
        group.nameless++;
      } else {
        group.messages.add(message);
      }
      if (who != 0) {
        group.recipients.add(who);
      }
      if (!domain.isEmpty()) {
        group.domains.add(Hashes.of(domain));
        group.byDomain.add(domain, delivery.result());
      }
      if (!delivery.host().isEmpty() && delivery.result() != Result.REJECTED) {
        group.byHost.add(Replies.cut(delivery.host(), Replies.LONGEST_HOST), delivery.result());
      }
      if (!delivery.sender().isEmpty()) {
        group.bySender.add(masked(delivery.sender()), delivery.result());
      }
      group.show(time, delivery);
    }
    outcomes.add(message, (int) who, outcome, second, second, 1, nameless);
  }

  /** A sender as it may be kept; of an address that is too long to tell it from others, nothing. */
  private String masked(String sender) {
    String known = senders.get(sender);
    if (known == null) {
      String marked = Masked.of(sender, sender).marked();
      known = marked.length() > TopList.LONGEST_NAME ? "" : marked;
      if (senders.size() >= MOST_SENDERS) {
        senders.clear();
      }
      senders.put(sender, known);
    }
    return known;
  }

  /** Forgets all that may not be shown. */
  void settle(Replies replies) {
    groups.forEach(group -> group.settle(replies));
    senders.clear();
  }

  private static long millis(@Nullable Instant time) {
    if (time == null) {
      return Group.NO_TIME;
    }
    long second = Math.max(0, Math.min(time.getEpochSecond(), Outcomes.NO_TIME - 1L));
    return second * 1000 + time.getNano() / 1_000_000;
  }

  private static int second(long millis) {
    return millis == Group.NO_TIME ? Outcomes.NO_TIME : (int) (millis / 1000);
  }

  private int group(Known known) {
    Integer place = places.get(known.key());
    return place == null ? newGroup(known.key(), known) : place;
  }

  private int newGroup(GroupKey key, Known known) {
    if (groups.size() >= MOST_GROUPS - FURTHER && !Group.isFurther(key)) {
      Integer place = places.get(key.further());
      return place == null ? newGroup(key.further(), known) : place;
    }
    groups.add(new Group(key, known.found()));
    places.put(key, groups.size() - 1);
    provider(providerOf(key));
    return groups.size() - 1;
  }

  /** The place of a provider; of too many, that of the unknown one. */
  private int provider(String id) {
    Integer place = providerPlaces.get(id);
    if (place != null || providers.size() >= MOST_PROVIDERS) {
      return place == null ? 0 : place;
    }
    providers.add(id);
    providerPlaces.put(id, providers.size() - 1);
    return providers.size() - 1;
  }

  /** Whose mail a group is part of; what we refuse is nobody else's. */
  int providerOf(Group group) {
    return provider(providerOf(group.key));
  }

  /** Whether only words tell the provider of a group, and of nothing that it took. */
  boolean isLoose(int place) {
    Group group = groups.get(place);
    return !group.key.ours()
        && group.byWords * 2 > group.attempts
        && delivered[providerOf(group)] == 0;
  }

  private static String providerOf(GroupKey key) {
    return key.ours() ? OURS : key.provider();
  }

  void addAll(Tally other) {
    int[] groupsHere = new int[other.groups.size()];
    for (int i = 0; i < groupsHere.length; i++) {
      Group theirs = other.groups.get(i);
      groupsHere[i] = group(new Known(theirs.key, theirs.found, false));
      groups.get(groupsHere[i]).addAll(theirs);
    }
    int[] providersHere = new int[other.providers.size()];
    for (int i = 0; i < providersHere.length; i++) {
      providersHere[i] = provider(other.providers.get(i));
      delivered[providersHere[i]] += other.delivered[i];
    }
    outcomes.addAll(
        other.outcomes, outcome -> outcome < 0 ? ~providersHere[~outcome] : groupsHere[outcome]);
    for (int i = 0; i < attempts.length; i++) {
      attempts[i] += other.attempts[i];
    }
    recipients.addAll(other.recipients);
    domains.addAll(other.domains);
    byDomain.addAll(other.byDomain);
    bySender.addAll(other.bySender);
    arrivals.addAll(other.arrivals);
    hours.addAll(other.hours);
    first = Math.min(first, other.first);
    last =
        last == Group.NO_TIME || other.last == Group.NO_TIME
            ? Math.min(last, other.last)
            : Math.max(last, other.last);
  }

  Tally copy() {
    Tally copy =
        new Tally(
            outcomes.copy(),
            recipients.copy(),
            domains.copy(),
            byDomain.copy(),
            bySender.copy(),
            arrivals.copy(),
            hours.copy());
    groups.forEach(group -> copy.groups.add(group.copy()));
    copy.places.putAll(places);
    copy.providers.addAll(providers);
    copy.providerPlaces.putAll(providerPlaces);
    System.arraycopy(attempts, 0, copy.attempts, 0, attempts.length);
    System.arraycopy(delivered, 0, copy.delivered, 0, delivered.length);
    copy.first = first;
    copy.last = last;
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(groups.size());
    for (Group group : groups) {
      group.write(out);
    }
    out.writeInt(providers.size());
    for (int i = 0; i < providers.size(); i++) {
      out.writeUTF(providers.get(i));
      out.writeLong(delivered[i]);
    }
    for (long count : attempts) {
      out.writeLong(count);
    }
    out.writeLong(first);
    out.writeLong(last);
    outcomes.write(out);
    recipients.write(out);
    domains.write(out);
    byDomain.write(out);
    bySender.write(out);
    arrivals.write(out);
    hours.write(out);
  }

  static Tally read(DataInputStream in) throws IOException {
    List<Group> groups = new ArrayList<>();
    int count = Limits.count(in, MOST_GROUPS);
    for (int i = 0; i < count; i++) {
      groups.add(Group.read(in));
    }
    List<String> providers = new ArrayList<>();
    int names = Limits.count(in, MOST_PROVIDERS);
    long[] delivered = new long[names];
    for (int i = 0; i < names; i++) {
      providers.add(Limits.word(in.readUTF(), LONGEST_PROVIDER));
      delivered[i] = Limits.amount(in);
    }
    if (names == 0 || !providers.get(0).isEmpty()) {
      throw new IOException("no summary: nobody is the unknown provider");
    }
    Limits.distinct(providers);
    Limits.distinct(groups.stream().map(group -> group.key).toList());
    long[] attempts = new long[Results.COUNT];
    for (int i = 0; i < attempts.length; i++) {
      attempts[i] = Limits.amount(in);
    }
    long first = Limits.millis(in);
    long last = Limits.millis(in);
    Tally read =
        new Tally(
            Outcomes.read(in, -names, count - 1),
            Distinct.read(in),
            Distinct.read(in),
            TopList.read(in),
            TopList.read(in),
            Arrivals.read(in),
            Hours.read(in));
    for (Group group : groups) {
      read.places.put(group.key, read.groups.size());
      read.groups.add(group);
    }
    providers.forEach(read::provider);
    groups.forEach(read::providerOf);
    System.arraycopy(attempts, 0, read.attempts, 0, attempts.length);
    System.arraycopy(delivered, 0, read.delivered, 0, names);
    read.first = first;
    read.last = last;
    return read;
  }
}
