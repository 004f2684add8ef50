package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.PlantedLog.START;
import static io.github.smtpbot.incident.PlantedLog.log;
import static io.github.smtpbot.incident.TextLog.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one domain, the one sender and the one reason that an incident is about are named. */
class NamedTest {

  private static final String REFUSED = "550 5.4.1 Recipient address rejected: Access denied.";

  /** Mail to six customers of one host; mail to the first of them is refused from a time on. */
  private static List<Delivery> customers(int from) {
    List<Delivery> log = new ArrayList<>();
    for (int i = 0; i < 360; i++) {
      String domain = "kunde" + i % 6 + ".example";
      boolean fails = i % 6 == 0 && i >= from;
      log.add(
          Logs.delivery(
              NOON.plusSeconds(i * 60L),
              "Q" + i,
              "u" + i + '@' + domain,
              "kunde" + i % 6 + "-example.mail.protection.outlook.com",
              fails ? Result.BOUNCED : Result.DELIVERED,
              fails ? REFUSED : "250 2.6.0 <x@y> Queued mail for delivery"));
    }
    return log;
  }

  @Test
  void oneCustomersDomainAtALargeHostIsNamed() {
    Incident incident = told(PlantedLog.summary(customers(180)));
    assertTrue(
        incident.headline().contains("ll mail to kunde0.example (Microsoft 365) fails"),
        incident.headline());
    assertTrue(
        incident.groups().get(0).title().endsWith("kunde0.example (Microsoft 365)"),
        incident.groups().get(0).title());
  }

  @Test
  void aProvidersOwnDomainIsNot() {
    String headline =
        told(log(51).from(START).at("gmail.com").deferred("421 4.7.28 rate limited").summary())
            .headline();
    assertTrue(headline.contains(" Gmail defers "), headline);
  }

  @Test
  void messagesThatExpireAreOneIncidentWithWhatTheyExpireBy() {
    List<Delivery> log = new ArrayList<>(log(52).from(120).at("two.example").noHost().deliveries());
    for (Delivery delivery : List.copyOf(log)) {
      Instant time = delivery.time();
      if (delivery.result() == Result.DEFERRED && time != null) {
        Instant later = time.plusSeconds(2 * 60 * 60);
        if (later.isBefore(NOON.plusSeconds(PlantedLog.MINUTES * 60L))) {
          log.add(
              Logs.delivery(
                  later,
                  delivery.message(),
                  delivery.recipient(),
                  "",
                  Result.BOUNCED,
                  "status=expired, returned to sender"));
        }
      }
    }
    LogSummary summary = PlantedLog.summary(log);
    assertEquals(2, summary.groups().size());
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    String headline = told(summary).headline();
    assertTrue(headline.contains("all mail to two.example fails: it is deferred"), headline);
    assertFalse(headline.contains("Gave up"), headline);
  }

  /** A stolen account sends to many that do not exist, beside what others send. */
  private static List<Delivery> flood(Result result, String words) {
    List<Delivery> log = new ArrayList<>(log(53).unknownUsers(0.05).deliveries());
    for (int i = 0; i < 400; i++) {
      log.add(
          new Delivery(
              NOON.plusSeconds(START * 60L + i * 5L),
              "F" + i,
              "anna.koch@example.com",
              "x" + i + "@gmail.com",
              Logs.GMAIL,
              result,
              words));
    }
    return log;
  }

  @Test
  void theSenderOfMostOfItIsNamedMasked() {
    String headline =
        told(PlantedLog.summary(flood(Result.DEFERRED, "421 4.7.28 rate limited"))).headline();
    assertTrue(headline.contains(", most of it sent by a…h@example.com;"), headline);
    assertFalse(headline.contains("anna"), headline);
  }

  @Test
  void aSenderOfAllThatFailsIsNoNews() {
    String headline =
        told(log(54)
                .unknownUsers(0.05)
                .from(START)
                .at("gmail.com")
                .deferred("421 4.7.28 x")
                .summary())
            .headline();
    assertFalse(headline.contains("sent by"), headline);
  }

