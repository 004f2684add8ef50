package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.diagnosis.form.EximFlag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of mail servers' logs, and transcripts of sessions. */
class LogLinesTest {

  @Test
  void postfixTellsRecipientHostAndCommand() {
    Finding finding =
        Reading.one(
            "Nov 24 05:55:05 mx1 postfix/smtp[1234]: 4F1A: to=<bob@example.com>,"
                + " relay=mx.example.com[192.0.2.1]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1,"
                + " status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1"
                + " <bob@example.com>: User unknown (in reply to RCPT TO command))");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("bob@example.com", finding.recipient());
    assertEquals("mx.example.com", finding.remoteHost());
    assertEquals(Command.RCPT, finding.command());
    assertEquals("<bob@example.com>: User unknown", finding.text());
  }

  @Test
  void postfixThatReachedNobodyHasNoReply() {
    Finding finding =
        Reading.one(
            "Nov 24 05:55:05 mx1 postfix/smtp[1234]: 4F1A: to=<bob@example.com>, relay=none,"
                + " delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to"
                + " mx.example.com[192.0.2.1]:25: Connection timed out)");
    assertEquals("4.4.1", finding.codes());
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
    assertEquals(false, finding.permanent());
    assertEquals("connect to mx.example.com[192.0.2.1]:25: Connection timed out", finding.text());
  }

  @Test
  void postfixAsServerTellsWhatItRefused() {
    Finding finding =
        Reading.one(
            "Nov 24 05:55:05 mx1 postfix/smtpd[99]: NOQUEUE: reject: RCPT from"
                + " unknown[203.0.113.5]: 554 5.7.1 <x@y.example>: Relay access denied;"
                + " from=<a@b.example> to=<x@y.example> proto=ESMTP helo=<pc>");
    assertEquals(Command.RCPT, finding.command());
    assertEquals("x@y.example", finding.recipient());
    assertEquals("<x@y.example>: Relay access denied", finding.text());
    assertEquals(Cause.RELAY_DENIED, finding.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=sent (250 2.6.0 <550.5.1.1@host> [InternalId=55012, Hostname=AM0.example] 123 bytes in"
            + " 0.1, 8 KB/sec Queued mail for delivery)",
        "=> bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]"
            + " C=\"250 OK id=1rgABD-000550-11\"",
        "250 2.0.0 Ok: queued as 550",
        "250 Message queued as 554-5.7.1-20231101",
        "250 2.0.0 Message accepted: DKIM signature verified, SPF pass, was greylisted before",
        "{ accepted: [ 'bob@example.com' ], rejected: [], messageSize: 554,"
            + " response: '250 2.0.0 OK 1699999550 x5-550sm421 - gsmtp' }",
        "{\"event\":\"delivered\",\"response\":\"250 2.0.0 OK 1700000550 x5si421\","
            + "\"smtp-id\":\"<550.421@x>\"}"
      })
  void noNumberOrWordWithinAConsentIsAFailure(String line) {
    Finding finding = Reading.one(line);
    assertEquals(Cause.SUCCESS, finding.cause());
    assertEquals("250", finding.codes().substring(0, 3));
  }

  @Test
  void ofASessionThatWentWellTheMessageLeads() {
    Diagnosis diagnosis =
        Reading.DIAGNOSER.read(
            """
            220 mx.example.com ESMTP
            MAIL FROM:<a@example.com>
            250 2.1.0 Ok
            DATA
            354 End data with <CR><LF>.<CR><LF>
            .
            250 2.0.0 Ok: queued as 550F1
            QUIT
            221 2.0.0 Bye
            """);
    assertEquals("250 2.0.0", diagnosis.findings().get(0).codes());
    assertEquals(Command.END_OF_DATA, diagnosis.findings().get(0).command());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lost connection with mx.example.com[192.0.2.1] while sending RCPT TO | RCPT | false",
        "== bob@example.com R=dnslookup T=remote_smtp defer (110): Connection timed out | | false",
        "** bob@example.com R=dnslookup T=remote_smtp: retry timeout exceeded | | true",
        "mail for example.com loops back to myself | | true"
      })
  void aLineWithoutAReplyTellsPhaseAndPermanence(
      String line, @Nullable Command command, boolean permanent) {
    Finding finding = Reading.one(line);
    assertEquals(command, finding.command());
    assertEquals(permanent, finding.permanent());
  }

  @Test
  void signsOfOtherProgramsAreNoFlagsOfExim() {
    EximFlag flags = new EximFlag(Catalog.builtIn().readingCues());
    assertNull(flags.in("if (code == 550) => retry ** 2"));
    assertEquals(Outcome.FAILED, flags.in("** bob@example.com: Unrouteable address"));
    assertEquals(Outcome.DELAYED, flags.in("1abc-0001-AB == bob@example.com R=x defer (-46)"));
    assertEquals(Outcome.DELIVERED, flags.in("1abc-0001-AB => bob@example.com R=x T=y"));
  }

  @Test
  void eximTellsABounce() {
    Finding finding =
        Reading.one(
            "2024-05-01 10:00:00 1abcde-000123-AB ** bob@example.com R=dnslookup T=remote_smtp"
                + " H=mx.example.com [192.0.2.1] CV=yes: SMTP error from remote mail server after"
                + " RCPT TO:<bob@example.com>: 550 5.1.1 User unknown");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("mx.example.com", finding.remoteHost());
    assertEquals(Command.RCPT, finding.command());
  }

