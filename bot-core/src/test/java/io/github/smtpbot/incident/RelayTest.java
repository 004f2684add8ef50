package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.PlantedLog.START;
import static io.github.smtpbot.incident.PlantedLog.log;
import static io.github.smtpbot.incident.TextLog.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A host that passes mail on: it is named, and whose domain the recipient is does not matter. */
class RelayTest {

  private static final List<String> DOMAINS =
      List.of("gmail.com", "outlook.com", "yahoo.com", "gmx.de", "one.example");

  /** An hour of mail to several providers through one host that fails in its second half. */
  private static LogSummary hour(String taken, String failed) {
    return TextLog.hour(
        minute ->
            (minute < 30 ? taken : failed)
                .replace("%to", "u" + minute + '@' + DOMAINS.get(minute % DOMAINS.size()))
                .replace("%t", TextLog.clock(minute))
                .replace("%m", String.valueOf(100 + minute)));
  }

  private static void isOneChangeOfTheRelay(LogSummary summary, String relay) {
    assertEquals(1, summary.groups().size(), summary.groups().toString());
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    assertTrue(summary.changes().get(0).everywhere());
    String headline = told(summary).headline();
    assertTrue(
        headline.contains(
            "The administrator of this server (you) acts: See that "
                + relay
                + ", to which this server hands all mail"),
        headline);
  }

  @Test
  void aRelayOfEximThatRefusesConnectionsIsOneChangeAndIsNamed() {
    isOneChangeOfTheRelay(
        hour(
            "2026-11-27 %t 1vOa00-0000000A%m-0000 => %to R=smarthost T=remote_smtp_smarthost H=smarthost.example [192.0.2.77] C=\"250 OK id=1x\"",
            "2026-11-27 %t 1vOa00-0000000A%m-0000 == %to R=smarthost T=remote_smtp_smarthost defer (111) H=smarthost.example [192.0.2.77]: Connection refused"),
        "smarthost.example");
  }

  @Test
  void aRelayOfSendmailThatRefusesConnectionsIsOneChangeAndIsNamed() {
    isOneChangeOfTheRelay(
        hour(
            "2026-11-27T%t+00:00 mx1 sendmail[20]: 7AR054abc000%m: to=<%to>, delay=00:00:01, mailer=relay, relay=smarthost.example. [192.0.2.77], dsn=2.0.0, stat=Sent (250 2.0.0 Ok: queued as 4Kx)",
            "2026-11-27T%t+00:00 mx1 sendmail[20]: 7AR054abc000%m: to=<%to>, delay=00:00:01, mailer=relay, relay=smarthost.example. [192.0.2.77], dsn=4.0.0, stat=Deferred: Connection refused by smarthost.example."),
        "smarthost.example");
  }

  @Test
  void aRelayOfPostfixIsNamedWithItsPort() {
    isOneChangeOfTheRelay(
        hour(
            "2026-11-27T%t+00:00 mx1 postfix/smtp[9]: A000000%m: to=<%to>, relay=smarthost.example[192.0.2.77]:587, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
            "2026-11-27T%t+00:00 mx1 postfix/smtp[9]: A000000%m: to=<%to>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to smarthost.example[192.0.2.77]:587: Connection refused)"),
        "smarthost.example:587");
  }

  @Test
  void aRelayWhoseCertificateFailsIsNamed() {
    String headline =
        told(log(31)
                .through("smarthost.example")
                .from(START)
                .deferredBy(
                    "smarthost.example",
                    "dsn=4.7.5, status=deferred (Server certificate not verified)")
                .summary())
            .headline();
    assertTrue(
        headline.contains("acts: See whether the certificate of smarthost.example"), headline);
  }

  /** Exim names no host where it gives a message up, since it tried none any more. */
  @Test
  void whatEximGivesUpBehindARelayIsTheSameIncident() {
    LogSummary summary =
        TextLog.minutes(
            180,
            minute -> {
              String to = "u" + minute + '@' + DOMAINS.get(minute % DOMAINS.size());
              String line = "2026-11-27 " + TextLog.clock(minute) + " 1vOa00-0000000A";
              String by = " R=smarthost T=remote_smtp_smarthost";
              String host = " H=smarthost.example [192.0.2.77]";
              if (minute < 60) {
                return line + (100 + minute) + "-0000 => " + to + by + host + " C=\"250 OK\"";
              }
              String failed =
                  line
                      + (100 + minute)
                      + "-0000 == "
                      + to
                      + by
                      + " defer (111)"
                      + host
                      + ": Connection refused";
              int old = minute - 60;
              return old < 60
                  ? failed
                  : failed
                      + '\n'
                      + line
                      + (100 + old)
                      + "-0000 ** u"
                      + old
                      + '@'
                      + DOMAINS.get(old % DOMAINS.size())
                      + by
                      + ": retry timeout exceeded";
            });
    assertEquals(1, summary.changes().size(), summary.changes().toString());
    assertTrue(summary.changes().get(0).everywhere());
    String headline = told(summary).headline();
    assertTrue(headline.startsWith("Since 01:00, 100 % of all mail that you send"), headline);
    assertTrue(headline.contains("See that smarthost.example, to which"), headline);
  }

  /** A filter on the way may quote the words of the provider behind it. */
  @Test
  void aHostThatSpeaksInTheWordsOfAProviderIsNotThatProvider() {
    LogSummary summary =
        log(32)
            .from(START)
            .at("one.example", "two.example", "three.example")
            .part(0.5)
            .bounced(
                "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address")
            .summary();
    assertEquals("", summary.groups().get(0).provider());
    Incident incident = told(summary);
    assertFalse(incident.headline().contains("Gmail"), incident.headline());
    String title = incident.groups().get(0).title();
    assertTrue(title.endsWith("in the words of Gmail"), title);
  }
}
