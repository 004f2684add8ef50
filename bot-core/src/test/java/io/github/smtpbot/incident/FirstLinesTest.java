package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.PlantedLog.log;
import static io.github.smtpbot.incident.TextLog.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Trouble that a log begins with, and that ended within it. */
class FirstLinesTest {

  private static final String LIMIT = "421 4.7.28 rate limited";

  @Test
  void troubleOfAProviderHasAnEnd() {
    LogSummary summary =
        log(41).unknownUsers(0.03).between(0, 120).at("gmail.com").deferred(LIMIT).summary();
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertTrue(change.fromStart());
    Instant until = Objects.requireNonNull(change.until());
    Duration off = Duration.between(NOON.plus(Duration.ofHours(2)), until).abs();
    assertTrue(off.toMinutes() < 10, until.toString());
    assertEquals(1, change.during());
    assertEquals(0, change.after());
    Incident incident = told(summary);
    assertTrue(
        incident.headline().contains(" Gmail deferred 100 % of your mail to it"),
        incident.headline());
    assertTrue(
        incident.headline().contains("; that is over, and the log begins with it; "),
        incident.headline());
    assertTrue(
        incident.changes().get(0).text().contains(": from the first line of the log to 13:5"),
        incident.changes().get(0).text());
  }

  @Test
  void troubleOfAllMailIsOneChangeWithAnEnd() {
    LogSummary summary = log(42).unknownUsers(0.03).between(0, 100).noName().summary();
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    assertTrue(summary.changes().get(0).everywhere());
    assertTrue(summary.changes().get(0).fromStart());
    String headline = told(summary).headline();
    assertTrue(headline.startsWith("From 12:00 to 13:39, 100 % of all mail that you"), headline);
  }

  @Test
  void whatBeginsLaterIsStillFirst() {
    LogSummary summary =
        log(43)
            .between(0, 60)
            .at("gmail.com")
            .deferred(LIMIT)
            .from(240)
            .at("gmail.com")
            .deferred(LIMIT)
            .summary();
    assertEquals(List.of(false, true), summary.changes().stream().map(Change::fromStart).toList());
  }

  @Test
  void troubleThatGoesOnToTheEndIsNoChange() {
    LogSummary summary = log(44).always().at("gmail.com").part(0.7).deferred(LIMIT).summary();
    assertEquals(List.of(), summary.changes());
  }

  /** What always fails is hidden by an outage that begins later; that is no end of it. */
  @Test
  void whatAnOutageHidesHasNotEnded() {
    for (long seed = 1; seed <= 20; seed++) {
      LogSummary summary = log(seed).unknownUsers(0.35).from(200).noName().summary();
      assertTrue(summary.changes().stream().noneMatch(Change::fromStart), "seed " + seed);
    }
  }
}
