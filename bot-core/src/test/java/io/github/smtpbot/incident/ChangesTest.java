package io.github.smtpbot.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChangesTest {

  @Test
  void quietLogsAreToldToHaveChangedNoMoreOftenThanPromised() {
    int alarms = 0;
    for (long seed = 1; seed <= 200; seed++) {
      alarms += Logs.summary(Logs.quiet(seed)).changes().isEmpty() ? 0 : 1;
    }
    // One in a hundred is told: of two hundred, two are expected at most.
    assertTrue(alarms <= 200 * Scan.FALSE_ALARMS, alarms + " false alarms");
  }

  @Test
  void theStartOfAnIncidentIsFoundToADozenMessages() {
    for (long seed = 1; seed <= 20; seed++) {
      int since = 300 + (int) seed * 40;
      List<Delivery> log = Logs.incident(seed, since, 1440, 0.7);
      List<Change> changes = Logs.summary(log).changes();
      assertEquals(1, changes.size(), "seed " + seed);
      Change change = changes.get(0);
      assertEquals(Cause.RATE_LIMITED, change.group().cause());
      assertNull(change.until());
      Instant planted = Logs.NOON.plus(Duration.ofMinutes(since));
      // At night a message comes every few minutes: it is messages that tell, not time.
      long off =
          log.stream()
              .map(delivery -> Objects.requireNonNull(delivery.time()))
              .filter(time -> time.isBefore(planted) != time.isBefore(change.since()))
              .count();
      assertTrue(off <= 12, "seed " + seed + " off by " + off);
      assertTrue(change.during() > 0.6 && change.before() < 0.2);
    }
  }

  @Test
  void anIncidentThatIsOverIsToldWithItsEnd() {
    for (long seed = 1; seed <= 10; seed++) {
      List<Change> changes = Logs.summary(Logs.incident(seed, 600, 660, 0.8)).changes();
      assertEquals(1, changes.size(), "seed " + seed);
      Instant until = changes.get(0).until();
      assertTrue(until != null, "seed " + seed);
      Duration off = Duration.between(Logs.NOON.plus(Duration.ofHours(11)), until).abs();
      assertTrue(off.compareTo(Duration.ofMinutes(5)) <= 0, "seed " + seed + " off by " + off);
    }
  }

  /** What everybody has to look at stands first, however much is as it should be. */
  @Test
  void whatChangedStandsFirstAndGreylistingLast() {
    List<Delivery> log =
        new ArrayList<>(
            PlantedLog.log(91)
                .unknownUsers(0.03)
                .from(PlantedLog.START)
                .at("yahoo.com")
                .deferred("421 4.7.0 [TSS04] Messages temporarily deferred due to user complaints")
                .deliveries());
    for (int i = 0; i < 1_440; i++) {
      log.add(
          Logs.delivery(
              Logs.NOON.plusSeconds(i * 15L),
              "G" + i,
              "u" + i + "@one.example",
              "mx.one.example",
              Result.DEFERRED,
              "450 4.2.0 <u@one.example>: Recipient address rejected: Greylisted"));
    }
    LogSummary summary = PlantedLog.summary(log);
    List<LogGroup> groups = summary.groups();
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    assertEquals("yahoo", groups.get(0).provider());
    assertEquals(Cause.USER_UNKNOWN, groups.get(1).cause());
    assertEquals(Cause.GREYLISTED, groups.get(groups.size() - 1).cause());
  }

  @Test
  void theMostFailuresAreThoseBesideGreylisting() {
    List<Delivery> log = new ArrayList<>(PlantedLog.log(93).unknownUsers(0.03).deliveries());
    for (int i = 0; i < 1_440; i++) {
      log.add(
          Logs.delivery(
              Logs.NOON.plusSeconds(i * 15L),
              "G" + i,
              "u" + i + "@one.example",
              "mx.one.example",
              Result.DEFERRED,
              "450 4.2.0 <u@one.example>: Recipient address rejected: Greylisted"));
      log.add(
          Logs.delivery(
              Logs.NOON.plusSeconds(i * 15L + 600),
              "G" + i,
              "u" + i + "@one.example",
              "mx.one.example",
              Result.DELIVERED,
              "250 OK"));
    }
    String headline = TextLog.told(PlantedLog.summary(log)).headline();
    assertTrue(headline.contains("Most failures beside greylisting: ⛔ 550 5.1.1"), headline);
  }
}
