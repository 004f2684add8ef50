package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.PlantedLog.MINUTES;
import static io.github.smtpbot.incident.PlantedLog.START;
import static io.github.smtpbot.incident.PlantedLog.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What happens on the server whose log it is, or to all mail at once. */
class OutageTest {

  private static Incident told(LogSummary summary) {
    return BOT.tell(summary, 8, ZoneOffset.UTC, Locale.ENGLISH);
  }

  @Test
  void aResolverThatFailsIsOneChangeOfAllMailAndTheOwnAdministratorActs() {
    LogSummary summary = log(1).unknownUsers(0.03).from(START).noName().summary();
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertTrue(change.everywhere());
    assertEquals(4, change.providers().size(), "Gmail, Outlook.com, Yahoo and the others");
    assertEquals(NOON.plus(Duration.ofMinutes(START)), change.since());
    assertNull(change.until());
    assertEquals(1, change.during());
    Incident incident = told(summary);
    assertTrue(
        incident.headline().startsWith("Since 16:00, 100 % of all mail that you send is deferred"),
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

  /** Exim names neither host nor transport where it asks for names in vain. */
  @Test
  void aResolverThatFailsUnderEximIsOneChangeOfAllMail() {
    List<String> domains = List.of("gmail.com", "yahoo.com", "gmx.de", "one.example");
    List<String> hosts =
        List.of(Logs.GMAIL, "mta5.am0.yahoodns.net", "mx00.emig.gmx.net", "mx.one.example");
    LogSummary summary =
        TextLog.minutes(
            120,
            minute -> {
              String start =
                  "2026-11-27 " + TextLog.clock(minute) + " 1vOa00-0000000A" + (100 + minute);
              String to = "u" + minute + '@' + domains.get(minute % 4) + " R=dnslookup ";
              return minute < 60
                  ? start
                      + "-0000 => "
                      + to
                      + "T=remote_smtp H="
                      + hosts.get(minute % 4)
                      + " [192.0.2.1] C=\"250 OK\""
                  : start + "-0000 == " + to + "defer (-1): host lookup did not complete";
            });
    String headline = told(summary).headline();
    assertTrue(
        headline.startsWith("Since 01:00, 100 % of all mail that you send is deferred"), headline);
    assertTrue(headline.contains("See that this server reaches the Internet"), headline);
    assertTrue(
        summary.groups().stream().anyMatch(group -> group.provider().equals("google")),
        summary.groups().toString());
  }

  /** A place that hardly any mail goes to need not show it for all mail to fail. */
  @Test
  void whereAllMailFailsItIsAllMailHoweverLittleGoesToSome() {
    List<Delivery> deliveries = log(1).from(START).noName().deliveries();
    for (int minute = 10; minute < START; minute += 7) {
      deliveries.add(
          Logs.delivery(
              NOON.plus(Duration.ofMinutes(minute)),
              "W" + minute,
              "u" + minute + "@web.de",
              "mx-ha02.web.de",
              Result.DELIVERED,
              "250 OK"));
    }
    for (int i = 0; i < 130; i++) {
      deliveries.add(
          Logs.delivery(
              NOON.plus(Duration.ofMinutes(10 + i)),
              "I" + i,
              "u" + i + "@icloud.com",
              "mx01.mail.icloud.com",
              Result.DELIVERED,
              "250 OK"));
    }
    Change change = PlantedLog.summary(deliveries).changes().get(0);
    assertTrue(change.everywhere(), change.toString());
  }

  @Test
  void failuresOfSomeProvidersAtOnceAreToldTogether() {
    LogSummary summary =
        log(2)
            .between(START, START + 60)
            .at("gmail.com", "outlook.com", "yahoo.com")
            .deferred(
                "421 4.7.0 Try again later, your IP address 192.0.2.1 is listed: poor reputation")
            .summary();
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertFalse(change.everywhere());
    assertEquals(3, change.providers().size());
    String headline = told(summary).headline();
    assertTrue(headline.contains("the mail to 3 providers (Gmail, "), headline);
  }

  @Test
  void whomNobodyKnowsStandsLast() {
    String headline =
        told(log(77)
                .from(START)
                .at("gmail.com", "one.example", "two.example", "three.example", "yahoo.com")
                .bounced("554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org")
                .summary())
            .headline();
    assertTrue(headline.contains(", servers of no known provider)"), headline);
  }

  @Test
  void failuresAtOneProviderStayThatProviders() {
    String words = "450 4.2.1 The user you are trying to contact is receiving mail too quickly";
    LogSummary summary =
        log(3)
            .unknownUsers(0.03)
            .from(START)
            .at("gmail.com")
            .part(0.7)
            .deferred(words)
            .always()
            .part(0.02)
            .deferred(words)
            .summary();
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
        log(4)
            .through("127.0.0.1")
            .from(START)
            .deferredBy(
                "127.0.0.1",
                "dsn=4.4.1, status=deferred (connect to 127.0.0.1[127.0.0.1]:10024: Connection refused)")
            .summary();
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
    assertTrue(alone.contains("Whoever sends it acts: Your server refuses it"), alone);
    log.add(Logs.unknownUser(NOON, 1));
    String sent = told(Logs.summary(log)).headline();
    assertTrue(sent.contains("550 5.1.1"), sent);
  }

  @Test
  void aDomainThatMakesUpAGroupIsNamedWithItsShare() {
    LogSummary summary =
        log(5)
            .from(START)
            .at("two.example")
            .noHost()
            .always()
            .at("one.example", "two.example", "three.example")
            .part(0.01)
            .noHost()
            .summary();
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
            && incident.headline().contains(" all mail to two.example fails: it is deferred ("),
        incident.headline());
    assertTrue(incident.groups().get(0).title().endsWith("two.example"));
    String place = incident.groups().get(0).place();
    assertTrue(place.contains("of " + there + " attempts there"), place);
    assertTrue(place.contains("; nothing delivered after 15:5"), place);
    String change = incident.changes().get(0).text();
    assertTrue(change.contains(": since 16:00 all mail there fails; "), change);
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
      PlantedLog log = log(seed).unknownUsers(users);
      LogSummary summary =
          (early ? log.between(0, 120) : log.from(START)).part(0.95).noName().summary();
      wrong +=
          (int)
              summary.changes().stream()
                  .filter(change -> change.group().codes().equals("550 5.1.1"))
                  .count();
      assertTrue(early || summary.changes().size() >= 1, "the outage of seed " + seed);
    }
    assertTrue(wrong <= 1, wrong + " of 60");
  }

