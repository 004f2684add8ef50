package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.TextLog.clock;
import static io.github.smtpbot.incident.TextLog.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A mail server that gives up: then no line tells of any mail. */
class StallTest {

  private static final String FATAL = "postfix/smtpd[9]: fatal: no SASL authentication mechanisms";
  private static final String ENDED =
      "postfix/master[7]: warning: process /usr/lib/postfix/sbin/smtp pid 238 exit status 1";

  private static String line(int minute, String text) {
    return "2026-11-27T" + clock(minute) + "+00:00 mx1 " + text;
  }

  private static String sent(int minute) {
    return line(
        minute,
        "postfix/smtp[9]: A00000"
            + (1000 + minute)
            + ": to=<u@gmail.com>, relay=gmail-smtp-in.l.google.com[192.0.2.1]:25, dsn=2.0.0, status=sent (250 2.0.0 OK)");
  }

  private static LogSummary stalled(String text) {
    return TextLog.minutes(240, minute -> minute < 120 ? sent(minute) : line(minute, text));
  }

  @Test
  void thatNothingIsTriedAnyMoreIsToldWithWhatTheServerSays() {
    Incident incident = told(stalled(FATAL));
    assertEquals(
        "Nothing was delivered or tried after 01:59, though the log goes on to 03:59. Lines in which postfix/smtpd gives up: 120, the last: “fatal: no SASL authentication mechanisms”.",
        incident.happening());
    assertTrue(
        incident.headline().contains("The administrator of this server (you) acts: Mend what"),
        incident.headline());
  }

  @Test
  void thatItsProgramsEndIsToldWhereTheySayNoMore() {
    String headline = told(stalled(ENDED)).headline();
    assertTrue(headline.contains("postfix/master gives up: 120"), headline);
  }

  @Test
  void aFullSpoolOfEximIsTold() {
    LogSummary summary =
        TextLog.minutes(
            240,
            minute ->
                "2026-11-27 "
                    + clock(minute)
                    + " 1vOa00-0000000A"
                    + (100 + minute)
                    + "-0000 "
                    + (minute < 120
                        ? "=> u@gmail.com R=dnslookup T=remote_smtp H=gmail-smtp-in.l.google.com [192.0.2.1] C=\"250 OK\""
                        : "Failed to create spool file /var/spool/exim4/input//x-D: No space left on device"));
    String headline = told(summary).headline();
    assertTrue(
        headline.startsWith(
            "Nothing was delivered or tried after 01:59, though the log goes on to 03:59. Lines in which exim gives up: 120"),
        headline);
  }

  @Test
  void troubleBesideMailThatGoesOnIsNoStall() {
    LogSummary summary =
        TextLog.minutes(240, minute -> minute % 4 == 3 ? line(minute, FATAL) : sent(minute));
    assertEquals(60, summary.count().troubles().get(0).lines());
    assertTrue(told(summary).headline().startsWith("Nothing failed"), told(summary).headline());
  }

  @Test
  void aPauseIsNoStall() {
    LogSummary summary =
        TextLog.minutes(125, minute -> minute < 120 ? sent(minute) : line(minute, FATAL));
    assertFalse(told(summary).headline().contains("gives up"), told(summary).headline());
  }

  @Test
  void whatWasTroubleLongBeforeDoesNotStopMail() {
    LogSummary summary =
        TextLog.minutes(
            240,
            minute -> minute % 5 == 0 ? line(minute, FATAL) : minute < 120 ? sent(minute) : "");
    assertFalse(told(summary).headline().contains("gives up"), told(summary).headline());
  }

  @Test
  void addressesInItAreMaskedAndTheBytesHoldIt() {
    LogSummary summary = stalled("postfix/smtpd[9]: fatal: bad map entry: somebody@example.com");
    LogSummary read = LogSummary.fromBytes(summary.toBytes());
    assertEquals(summary.count().troubles(), read.count().troubles());
    assertEquals("fatal: bad map entry: s…y@example.com", read.count().troubles().get(0).text());
  }

  @Test
  void partsOfALogTellTheSame() {
    LogSummary whole = stalled(FATAL);
    LogSummary first =
        TextLog.minutes(150, minute -> minute < 120 ? sent(minute) : line(minute, FATAL));
    LogSummary rest = TextLog.minutes(240, minute -> minute < 150 ? "" : line(minute, FATAL));
    assertEquals(told(whole).headline(), told(rest.merge(first)).headline());
    assertEquals(whole.count().troubles(), first.merge(rest).count().troubles());
  }
}
