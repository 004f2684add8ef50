package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.PlantedLog.START;
import static io.github.smtpbot.incident.PlantedLog.log;
import static io.github.smtpbot.incident.TextLog.clock;
import static io.github.smtpbot.incident.TextLog.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.source.Lines;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What is of one's own mail, and of one's own server, is told apart from what is of others. */
class OwnMailTest {

  private static final String YOU = "the administrator of this server (you)";
  private static final String LISTED =
      "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org";

  private static Incident thai(LogSummary summary) {
    return BOT.tell(summary, 8, ZoneOffset.UTC, Locale.forLanguageTag("th"));
  }

  /** Foreign mail that is refused all day long beside a log. */
  private static List<Delivery> withSpam(List<Delivery> log, int count) {
    List<Delivery> both = new ArrayList<>(log);
    for (int i = 0; i < count; i++) {
      both.add(PlantedLog.refusal(NOON.plusSeconds(i * 21_600L / count), "S" + i, LISTED));
    }
    return both;
  }

  @Test
  void whereOnlyForeignMailIsRefusedTheOwnIsFine() {
    LogSummary summary = PlantedLog.summary(withSpam(log(71).deliveries(), 900));
    assertEquals(List.of(), summary.changes());
    String headline = told(summary).headline();
    assertTrue(
        headline.startsWith(
            "Your own mail is fine: 2,160 of 2,160 messages delivered from 12:00 to 17:59. From outside, your server itself rejected 900; no change stands out."),
        headline);
    assertTrue(
        thai(summary).headline().startsWith("อีเมลของคุณเองปกติดี ส่งถึงแล้ว 2,160 จาก 2,160 ฉบับ"),
        thai(summary).headline());
  }

  @Test
  void whatIsRefusedIsNotCountedWithTheOwnMail() {
    LogSummary summary = PlantedLog.summary(withSpam(log(72).unknownUsers(0.03).deliveries(), 900));
    Totals.Outcome messages = summary.totals().messages();
    assertEquals(900, messages.rejected().value());
    String headline = told(summary).headline();
    assertTrue(
        headline.contains(
            "Messages delivered: "
                + String.format(Locale.ROOT, "%,d", messages.delivered().value())
                + " of 2,160."),
        headline);
    assertTrue(
        headline.contains("Messages that your server itself rejected, not counted there: 900."),
        headline);
    assertTrue(thai(summary).headline().contains("ปฏิเสธอีก 900 ฉบับ"), thai(summary).headline());
  }

  @Test
  void whereNothingIsRefusedNothingIsSaidOfIt() {
    String headline = told(log(73).unknownUsers(0.03).summary()).headline();
    assertTrue(headline.contains(" of 2,160. "), headline);
    assertFalse(headline.contains("rejected"), headline);
  }

  private static Told only(LogSummary summary) {
    List<Told> groups = told(summary).groups();
    assertEquals(1, groups.size(), groups.toString());
    return groups.get(0);
  }

  private static String lmtp(int minute, int user) {
    return "2026-11-27T"
        + clock(minute)
        + "+00:00 mx1 postfix/lmtp[9]: A00000"
        + (1000 + minute)
        + ": to=<u"
        + user
        + "@ours.example>, relay=mx1.ours.example[private/dovecot-lmtp], delay=1, dsn=5.2.2, status=bounced (host mx1.ours.example[private/dovecot-lmtp] said: 552 5.2.2 <u"
        + user
        + "@ours.example> Quota exceeded (mailbox for user is full) (in reply to end of DATA command))";
  }

  private static String local(int minute, int user) {
    return "2026-11-27T"
        + clock(minute)
        + "+00:00 mx1 postfix/local[9]: A00000"
        + (1000 + minute)
        + ": to=<u"
        + user
        + "@ours.example>, relay=local, delay=1, dsn=4.2.2, status=deferred (maildir delivery failed: error writing message: Disk quota exceeded)";
  }