  private static final String YOU = "The administrator of this server (you) acts: ";

  /** The failures come back later, some of them by another way: those are no change of others. */
  @Test
  void machineryThatTookNoMailBeforeIsComparedWithAllMail() {
    List<Delivery> log =
        new ArrayList<>(
            log(6)
                .unknownUsers(0.03)
                .from(START)
                .deferredBy(Delivery.HERE, "dsn=4.3.0 (mail transport unavailable)")
                .deliveries());
    for (int i = START * 6; i < (MINUTES - 20) * 6; i += 20) {
      Delivery first = log.get(i);
      log.add(
          Logs.delivery(
              first.time() == null ? NOON : first.time().plusSeconds(900),
              first.message(),
              first.recipient(),
              Logs.GMAIL,
              Result.BOUNCED,
              "550 5.1.1 user unknown"));
    }
    LogSummary summary = Logs.summary(log);
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    Change change = summary.changes().get(0);
    assertTrue(change.everywhere());
    assertEquals(LogGroup.HERE, change.group().provider());
    assertEquals(NOON.plus(Duration.ofMinutes(START)), change.since());
    String headline = told(summary).headline();
    assertTrue(headline.contains("of all mail that you send is deferred"), headline);
    assertTrue(headline.contains(YOU), headline);
  }

  private static Incident afterStart(long seed, String host, String words) {
    return told(log(seed).unknownUsers(0.02).from(START).deferredBy(host, words).summary());
  }

  @Test
  void aRelayThatRefusesTheLoginIsForTheOwnAdministrator() {
    Incident incident =
        afterStart(
            7,
            "smtp.relayhost.example",
            "dsn=4.7.8, status=deferred (SASL authentication failed; server smtp.relayhost.example[192.0.2.50] said: 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6)");
    assertTrue(incident.headline().contains(YOU + "Compare the user name"), incident.headline());
  }

  @Test
  void aRelayThatIsNotReachedIsNamedWithItsPort() {
    Incident incident =
        told(
            log(8)
                .through("smtp.relayhost.example")
                .from(START)
                .deferredBy(
                    "smtp.relayhost.example",
                    "dsn=4.4.1, status=deferred (connect to smtp.relayhost.example[192.0.2.50]:587: Connection timed out)")
                .summary());
    assertTrue(
        incident.headline().contains(YOU + "See that smtp.relayhost.example:587"),
        incident.headline());
  }

