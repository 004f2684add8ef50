package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.PlantedLog.START;
import static io.github.smtpbot.incident.PlantedLog.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.chart.FailureChart;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** That no more is told than the log knows, and nothing that it contradicts. */
class ToldTest {

  private static final String LIMITED = "421 4.7.28 rate limited";
  private static final String BUSY = "451 4.7.500 Server busy";

  private static Incident told(LogSummary summary) {
    return told(summary, "en");
  }

  private static Incident told(LogSummary summary, String language) {
    return BOT.tell(summary, 8, ZoneOffset.UTC, Locale.forLanguageTag(language));
  }

  /** What is left of a log of which somebody took out the failures. */
  private static LogSummary failuresOf(PlantedLog log) {
    return Logs.summary(
        log.deliveries().stream().filter(each -> each.result() != Result.DELIVERED).toList());
  }

  private static String all(Incident incident) {
    StringBuilder all = new StringBuilder(incident.headline());
    incident
        .groups()
        .forEach(
            told -> all.append('\n').append(told.share()).append(told.place()).append(told.seen()));
    incident.changes().forEach(told -> all.append('\n').append(told.text()));
    return all.toString();
  }

  @Test
  void ofFailuresAloneNoShareOfTheMailIsTold() {
    LogSummary summary =
        failuresOf(log(21).unknownUsers(0.05).from(START).at("gmail.com").bounced(LIMITED));
    assertTrue(summary.isOfFailuresOnly());
    assertEquals(1, summary.changes().size(), "more of the failures at Gmail are of one kind");
    Incident english = told(summary);
    assertFalse(all(english).contains("%"), all(english));
    assertFalse(all(english).contains("still going on"), all(english));
    assertTrue(english.headline().startsWith("Since 16:0"), english.headline());
    assertTrue(
        english.headline().contains(" failures read for Gmail are of one kind: Sending too fast"),
        english.headline());
    assertTrue(
        english.headline().contains("; how much mail got through is not known."),
        english.headline());
    Told group = english.groups().get(0);
    long failed = summary.totals().messages().all().value();
    assertEquals(
        group.group().messages().value() + " of the " + failed + " failed messages that were read",
        group.share());
    assertFalse(all(told(summary, "th")).contains("ร้อยละ"), all(told(summary, "th")));
  }

  /** A log may go on for hours after the last delivery, with lines that tell of none. */
  @Test
  void whereNothingFailsItIsToldUntilWhenThatIsKnown() {
    Incident incident = told(log(24).summary());

    assertTrue(incident.headline().startsWith("Nothing failed from "), incident.headline());
    assertTrue(incident.headline().contains(", when the last delivery was."), incident.headline());
  }

  @Test
  void failuresAloneThatDoNotChangeAreCounted() {
    Incident incident =
        told(failuresOf(log(22).unknownUsers(0.05).always().at("two.example").noHost()));
    assertTrue(
        incident
            .headline()
            .startsWith("Only failures were read, so how much mail got through is not known."),
        incident.headline());
    assertFalse(all(incident).contains("%"), all(incident));
    assertFalse(incident.headline().contains("(you)"), "nobody knows whether all mail fails");
  }

  @Test
  void eachTimeOfAnIncidentIsTold() {
    LogSummary summary =
        log(23)
            .between(60, 100)
            .at("gmail.com")
            .deferred(LIMITED)
            .from(START)
            .at("gmail.com")
            .part(0.8)
            .deferred(LIMITED)
            .summary();
    assertEquals(2, summary.changes().size(), summary.changes().toString());
    String headline = told(summary).headline();
    assertTrue(headline.startsWith("Since 16:0"), headline);
    assertTrue(headline.contains("; also Gmail from 13:0"), headline);
  }

  /** Each of two times that are alike looks like scatter beside the other. */
  @Test
  void anOutageOfAllMailThatCameTwiceIsToldTwice() {
    LogSummary summary = log(24).between(120, 150).noName().from(330).noName().summary();
    assertEquals(2, summary.changes().size(), summary.changes().toString());
    assertTrue(summary.changes().stream().allMatch(Change::everywhere));
    assertEquals(NOON.plus(Duration.ofMinutes(330)), summary.changes().get(0).since());
  }

  @Test
  void aNewIncidentAfterAnOldOneIsFollowed() {
    Watch watch = BOT.watch(ZoneOffset.UTC, Locale.ENGLISH);
    List<Delivery> log =
        log(25)
            .between(60, 100)
            .at("gmail.com")
            .deferred(LIMITED)
            .from(START)
            .at("gmail.com")
            .deferred(LIMITED)
            .deliveries();
    List<String> lines = new ArrayList<>();
    for (int minute = 30; minute <= PlantedLog.MINUTES; minute += 30) {
      lines.addAll(watch.look(Logs.summary(log.subList(0, minute * 6))));
    }
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(lines.get(0).contains(" began, "), lines.toString());
    assertTrue(lines.get(1).contains(" ended, last at 13:39"), lines.toString());
    assertTrue(lines.get(2).startsWith("16:0"), lines.toString());
  }

  private static boolean isYahooBefore(Delivery delivery, int minute) {
    return delivery.recipient().endsWith("@yahoo.com")
        && Objects.requireNonNull(delivery.time()).isBefore(NOON.plus(Duration.ofMinutes(minute)));
  }

  private static LogSummary yahooFrom(int first) {
    List<Delivery> log =
        log(26)
            .from(START)
            .at("yahoo.com")
            .deferred(BUSY)
            .from(START)
            .at("gmail.com")
            .deferred(LIMITED)
            .deliveries();
    return PlantedLog.summary(log.stream().filter(each -> !isYahooBefore(each, first)).toList());
  }