  @Test
  void anOwnUserWhoSendsTooMuchIsForTheAdministrator() {
    Incident incident =
        told(
            PlantedLog.summary(
                flood(
                    Result.REJECTED,
                    "450 4.7.1 <x@gmail.com>: Recipient address rejected: Policy Rejection: sending limit of 200 messages per hour exceeded")));
    Told refused =
        incident.groups().stream()
            .filter(told -> told.group().rejected())
            .findFirst()
            .orElseThrow();
    assertEquals("the administrator of this server (you)", refused.outline().acts());
    assertTrue(refused.outline().first().startsWith("Look at the account"));
    assertTrue(incident.headline().contains("sent by a…h@example.com"), incident.headline());
  }

  @Test
  void aFurtherIncidentIsToldWithItsReasonAndWhoActs() {
    String headline =
        told(log(55)
                .from(START)
                .at("gmail.com")
                .deferred("421 4.7.28 rate limited")
                .from(120)
                .at("outlook.com")
                .bounced("550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. S3140")
                .summary())
            .headline();
    assertTrue(headline.contains("; the sender's administrator"), headline);
  }

  /** Events of a sending service name no host: then the domain tells whose mail it is. */
  @Test
  void withoutAHostWhatIsTakenAndRefusedAtOneDomainIsOfOneProvider() {
    List<Delivery> log = new ArrayList<>();
    for (int i = 0; i < 360; i++) {
      boolean fails = i >= 180;
      log.add(
          Logs.delivery(
              NOON.plusSeconds(i * 60L),
              "Q" + i,
              "u" + i + "@hotmail.com",
              "",
              fails ? Result.BOUNCED : Result.DELIVERED,
              fails
                  ? "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150)."
                  : "250 2.6.0 <x@y> [InternalId=7, Hostname=AM0.eurprd.prod.outlook.com] Queued mail for delivery"));
    }
    LogSummary summary = PlantedLog.summary(log);
    LogGroup group = summary.groups().get(0);
    assertEquals("outlook", group.provider());
    assertEquals(0.5, group.share());
    String headline = told(summary).headline();
    assertTrue(headline.startsWith("Since 15:00 Outlook.com refuses "), headline);
  }

  /** A host of many domains is told by its words alone; what it took is with the unknown. */
  @Test
  void aProviderThatOnlyWordsTellIsCountedWithThoseWhomNobodyKnows() {
    List<Delivery> log = new ArrayList<>();
    for (int i = 0; i < 720; i++) {
      boolean customer = i % 2 == 0;
      boolean fails = customer && i >= 360;
      log.add(
          Logs.delivery(
              NOON.plusSeconds(i * 30L),
              "Q" + i,
              "u" + i + (customer ? "@kunde" + i % 16 : "@other" + i % 15) + ".example",
              "",
              fails ? Result.BOUNCED : Result.DELIVERED,
              fails
                  ? "550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal from this list please forward this message to delist@messaging.microsoft.com. AS(1410)"
                  : "250 OK"));
    }
    LogSummary summary = PlantedLog.summary(log);
    assertEquals(1, summary.changes().size(), summary.groups().toString());
    Change change = summary.changes().get(0);
    assertEquals(NOON.plusSeconds(360 * 30L), change.since());
    assertEquals(0.5, change.during(), 0.01);
    assertEquals(720, summary.groups().get(0).traffic().value());
    Incident incident = told(summary);
    assertTrue(
        incident.headline().contains(" of the mail to Microsoft")
            && incident.headline().contains(" and servers of no known provider bounces"),
        incident.headline());
    assertTrue(
        incident
            .groups()
            .get(0)
            .share()
            .endsWith("and servers of no known provider that were read"),
        incident.groups().get(0).share());
    assertEquals(summary.changes(), LogSummary.fromBytes(summary.toBytes()).changes());
  }

  /** What Gmail tells its own senders to do is not for those whose mail others refuse too. */
  @Test
  void whatSeveralRefuseIsNotToldInTheWordsOfOne() {
    LogSummary summary =
        log(92)
            .from(START)
            .part(0.6)
            .bounced("552 5.3.4 Message size exceeds fixed limit")
            .summary();
    assertTrue(summary.changes().get(0).isOfSeveral(), summary.changes().toString());
    String headline = told(summary).headline();
    assertFalse(headline.contains("Google Drive"), headline);
    Told gmail =
        told(summary).groups().stream()
            .filter(group -> group.group().provider().equals("google"))
            .findFirst()
            .orElseThrow();
    assertTrue(gmail.outline().first().contains("Google Drive"), gmail.outline().first());
  }
}