  @Test
  void whatPostfixItselfSaysOfAllMailIsForItsAdministrator() {
    for (String words :
        List.of(
            "dsn=4.7.4, status=deferred (TLS is required, but our TLS engine is unavailable)",
            "dsn=4.3.5, status=deferred (address resolver failure)")) {
      Incident incident = afterStart(9, "", words);
      assertTrue(incident.headline().contains(YOU), incident.headline());
      assertTrue(
          incident.groups().stream()
              .filter(told -> !told.group().permanent())
              .allMatch(told -> told.outline().acts().contains("(you)")),
          words);
    }
  }

  @Test
  void troubleFromTheFirstLineToTheLastIsToldOfAllMail() {
    Incident incident = told(log(10).always().noName().summary());
    assertTrue(
        incident.headline().startsWith("For as long as the log goes back (12:00 to 17:59)"),
        incident.headline());
    assertTrue(incident.headline().contains(YOU), incident.headline());
    assertTrue(
        incident.groups().stream().allMatch(told -> told.outline().acts().contains("(you)")));
  }

  @Test
  void anEndedOutageIsNotBlamedOnTheRecipients() {
    Incident incident = told(log(11).between(120, 160).noName().summary());
    assertTrue(incident.headline().contains("that is over"), incident.headline());
    assertTrue(
        incident.groups().stream().allMatch(told -> told.outline().acts().contains("(you)")));
  }

  @Test
  void whatTheOwnServerCannotReadIsOneChangeWhoeverSends() {
    for (String words :
        List.of(
            "451 4.3.5 <%s[192.0.2.7]>: Client host rejected: Server configuration error",
            "temporarily rejected RCPT: failed to open database /etc/exim4/users.db: MYSQL connection failed: Connection refused",
            "temporarily rejected RCPT: failed to expand ACL string \"x\": lookup of \"SELECT 1\" gave DEFER",
            "temporarily rejected RCPT: failed to open /etc/exim4/domains: Permission denied (euid=102)")) {
      LogSummary summary = log(12).from(START).refused(words).summary();
      assertEquals(1, summary.groups().size(), words);
      assertEquals(1, summary.changes().size(), words);
      String headline = told(summary).headline();
      assertTrue(headline.contains(YOU + "Look in this server's log"), headline);
    }
  }

  @Test
  void refusingNearlyAllThatWasTakenBeforeIsNoPolicy() {
    for (String words :
        List.of(
            "450 4.1.8 <x@%s>: Sender address rejected: Domain not found",
            "554 5.7.1 <staff@ours.example>: Relay access denied",
            "550 5.1.1 <staff@ours.example>: Recipient address rejected: User unknown in virtual mailbox table")) {
      String headline = told(log(13).from(START).refused(words).summary()).headline();
      assertTrue(headline.contains(YOU + "See what changed on this server"), headline);
    }
  }

  /** Much more mail that nobody wants, beside all that was taken before, is refused rightly. */
  @Test
  void aFloodThatIsRefusedIsNotTheOwnServersFault() {
    List<Delivery> log = log(14).deliveries();
    for (int i = 0; i < 60 * (MINUTES - START) * 2; i++) {
      log.add(
          PlantedLog.refusal(
              NOON.plusSeconds(START * 60L + i / 2),
              "F" + i,
              "550 5.1.1 <staff@ours.example>: Recipient address rejected: User unknown in virtual mailbox table"));
    }
    String headline = told(Logs.summary(log)).headline();
    assertTrue(headline.contains("Whoever sends it acts: "), headline);
  }

  @Test
  void aSecondIncidentIsNamedInTheHeadline() {
    Incident incident =
        told(
            log(15)
                .from(START)
                .at("gmail.com")
                .deferred("421 4.7.28 rate limited")
                .from(120)
                .at("outlook.com")
                .deferred("451 4.7.500 Server busy")
                .summary());
    assertEquals(2, incident.changes().size());
    assertTrue(
        incident.headline().contains("; also Outlook.com since 14:0")
            || incident.headline().contains("; also Gmail since 16:0"),
        incident.headline());
  }

  @Test
  void anEstimateIsNotedOnlyWhereOneIsShown() {
    List<Delivery> log = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      log.add(i % 1_000 == 0 ? Logs.limited(NOON, i) : Logs.taken(NOON.plusSeconds(i), i));
    }
    LogSummary summary = Logs.summary(log);
    assertFalse(summary.totals().recipients().isExact());
    assertEquals(List.of(), told(summary).notes());
  }
}