  @Test
  void aProviderOfLittleMailBeforeHasAChangeToo() {
    LogSummary summary = yahooFrom(START - 12);
    List<String> providers =
        summary.changes().stream().flatMap(change -> change.providers().stream()).toList();
    assertTrue(providers.contains("yahoo"), providers.toString());
  }

  @Test
  void aProviderThatFailsFromItsFirstMessageIsNotPassedOver() {
    String headline = told(yahooFrom(START)).headline();
    assertTrue(headline.contains("; beside it, much of the mail to Yahoo fails ("), headline);
    assertFalse(headline.contains("no other change"), headline);
  }

  /** Of all mail to no known provider, one dead domain may be hardly anything. */
  @Test
  void aDomainThatIsDeadAmongManyIsNamed() {
    List<Delivery> log = new ArrayList<>(log(32).unknownUsers(0.02).deliveries());
    for (int i = 0; i < 20; i++) {
      Instant time = NOON.plus(Duration.ofMinutes(17L * i + 5));
      boolean fails = i >= 6;
      log.add(
          Logs.delivery(
              time,
              "D" + i,
              "d" + i + "@four.example",
              "mx.four.example",
              fails ? Result.DEFERRED : Result.DELIVERED,
              fails ? "dsn=4.7.5, status=deferred (Server certificate not trusted)" : "250 Ok"));
    }
    String headline = told(PlantedLog.summary(log)).headline();
    assertTrue(
        headline.startsWith("Since 13:47 all mail to four.example fails: it is deferred ("),
        headline);
  }

  @Test
  void aWaveOfSpamComesAfterWhatIsToBeDone() {
    List<Delivery> log =
        new ArrayList<>(
            log(27).unknownUsers(0.02).from(START).at("gmail.com").deferred(LIMITED).deliveries());
    for (int i = 0; i < 7_200; i++) {
      Instant time = NOON.plusSeconds(START * 60L + i);
      log.add(
          PlantedLog.refusal(
              time,
              "S" + i,
              "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org"));
    }
    String headline = told(PlantedLog.summary(log)).headline();
    assertTrue(headline.contains(" Gmail defers "), headline);
    assertTrue(headline.contains("; also refusals by your own server since 16:0"), headline);
  }

  @Test
  void whatFailsOnTheOwnServerIsCalledSo() {
    Incident incident =
        told(log(28).from(START).refused("451 4.3.0 Temporary lookup failure").summary());
    assertTrue(
        incident.headline().contains("(Internal error of your own server, "), incident.headline());
    Incident full =
        told(log(29).from(START).refused("452 4.3.1 Insufficient system storage").summary());
    assertTrue(full.headline().contains("(Your own server is out of space, "), full.headline());
    assertTrue(full.headline().contains("(you) acts: Free space on this server"), full.headline());
  }

  @Test
  void theMarkSaysOfWhatItIsTheStart() {
    LogSummary one = log(30).from(START).at("gmail.com").deferred(LIMITED).summary();
    assertEquals("since 16:00", mark(one));
    LogSummary two =
        log(30)
            .from(START)
            .at("gmail.com")
            .deferred(LIMITED)
            .from(120)
            .at("outlook.com")
            .deferred(BUSY)
            .summary();
    assertEquals(
        told(two).changes().get(0).about() + mark(two).substring(mark(two).indexOf(" since ")),
        mark(two));
    assertTrue(
        mark(two).startsWith("Gmail since 16:0") || mark(two).startsWith("Outlook.com since 14:0"),
        mark(two));
    LogSummary twice =
        log(23)
            .between(60, 100)
            .at("gmail.com")
            .deferred(LIMITED)
            .from(START)
            .at("gmail.com")
            .deferred(LIMITED)
            .summary();
    assertEquals("Gmail since 16:00", mark(twice));
    LogSummary otherwise =
        log(23)
            .between(60, 100)
            .at("gmail.com")
            .deferred("421 4.7.0 Try again later, closing connection")
            .from(START)
            .at("gmail.com")
            .deferred(LIMITED)
            .summary();
    assertEquals("Gmail (421 4.7.28) since 16:00", mark(otherwise));
  }

  /** Above a wave of spam, its height would not be seen. */
  @Test
  void whatIsMarkedLiesLowestInThePicture() {
    LogSummary summary =
        log(31).unknownUsers(0.3).from(START).at("gmail.com").part(0.7).deferred(LIMITED).summary();
    FailureChart chart = BOT.chart(summary, told(summary)).orElseThrow();
    assertTrue(
        summary.groups().get(1).messages().value() > summary.groups().get(0).messages().value(),
        "there is more of the other");
    assertTrue(
        chart.bands().get(0).name().startsWith("421 4.7.28"), chart.bands().get(0).toString());
  }

  private static String mark(LogSummary summary) {
    FailureChart chart = BOT.chart(summary, told(summary)).orElseThrow();
    return chart.marks().get(0).label();
  }

  /** Events of services tell of a delivery its address alone, and of a failure not even that. */
  @Test
  void anAddressOfTheInternetTellsOfNobody() {
    Delivery taken =
        Logs.delivery(NOON, "A", "a@gmail.com", "[192.0.2.7]", Result.DELIVERED, "250 2.0.0 Ok");
    Delivery failed = Logs.delivery(NOON, "B", "b@gmail.com", "", Result.DEFERRED, LIMITED);
    LogGroup group = Logs.summary(List.of(taken, failed)).groups().get(0);
    assertEquals("google", group.provider());
    assertEquals(0.5, group.share());
    Delivery within =
        Logs.delivery(NOON, "B", "b@gmail.com", "[172.20.1.1]", Result.DEFERRED, "450 4.2.0 later");
    assertEquals("", Logs.summary(List.of(within)).groups().get(0).provider());
  }
}
