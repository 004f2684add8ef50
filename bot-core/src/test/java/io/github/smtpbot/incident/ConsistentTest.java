package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.PlantedLog.START;
import static io.github.smtpbot.incident.PlantedLog.log;
import static io.github.smtpbot.incident.TextLog.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That the headline, what changed and the groups of a log do not contradict each other. */
class ConsistentTest {

  private static final String LIMITED = "421 4.7.28 rate limited";
  private static final String BUSY = "451 4.7.500 Server busy";
  private static final String LISTED =
      "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org";

  private static Incident thai(LogSummary summary) {
    return BOT.tell(summary, 8, ZoneOffset.UTC, Locale.forLanguageTag("th"));
  }

  /** Mail to one more domain, which is refused from one of its messages on. */
  static List<Delivery> withDomain(long seed, int messages, int from, int minutes) {
    List<Delivery> log = new ArrayList<>(log(seed).unknownUsers(0.02).deliveries());
    for (int i = 0; i < messages; i++) {
      boolean fails = i >= from;
      log.add(
          Logs.delivery(
              NOON.plus(Duration.ofMinutes((long) minutes * i + 5)),
              "D" + i,
              "d" + i + "@four.example",
              "mx.four.example",
              fails ? Result.DEFERRED : Result.DELIVERED,
              fails ? "dsn=4.7.5, status=deferred (Server certificate not trusted)" : "250 Ok"));
    }
    return log;
  }

  /** Gmail defers all from a minute on, and from another on no mail to it comes up. */
  private static List<Delivery> abandoned(long seed, int from, int until) {
    Instant end = NOON.plus(Duration.ofMinutes(until));
    return log(seed)
        .unknownUsers(0.02)
        .from(from)
        .at("gmail.com")
        .deferred(LIMITED)
        .deliveries()
        .stream()
        .filter(
            each ->
                !each.recipient().endsWith("@gmail.com")
                    || Objects.requireNonNull(each.time()).isBefore(end))
        .toList();
  }

  private static List<List<Delivery>> logs() {
    List<List<Delivery>> logs = new ArrayList<>();
    for (long seed = 61; seed <= 64; seed++) {
      logs.add(log(seed).deliveries());
      logs.add(log(seed).unknownUsers(0.03).deliveries());
      logs.add(log(seed).unknownUsers(0.03).from(START).noName().deliveries());
      logs.add(log(seed).unknownUsers(0.03).between(0, 100).noName().deliveries());
      logs.add(log(seed).between(120, 160).noName().deliveries());
      logs.add(log(seed).always().noName().deliveries());
      logs.add(log(seed).between(120, 150).noName().from(330).noName().deliveries());
      logs.add(log(seed).from(START).at("gmail.com").part(0.7).deferred(LIMITED).deliveries());
      logs.add(log(seed).always().at("gmail.com").part(0.7).deferred(LIMITED).deliveries());
      logs.add(log(seed).always().at("yahoo.com").part(0.02).deferred(BUSY).deliveries());
      logs.add(
          log(seed)
              .between(120, 180)
              .at("gmail.com")
              .part(0.8)
              .deferred(LIMITED)
              .always()
              .at("gmail.com")
              .part(0.05)
              .deferred(LIMITED)
              .deliveries());
      logs.add(
          log(seed)
              .from(START)
              .at("gmail.com")
              .deferred(LIMITED)
              .from(120)
              .at("outlook.com")
              .bounced(BUSY)
              .deliveries());
      logs.add(
          log(seed).between(START, 300).at("two.example").noHost().unknownUsers(0.1).deliveries());
      logs.add(log(seed).from(START).at("two.example").noHost().deliveries());
      logs.add(log(seed).from(START).refused("451 4.3.0 Temporary lookup failure").deliveries());
      logs.add(log(seed).always().part(0.3).refused(LISTED).deliveries());
      logs.add(log(seed).from(START).part(0.9).refused(LISTED).deliveries());
      logs.add(
          log(seed)
              .from(START)
              .deferredBy(Delivery.HERE, "dsn=4.3.0 (mail unavailable)")
              .deliveries());
      logs.add(withDomain(seed, 20, 6, 17));
      logs.add(withDomain(seed, 14, 1, 17));
      logs.add(withDomain(seed, 14, 1, 25));
      logs.add(withDomain(seed, 14, 0, 17));
      logs.add(withDomain(seed, 20, 6, 5));
      logs.add(abandoned(seed, 60, 120));
      logs.add(abandoned(seed, 100, 110));
      logs.add(abandoned(seed, 300, 350));
      logs.add(Logs.quiet(seed));
      logs.add(Logs.incident(seed, 600, 660, 0.8));
      logs.add(Logs.incident(seed, 900, 1440, 0.3));
    }
    return logs;
  }

