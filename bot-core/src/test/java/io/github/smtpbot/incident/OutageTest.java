package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens on the server whose log it is, or to all mail at once. */
class OutageTest {

  private static final int MINUTES = 360;
  private static final int START = 240;

  /** Where mail goes: most of it to a few providers. */
  private record Place(String domain, String host) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("gmail.com", Logs.GMAIL),
          new Place("gmail.com", Logs.GMAIL),
          new Place("outlook.com", "outlook-com.olc.protection.outlook.com"),
          new Place("yahoo.com", "mta5.am0.yahoodns.net"),
          new Place("one.example", "mx.one.example"),
          new Place("two.example", "mx.two.example"),
          new Place("three.example", "mx.three.example"));

  /** What goes wrong with a message; null if nothing does. */
  private interface Fault {
    @Nullable Delivery of(Instant time, int minute, String id, String to, Place place, double lot);
  }

  private static List<Delivery> log(long seed, double unknownUsers, Fault fault) {
    Random random = new Random(seed);
    List<Delivery> log = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      for (int i = 0; i < 6; i++) {
        Instant time = NOON.plusSeconds(minute * 60L + i * 10L);
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        String id = "Q" + minute + "-" + i;
        String to = "u" + random.nextInt(5_000) + '@' + place.domain();
        double lot = random.nextDouble();
        Delivery wrong = fault.of(time, minute, id, to, place, lot);
        boolean unknown = random.nextDouble() < unknownUsers;
        log.add(
            wrong != null
                ? wrong
                : Logs.delivery(
                    time,
                    id,
                    to,
                    place.host(),
                    unknown ? Result.BOUNCED : Result.DELIVERED,
                    unknown
                        ? "550 5.1.1 <" + to + ">: User unknown in virtual mailbox table"
                        : "250 2.0.0 Ok: queued as 4F1B2"));
      }
    }
    return log;
  }

  private static Delivery deferred(Instant time, String id, String to, String host, String words) {
    return Logs.delivery(time, id, to, host, Result.DEFERRED, words);
  }

  private static Delivery noName(Instant time, String id, String to, Place place) {
    return deferred(
        time,
        id,
        to,
        "",
        "dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name="
            + place.domain()
            + " type=MX: Host not found, try again)");
  }

  private static Incident told(LogSummary summary) {
    return BOT.tell(summary, 8, ZoneOffset.UTC, Locale.ENGLISH);
  }

  @Test
  void aResolverThatFailsIsOneChangeOfAllMailAndTheOwnAdministratorActs() {
    LogSummary summary =
        Logs.summary(
            log(
                1,
                0.03,
                (time, minute, id, to, place, lot) ->
                    minute >= START ? noName(time, id, to, place) : null));
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertTrue(change.everywhere());
    assertEquals(4, change.providers().size(), "Gmail, Outlook.com, Yahoo and the others");
    assertEquals(NOON.plus(Duration.ofMinutes(START)), change.since());
    assertNull(change.until());
    assertEquals(1, change.during());
    Incident incident = told(summary);
    assertTrue(
        incident.headline().startsWith("Since 16:00 100 % of all mail that you send is deferred"),
        incident.headline());
    assertTrue(
        incident.headline().contains("The administrator of this server (you) acts: "),
        incident.headline());
    assertTrue(
        incident.groups().stream().noneMatch(told -> told.title().contains("Postfix")),
        "it is not Postfix's mail");
    Told gmail =
        incident.groups().stream()
            .filter(told -> told.group().provider().equals("google"))
            .filter(told -> told.group().codes().equals("4.4.3"))
            .findFirst()
            .orElseThrow();
    assertTrue(gmail.title().endsWith("Gmail"), gmail.title());
    assertTrue(gmail.share().contains("to Gmail"), gmail.share());
  }

  @Test
  void failuresOfSomeProvidersAtOnceAreToldTogether() {
    LogSummary summary =
        Logs.summary(
            log(
                2,
                0,
                (time, minute, id, to, place, lot) ->
                    minute >= START && minute < START + 60 && !place.domain().endsWith("example")
                        ? deferred(
                            time,
                            id,
                            to,
                            place.host(),
                            "421 4.7.0 Try again later, your IP address 192.0.2.1 is listed: poor reputation")
                        : null));
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertFalse(change.everywhere());
    assertEquals(3, change.providers().size());
    String headline = told(summary).headline();
    assertTrue(headline.contains("the mail to 3 providers (Gmail, "), headline);
  }

  @Test
  void failuresAtOneProviderStayThatProviders() {
    LogSummary summary =
        Logs.summary(
            log(
                3,
                0.03,
                (time, minute, id, to, place, lot) ->
                    (place.host().equals(Logs.GMAIL) && minute >= START && lot < 0.7) || lot < 0.02
                        ? deferred(
                            time,
                            id,
                            to,
                            place.host(),
                            "450 4.2.1 The user you are trying to contact is receiving mail too quickly")
                        : null));
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    assertEquals(List.of("google"), summary.changes().get(0).providers());
  }

  @Test
  void wordsOfABlocklistAreCountedWithTheMailOfWhoAskedIt() {
    LogSummary summary =
        Logs.summary(
            List.of(
                Logs.delivery(
                    NOON,
                    "A",
                    "a@gmail.com",
                    "",
                    Result.BOUNCED,
                    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1"),
                Logs.delivery(
                    NOON,
                    "B",
                    "b@one.example",
                    "mx.one.example",
                    Result.BOUNCED,
                    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1")));
    assertEquals(
        List.of("", "google"), summary.groups().stream().map(LogGroup::provider).sorted().toList());
    assertTrue(
        told(summary).groups().stream()
            .allMatch(told -> told.outline().first().contains("spamhaus")),
        "the advice is still that of the list");
  }

  @Test
  void aFilterOnTheOwnServerIsNotBlamedOnOthers() {
    LogSummary summary =
        Logs.summary(
            log(
                4,
                0,
                (time, minute, id, to, place, lot) ->
                    minute >= START
                        ? deferred(
                            time,
                            id,
                            to,
                            "127.0.0.1",
                            "dsn=4.4.1, status=deferred (connect to 127.0.0.1[127.0.0.1]:10024: Connection refused)")
                        : Logs.delivery(
                            time, id, to, "127.0.0.1", Result.DELIVERED, "250 2.0.0 Ok")));
    assertEquals(LogGroup.HERE, summary.groups().get(0).provider());
    assertEquals(1, summary.changes().size());
    String headline = told(summary).headline();
    assertTrue(headline.contains("the mail to a program on your own server"), headline);
    assertTrue(headline.contains("The administrator of this server (you) acts: "), headline);
  }

  @Test
  void whatTheOwnServerCannotLookUpIsForItsAdministrator() {
    LogSummary summary =
        Logs.summary(
            List.of(
                Logs.delivery(
                    NOON,
                    "",
                    "a@example.com",
                    "mx1",
                    Result.REJECTED,
                    "451 4.3.0 <a@example.com>: Temporary lookup failure")));
    Told told = told(summary).groups().get(0);
    assertFalse(told.outline().nobody());
    assertEquals("the administrator of this server (you)", told.outline().acts());
    assertTrue(told.outline().verdict().text().contains("(you)"));
  }

  @Test
  void whatTheOwnServerRefusesIsNotForItsOwnAdministratorToBeDelisted() {
    List<Delivery> log = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      log.add(
          Logs.delivery(
              NOON.plusSeconds(i),
              "",
              "a@example.com",
              "mx1",
              Result.REJECTED,
              "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org"));
    }
    String alone = told(Logs.summary(log)).headline();
    assertTrue(alone.contains("Whoever sends it acts: your server refuses it"), alone);
    log.add(Logs.unknownUser(NOON, 1));
    String sent = told(Logs.summary(log)).headline();
    assertTrue(sent.contains("550 5.1.1"), sent);
  }

  @Test
  void aDomainThatMakesUpAGroupIsNamedWithItsShare() {
    LogSummary summary =
        Logs.summary(
            log(
                5,
                0,
                (time, minute, id, to, place, lot) ->
                    (place.domain().equals("two.example") && minute >= START)
                            || (place.domain().endsWith("example") && lot < 0.01)
                        ? deferred(
                            time,
                            id,
                            to,
                            place.host(),
                            "dsn=4.4.1, status=deferred (connect to "
                                + place.host()
                                + "[192.0.2.9]:25: Connection timed out)")
                        : null));
    LogGroup group = summary.groups().get(0);
    assertEquals("two.example", group.mainDomains().get(0).domain());
    long there =
        summary.byDomain().stream()
            .filter(row -> row.name().equals("two.example"))
            .mapToLong(Row::attempts)
            .sum();
    assertEquals(there, group.mainDomains().get(0).attempts());
    Incident incident = told(summary);
    assertTrue(
        incident.headline().startsWith("Since 16:0")
            && incident.headline().contains(" mail to two.example is deferred ("),
        incident.headline());
    assertTrue(incident.groups().get(0).title().endsWith("two.example"));
    assertTrue(incident.groups().get(0).place().contains("of " + there + " attempts there"));
  }

  @Test
  void ofAKnownProviderItsOwnDomainIsNotNamed() {
    Incident incident = told(Logs.summary(List.of(Logs.limited(NOON, 1))));
    assertEquals("", incident.groups().get(0).place());
  }

  /** What always fails does not begin where an outage hides it, nor where it comes back. */
  @Test
  void whatAlwaysFailsIsNoChangeBesideAnOutage() {
    int wrong = 0;
    for (long seed = 1; seed <= 60; seed++) {
      double users = 0.02 + 0.002 * seed;
      boolean early = seed % 3 == 0;
      LogSummary summary =
          Logs.summary(
              log(
                  seed,
                  users,
                  (time, minute, id, to, place, lot) ->
                      (early ? minute < 120 : minute >= START) && lot < 0.95
                          ? noName(time, id, to, place)
                          : null));
      wrong +=
          (int)
              summary.changes().stream()
                  .filter(change -> change.group().codes().equals("550 5.1.1"))
                  .count();
      assertTrue(early || summary.changes().size() >= 1, "the outage of seed " + seed);
    }
    assertTrue(wrong <= 1, wrong + " of 60");
  }
}