  @Test
  void manyOwnMailboxesThatAreFullAtOnceAreForTheAdministrator() {
    for (IntFunction<String> line :
        List.<IntFunction<String>>of(
            minute -> lmtp(minute, minute % 12), minute -> local(minute, minute % 12))) {
      Told told = only(TextLog.hour(line));
      assertEquals(LogGroup.HERE, told.group().provider());
      assertEquals(YOU, told.outline().acts(), told.title());
      assertTrue(told.outline().first().startsWith("See with df -h"), told.outline().first());
      assertTrue(told.title().contains("Many mailboxes on your own server are full"));
    }
    assertTrue(
        thai(TextLog.hour(minute -> lmtp(minute, minute % 12))).headline().contains("df -h"));
  }

  @Test
  void oneFullMailboxIsItsUsers() {
    Told told = only(TextLog.hour(minute -> lmtp(minute, 1)));
    assertFalse(told.outline().acts().contains("(you)"), told.outline().acts());
  }

  @Test
  void someFullMailboxesOverDaysAreTheirUsers() {
    Told told =
        only(TextLog.minutes(23 * 60, minute -> minute % 200 == 0 ? lmtp(minute, minute) : ""));
    assertEquals(7, told.group().recipients().value());
    assertFalse(told.outline().acts().contains("(you)"), told.outline().acts());
  }

  private static final List<String> UNANSWERED =
      List.of(
          "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/192.0.2.53/",
          "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver",
          "550 5.7.1 rejected: 192.0.2.1 is listed at zen.spamhaus.org (127.255.255.254)",
          "550 5.7.1 rejected: 192.0.2.1 is listed at zen.spamhaus.org (127.255.255.255)",
          "554 5.7.1 Client host blocked using zen.spamhaus.org; excessive number of queries",
          "554 5.7.1 Client host blocked using zen.spamhaus.org; query via public resolver",
          "554 5.7.1 Client host blocked using multi.uribl.com; Query Refused. See http://uribl.com/refused.shtml");

  /** A list that does not answer lists nobody: there is nothing to be removed from. */
  @Test
  void whereAListDoesNotAnswerNobodyIsToBeDelisted() {
    for (String words : UNANSWERED) {
      Told told = only(Logs.summary(List.of(at(Result.BOUNCED, words))));
      assertTrue(
          told.outline().first().startsWith("The administrator of the receiving server"),
          words + " → " + told.outline().first());
      assertEquals("the recipient's administrator", told.outline().acts(), words);
    }
  }

  @Test
  void whereItDoesNotAnswerTheOwnServerItsAdministratorActs() {
    for (String words : UNANSWERED) {
      Told told = only(Logs.summary(List.of(at(Result.REJECTED, words))));
      assertEquals(YOU, told.outline().acts(), words);
      assertTrue(
          told.outline().first().startsWith("Ask the list that the reply names"),
          told.outline().first());
    }
  }