  @Test
  void noHeadlineTellsABeginningOfNoChange() {
    for (List<Delivery> log : logs()) {
      LogSummary summary = PlantedLog.summary(log);
      Incident english = told(summary);
      String headline = english.happening();
      boolean since = headline.startsWith("Since ") || headline.contains(" since ");
      assertTrue(!since || !english.changes().isEmpty(), headline);
      String thai = thai(summary).happening();
      boolean begins = thai.contains("เป็นต้นมา") || thai.contains("ล้มเหลวทั้งหมดตั้งแต่");
      assertTrue(!begins || !english.changes().isEmpty(), thai);
      assertEquals(english.changes().isEmpty(), !english.unchanged().isEmpty(), headline);
    }
  }

  @Test
  void nothingIsStillGoingOnThatWasLastSeenLongBeforeTheEnd() {
    for (List<Delivery> log : logs()) {
      for (Told told : told(PlantedLog.summary(log)).groups()) {
        if (told.seen().contains("still going on") && !told.group().rejected()) {
          assertTrue(isNearEnd(told.group(), log), told.title() + ": " + told.seen());
        }
      }
    }
  }

  /** Whether the mail since a group's last failure might be an accident if it went on. */
  private static boolean isNearEnd(LogGroup group, List<Delivery> log) {
    Instant first = Objects.requireNonNull(group.first());
    Instant last = Objects.requireNonNull(group.last());
    Set<String> during = new HashSet<>();
    Set<String> before = new HashSet<>();
    Set<String> since = new HashSet<>();
    for (Delivery each : log) {
      Instant time = Objects.requireNonNull(each.time());
      if (each.result() != Result.REJECTED) {
        (time.isAfter(last) ? since : time.isBefore(first) ? before : during).add(each.message());
      }
    }
    during.removeAll(before);
    since.removeAll(before);
    since.removeAll(during);
    double share = Math.min(0.99, (double) group.messages().value() / during.size());
    return Math.pow(1 - share, since.size()) >= Scan.LEAST_SILENCE / 2;
  }

  @Test
  void aGroupDoesNotContradictItsChange() {
    for (List<Delivery> log : logs()) {
      Incident incident = told(PlantedLog.summary(log));
      for (Told told : incident.groups()) {
        List<Change> changes =
            incident.changes().stream()
                .map(ToldChange::change)
                .filter(change -> change.groups().contains(told.group()))
                .toList();
        boolean goesOn = changes.stream().anyMatch(change -> change.until() == null);
        if (!changes.isEmpty() && !goesOn) {
          assertFalse(told.seen().contains("still going on"), incident.headline() + told.seen());
        }
        boolean alone = changes.stream().noneMatch(Change::isOfSeveral);
        if (goesOn && alone) {
          assertFalse(told.seen().endsWith(", over"), incident.headline() + told.seen());
        }
      }
    }
  }

  @Test
  void aDomainThatTakesNoMailAnyMoreIsAChange() {
    LogSummary summary = PlantedLog.summary(withDomain(65, 20, 6, 17));
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertTrue(change.began());
    assertTrue(change.chance() <= Scan.FALSE_ALARMS, change.toString());
    Incident incident = told(summary);
    assertTrue(
        incident.changes().get(0).text().contains(": since 13:47 all mail there fails; "),
        incident.changes().get(0).text());
  }