  @Test
  void eximTellsADelay() {
    Finding finding =
        Reading.one(
            "2024-05-01 10:00:00 1abcde-000123-AB == bob@example.com R=dnslookup T=remote_smtp"
                + " defer (110): Connection timed out H=mx.example.com [192.0.2.1]");
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
    assertEquals(false, finding.permanent());
    assertEquals("bob@example.com", finding.recipient());
  }

  @Test
  void sendmailTellsItsStat() {
    Finding finding =
        Reading.one(
            "May  1 10:00:00 mail sendmail[4321]: 441A0x: to=<bob@example.com>, delay=00:00:01,"
                + " mailer=esmtp, relay=mx.example.com. [192.0.2.1], dsn=4.2.0, stat=Deferred: 450"
                + " 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted");
    assertEquals("450 4.2.0", finding.codes());
    assertEquals(Cause.GREYLISTED, finding.cause());
    assertEquals("mx.example.com", finding.remoteHost());
  }

  @Test
  void qmailWritesBlanksAsUnderscores() {
    Finding finding =
        Reading.one(
            "@400000005a1b2c3d delivery 5: failure: 192.0.2.1_does_not_like_recipient./Remote_host"
                + "_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.1./");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("User unknown", finding.text());
    assertEquals(true, finding.permanent());
  }

  @Test
  void openSmtpdTellsItsStat() {
    Finding finding =
        Reading.one(
            "May  1 10:00:00 host smtpd[123]: 3d0e mta delivery evpid=abc from=<a@b.example>"
                + " to=<bob@example.com> rcpt=<-> source=\"192.0.2.9\" relay=\"192.0.2.1"
                + " (mx.example.com)\" delay=1s result=\"PermFail\" stat=\"550 5.1.1 User unknown\"");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("bob@example.com", finding.recipient());
    assertEquals("User unknown", finding.text());
  }

  @Test
  void exchangeProtocolLogsMarkTheServerByASign() {
    Finding finding =
        Reading.one(
            "2024-05-01T10:00:00.000Z,Outbound Proxy,08DC,12,192.0.2.1:4567,203.0.113.1:25,<,550"
                + " 5.7.1 Unable to relay,");
    assertEquals("550 5.7.1", finding.codes());
    assertEquals("Unable to relay", finding.text());
  }

  @Test
  void harakaQuotesTheReply() {
    Finding finding =
        Reading.one(
            "[NOTICE] [64A9-1] [outbound] bounced bob@example.com: 550 5.1.1 No such user here");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }

  @Test
  void stalwartPartsCodeAndDetails() {
    Finding finding =
        Reading.one(
            "2024-05-01T10:00:00Z WARN Recipient rejected (delivery.rcpt-to-rejected) queueId = 123,"
                + " from = \"a@b.example\", to = \"bob@example.com\", hostname ="
                + " \"mx.example.com\", code = 550, details = \"5.1.1 User unknown\"");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("bob@example.com", finding.recipient());
  }

  @Test
  void rspamdTellsTheEnhancedCodeAlone() {
    Finding finding =
        Reading.one(
            "2024-05-01 10:00:00 #123(rspamd_proxy) <abc>; proxy; milter reject; 5.7.1 Spam message"
                + " rejected");
    assertEquals("5.7.1", finding.codes());
    assertEquals(Cause.SPAM_CONTENT, finding.cause());
  }

  @Test
  void aTranscriptTellsTheCommandThatWasRefused() {
    Finding finding =
        Reading.one(
            """
            S: 220 mx.example.com ESMTP Postfix
            C: EHLO client.example
            S: 250-mx.example.com
            S: 250 SIZE 10240000
            C: MAIL FROM:<a@b.example>
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@example.com>
            S: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted
            C: QUIT
            S: 221 2.0.0 Bye
            """);
    assertEquals("450 4.2.0", finding.codes());
    assertEquals(Command.RCPT, finding.command());
    assertEquals("bob@example.com", finding.recipient());
  }

  @Test
  void swaksMarksRefusals() {
    Finding finding =
        Reading.one(
            """
            === Trying mx.example.com:25...
            === Connected to mx.example.com.
            <-  220 mx.example.com ESMTP
             -> EHLO me
            <-  250 mx.example.com
             -> MAIL FROM:<a@b.example>
            <-  250 2.1.0 Ok
             -> RCPT TO:<bob@example.com>
            <** 550 5.7.1 <bob@example.com>: Relay access denied
             -> QUIT
            <-  221 2.0.0 Bye
            """);
    assertEquals("550 5.7.1", finding.codes());
    assertEquals(Command.RCPT, finding.command());
    assertEquals(Cause.RELAY_DENIED, finding.cause());
  }

  @Test
  void sendmailTranscriptsUseArrows() {
    Finding finding =
        Reading.one(
            """
            ... while talking to mx.example.com.:
            >>> DATA
            <<< 550 5.7.1 message content rejected
            """);
    assertEquals("550 5.7.1", finding.codes());
    assertEquals(Command.DATA, finding.command());
    assertEquals("mx.example.com", finding.remoteHost());
  }

  @Test
  void curlMarksTheServerByOneArrow() {
    Finding finding = Reading.one("> RCPT TO:<bob@example.com>\n< 550 5.7.1 Relaying denied");
    assertEquals("550 5.7.1", finding.codes());
    assertEquals(Command.RCPT, finding.command());
  }
}