  /** Numbers do not tell replies apart, but for those that a list answers by. */
  @Test
  void anAnswerIsToldFromAListing() {
    List<Delivery> log = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String answer = i % 2 == 0 ? "127.0.0.4" : "127.255.255.254";
      log.add(
          Logs.delivery(
              NOON.plusSeconds(i),
              "A" + i,
              "a@one.example",
              "mx.one.example",
              Result.BOUNCED,
              "550 5.7.1 rejected: 192.0.2.1 is listed at zen.spamhaus.org (" + answer + ")"));
    }
    LogSummary summary = Logs.summary(log);
    assertEquals(2, summary.groups().size(), summary.groups().toString());
    assertEquals(List.of(10L, 10L), summary.groups().stream().map(LogGroup::attempts).toList());
  }

  private static Delivery at(Result result, String words) {
    return Logs.delivery(NOON, "A", "a@one.example", "mx.one.example", result, words);
  }

  @Test
  void ofALineThatIsCutItIsToldThatReadingStopped() {
    LogSummary summary = TextLog.of("{\"a\":\"" + "x".repeat(3 * Lines.LONGEST_JSON) + "\"}\n");
    assertEquals(1, summary.count().lines());
    assertEquals(0, summary.count().unknownLines());
    Incident incident = told(summary);
    assertEquals(
        "No delivery was found in what was read: a line was so long that reading of it stopped.",
        incident.headline());
    assertTrue(
        incident.notes().stream().anyMatch(note -> note.contains("reading of that line stopped")),
        incident.notes().toString());
    assertTrue(thai(summary).headline().contains("หยุดอ่านบรรทัดนั้น"));
  }

  /** A stolen account is seen at several providers at once. */
  @Test
  void theSenderOfAChangeAtSeveralProvidersIsNamed() {
    List<String> domains = List.of("gmail.com", "outlook.com", "yahoo.com");
    List<String> hosts =
        List.of(Logs.GMAIL, "outlook-com.olc.protection.outlook.com", "mta5.am0.yahoodns.net");
    List<Delivery> log = new ArrayList<>(log(74).unknownUsers(0.05).deliveries());
    for (int i = 0; i < 600; i++) {
      log.add(
          new Delivery(
              NOON.plusSeconds(START * 60L + i * 5L),
              "F" + i,
              i % 10 == 0 ? "news@example.com" : "anna.koch@example.com",
              "x" + i + '@' + domains.get(i % 3),
              hosts.get(i % 3),
              Result.DEFERRED,
              "421 4.7.0 Try again later, your IP address 192.0.2.1 is listed: poor reputation"));
    }
    LogSummary summary = PlantedLog.summary(log);
    assertTrue(summary.changes().get(0).isOfSeveral(), summary.changes().toString());
    String headline = told(summary).headline();
    assertTrue(headline.contains(", most of it sent by a…h@example.com"), headline);
    assertFalse(headline.contains("anna"), headline);
    assertTrue(
        thai(summary).headline().contains("ส่วนใหญ่ส่งโดย a…h@example.com"),
        thai(summary).headline());
  }

  /** One user who sends ten times as much as all did before, to addresses that do not exist. */
  private static LogSummary flood(int until) {
    List<String> domains = List.of("gmail.com", "yahoo.com");
    List<String> hosts = List.of(Logs.GMAIL, "mta5.am0.yahoodns.net");
    List<Delivery> log = new ArrayList<>(log(75).deliveries());
    for (int i = 0; i < until * 60; i++) {
      boolean fails = i % 5 < 3;
      log.add(
          new Delivery(
              NOON.plusSeconds(START * 60L + i),
              "F" + i,
              "anna.koch@example.com",
              "x" + i + '@' + domains.get(i % 2),
              hosts.get(i % 2),
              fails ? Result.BOUNCED : Result.DELIVERED,
              fails ? "550 5.1.1 The email account does not exist" : "250 OK"));
    }
    return PlantedLog.summary(log);
  }

  @Test
  void whoSendsManyTimesAsMuchAsBeforeIsForTheAdministrator() {
    for (int minutes : List.of(120, 60)) {
      String headline = told(flood(minutes)).headline();
      assertTrue(headline.contains(", most of it sent by a…h@example.com: "), headline);
      assertTrue(headline.contains(" times as much mail as before"), headline);
      assertTrue(
          headline.contains(
              "The administrator of this server (you) acts: See who sends so much from that address."),
          headline);
      assertEquals(minutes == 60, headline.contains("that is over, but what bounced"), headline);
    }
  }

  @Test
  void aServerThatFindsItselfBehindADomainIsForItsAdministrator() {
    LogSummary summary =
        log(76)
            .from(START)
            .at("one.example")
            .bounced("dsn=5.4.6, status=bounced (mail for one.example loops back to myself)")
            .summary();
    String headline = told(summary).headline();
    assertTrue(headline.contains("(you) acts: Correct the MX record of that domain"), headline);
  }

  @Test
  void whatALogDoesNotTellIsNotCounted() {
    Told told =
        only(
            TextLog.hour(
                minute ->
                    "2026-11-27T"
                        + clock(minute)
                        + "+00:00 mx1 postfix/smtp[9]: A00000"
                        + (1000 + minute)
                        + ": to=<root>, relay=mx.example[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.example[192.0.2.1] said: 550 5.1.1 User unknown)"));
    assertFalse(told.counts().contains("domains"), told.counts());
  }
}