  @Test
  void oneDeliveryBeforeFailuresIsNoChange() {
    Incident incident = told(PlantedLog.summary(withDomain(66, 14, 1, 25)));
    assertEquals(List.of(), incident.changes());
    assertTrue(
        incident.headline().startsWith("Of the mail to four.example, the last attempts all failed"),
        incident.headline());
  }

  /** That of a quiet log comes in any order. */
  @Test
  void rareFailuresOfOneDomainAreNoChange() {
    int found = 0;
    for (long seed = 1; seed <= 100; seed++) {
      found +=
          log(seed)
                  .always()
                  .at("two.example")
                  .part(0.06)
                  .bounced("550 5.1.1 unknown user")
                  .summary()
                  .changes()
                  .isEmpty()
              ? 0
              : 1;
    }
    assertTrue(found <= 1, found + " of 100");
  }

  @Test
  void whereNoMailCameSinceItIsToldWhenItWasLastSeen() {
    LogSummary summary = PlantedLog.summary(abandoned(67, 60, 120));
    Incident incident = told(summary);
    Told gmail =
        incident.groups().stream()
            .filter(told -> told.group().codes().equals("421 4.7.28"))
            .findFirst()
            .orElseThrow();
    assertTrue(gmail.group().unsure());
    assertTrue(gmail.seen().contains("; too little mail to it since"), gmail.seen());
    assertTrue(incident.headline().contains(", last at 13:5"), incident.headline());
    assertTrue(thai(summary).headline().contains("พบครั้งสุดท้ายเมื่อ 13:5"));
  }

  @Test
  void whatGoesOnALittleAfterItsWorstIsToldSo() {
    Incident incident =
        told(
            log(68)
                .between(120, 180)
                .at("gmail.com")
                .part(0.9)
                .deferred(LIMITED)
                .always()
                .at("gmail.com")
                .part(0.1)
                .deferred(LIMITED)
                .summary());
    assertTrue(incident.headline().contains("that is over"), incident.headline());
    assertTrue(
        incident.groups().get(0).seen().endsWith("; the worst is over, some goes on"),
        incident.groups().get(0).seen());
  }

  private static LogSummary rising(long seed) {
    return log(seed)
        .between(180, 240)
        .at("gmail.com")
        .part(0.15)
        .deferred(LIMITED)
        .between(240, 300)
        .at("gmail.com")
        .part(0.4)
        .deferred(LIMITED)
        .from(300)
        .at("gmail.com")
        .part(0.95)
        .deferred(LIMITED)
        .summary();
  }

  @Test
  void aSlowRiseTellsItsShareAtTheEnd() {
    int found = 0;
    for (long seed = 1; seed <= 20; seed++) {
      LogSummary summary = rising(seed);
      Change change = summary.changes().get(0);
      if (change.isRising()) {
        found++;
        assertTrue(change.atEnd() > 0.8, change.toString());
        assertTrue(told(summary).headline().contains(" % (lately "), told(summary).headline());
        assertTrue(told(summary).changes().get(0).text().contains(" % (lately "));
        assertTrue(thai(summary).headline().contains("(ระยะหลัง "), thai(summary).headline());
      }
    }
    assertTrue(found >= 10, found + " of 20");
  }

  @Test
  void whatDoesNotRiseTellsItsMeanAlone() {
    int rising = 0;
    for (long seed = 1; seed <= 60; seed++) {
      rising +=
          (int)
              log(seed)
                  .from(180)
                  .at("gmail.com")
                  .part(0.4)
                  .deferred(LIMITED)
                  .summary()
                  .changes()
                  .stream()
                  .filter(Change::isRising)
                  .count();
    }
    assertTrue(rising <= 1, rising + " of 60");
  }
}
