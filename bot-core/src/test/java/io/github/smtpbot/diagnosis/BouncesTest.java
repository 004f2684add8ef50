package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.diagnosis.Diagnosis.Form;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole messages: reports that follow the standard, reports that do not, and other mail. */
class BouncesTest {

  private static final String REPORT =
      """
      Return-Path: <>
      From: MAILER-DAEMON@mx1.example.org (Mail Delivery System)
      To: alice@example.org
      Subject: Undelivered Mail Returned to Sender
      Auto-Submitted: auto-replied
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain; charset=us-ascii

      This is the mail system at host mx1.example.org.

      I'm sorry to have to inform you that your message could not
      be delivered to one or more recipients.

      <bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1
          <bob@example.com>: User unknown (in reply to RCPT TO command)

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx1.example.org

      Final-Recipient: rfc822; bob@example.com
      Action: failed
      Status: 5.1.1
      Remote-MTA: dns; mx.example.com
      Diagnostic-Code: smtp; 550 5.1.1 <bob@example.com>: User unknown

      --b
      Content-Type: message/rfc822

      From: alice@example.org
      Subject: hello

      In 2019 we had 550 5.7.1 troubles.
      --b--
      """;

  /** A report of one recipient, of which the two fields say different codes. */
  private static Finding ofFields(String status, String diagnostic) {
    return Reading.message(
            """
            From: MAILER-DAEMON@mx1.example.org
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx1.example.org.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx1.example.org

            Final-Recipient: rfc822; bob@example.com
            Action: failed
            Status: %s
            Diagnostic-Code: smtp; %s

            --b--
            """
                .formatted(status, diagnostic))
        .findings()
        .get(0);
  }

  @Test
  void ofTwoEnhancedCodesTheOneThatSaysMoreLeads() {
    for (String own : List.of("550 5.0.0 Refused", "550 5.7.1 Refused.", "550 5.2.0 Refused")) {
      Finding finding = ofFields("5.1.1", own);

      assertEquals(Cause.USER_UNKNOWN, finding.cause(), own);
      assertTrue(finding.confidence() > 0.6, own + ": " + finding.confidence());
    }
    assertEquals("550 5.1.1", ofFields("5.1.1", "550 5.0.0 Refused").codes());
  }

  @Test
  void theReplysOwnCodeLeadsWhereItSaysAsMuch() {
    assertEquals(Cause.MAILBOX_FULL, ofFields("5.1.1", "552 5.2.2 Refused").cause());
    assertEquals(Cause.MAILBOX_FULL, ofFields("5.0.0", "552 5.2.2 Refused").cause());
    assertEquals("552 5.2.2", ofFields("5.0.0", "552 5.2.2 Refused").codes());
  }

  @Test
  void aReportSaysThingsTwiceAndIsReadOnce() {
    Diagnosis diagnosis = Reading.message(REPORT);
    assertEquals(Form.BOUNCE, diagnosis.form());
    assertEquals("mx1.example.org", diagnosis.reportingHost());
    assertEquals(1, diagnosis.findings().size());
    Finding finding = diagnosis.findings().get(0);
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("bob@example.com", finding.recipient());
    assertEquals("mx.example.com", finding.remoteHost());
    assertEquals(Command.RCPT, finding.command());
    assertEquals(true, finding.permanent());
  }

  @Test
  void aPastedMessageIsReadAsAMessage() {
    assertEquals(Form.BOUNCE, Reading.DIAGNOSER.read(REPORT).form());
  }

  @Test
  void theReturnedMessageIsNotRead() {
    assertTrue(
        Reading.message(REPORT).findings().stream()
            .noneMatch(finding -> finding.codes().contains("5.7.1")));
  }

  @Test
  void aMailboxHoldsSeveralReports() {
    String one = "From MAILER-DAEMON Thu May  2 10:00:00 2024\n" + REPORT;
    String other = one.replace("bob@example.com", "eve@example.com");
    Diagnosis diagnosis =
        Reading.DIAGNOSER.readMessage((one + "\n" + other).getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("bob@example.com", "eve@example.com"),
        diagnosis.findings().stream().map(Finding::recipient).toList());
  }

  @Test
  void loneCarriageReturnsAreLineEnds() {
    Diagnosis diagnosis =
        Reading.DIAGNOSER.readMessage(REPORT.replace('\n', '\r').getBytes(StandardCharsets.UTF_8));
    assertEquals("550 5.1.1", diagnosis.findings().get(0).codes());
  }

  @Test
  void aDelayIsNotFinal() {
    Finding finding =
        Reading.oneOfMessage(
            REPORT
                .replace("Action: failed", "Action: delayed")
                .replace("550 5.1.1", "450 4.2.0")
                .replace("Status: 5.1.1", "Status: 4.2.0"));
    assertEquals(false, finding.permanent());
  }

  @Test
  void eximWritesProse() {
    Finding finding =
        Reading.oneOfMessage(
            """
            From: Mail Delivery System <Mailer-Daemon@example.org>
            To: alice@example.org
            Subject: Mail delivery failed: returning message to sender
            X-Failed-Recipients: bob@example.com

            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              bob@example.com
                host mx.example.com [192.0.2.1]
                SMTP error from remote mail server after end of data:
                552 5.2.2 Mailbox full

            ------ This is a copy of the message, including all the headers. ------

            From: alice@example.org
            """);
    assertEquals("552 5.2.2", finding.codes());
    assertEquals(Command.END_OF_DATA, finding.command());
    assertEquals(Cause.MAILBOX_FULL, finding.cause());
    assertEquals("mx.example.com", finding.remoteHost());
  }

  @Test
  void qmailQuotesTheRemoteHost() {
    Finding finding =
        Reading.oneOfMessage(
            """
            From: MAILER-DAEMON@example.org
            To: alice@example.org
            Subject: failure notice

            Hi. This is the qmail-send program at example.org.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            <bob@example.com>:
            192.0.2.1 does not like recipient.
            Remote host said: 550 5.1.1 User unknown
            Giving up on 192.0.2.1.

            --- Below this line is a copy of the message.

            From: alice@example.org
            """);
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("bob@example.com", finding.recipient());
    assertEquals("User unknown", finding.text());
  }

  @Test
  void aReportWithoutAnyCodeIsReadByItsWords() {
    Finding finding =
        Reading.oneOfMessage(
            """
            From: Mailer Daemon <MAILER-DAEMON@example.org>
            To: alice@example.org
            Subject: Delivery status notification: error

                Hi!

                This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

                An error has occurred while attempting to deliver a message for
                the following list of recipients:

            bob@example.com: Domain does not exist

                Below is a copy of the original message:

            From: alice@example.org
            """);
    assertEquals("", finding.codes());
    assertEquals("bob@example.com", finding.recipient());
    assertEquals(Cause.DOMAIN_NOT_FOUND, finding.cause());
  }

  @Test
  void htmlIsReadWhereThereIsNoPlainText() {
    Finding finding =
        Reading.oneOfMessage(
            """
            From: Mail Delivery Subsystem <mailer-daemon@example.org>
            To: alice@example.org
            Subject: Delivery Status Notification (Failure)
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <html><body><p>Your message wasn't delivered to <b>bob@example.com</b>.</p>
            <p>The response was:</p>
            <p>550 5.1.1 User unk=
            nown &lt;bob@example.com&gt;</p></body></html>
            """);
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("User unknown <bob@example.com>", finding.text());
  }

  /** A mistyped name is nobody's; after it, those that the runtime has are still found. */
  @ParameterizedTest
  @ValueSource(strings = {"uft-8", "KOI8-R", "uft-9", "koi8", "cskoi8r"})
  void aCharsetIsKnownByEachOfItsNamesAfterOneThatNobodyKnows(String charset) {
    String notice =
        """
        From: Mail Delivery Subsystem <mailer-daemon@example.org>
        To: alice@example.org
        Subject: Delivery Status Notification (Failure)
        MIME-Version: 1.0
        Content-Type: text/plain; charset=%s
        Content-Transfer-Encoding: 8bit

        550 5.1.1 User unknown: нет ящика
        """
            .formatted(charset);
    boolean known = charset.toLowerCase(Locale.ROOT).contains("koi8");
    byte[] message = notice.getBytes(known ? Charset.forName("KOI8-R") : StandardCharsets.UTF_8);
    Finding finding = Reading.DIAGNOSER.readMessage(message).findings().get(0);
    assertEquals("User unknown: нет ящика", finding.text());
  }

  @Test
  void aNonDeliveryReportAsPeopleSeeItNamesItsAuthor() {
    Diagnosis diagnosis =
        Reading.DIAGNOSER.read(
            """
            Delivery has failed to these recipients or groups:

            bob@example.com
            The email address you entered couldn't be found.

            Diagnostic information for administrators:

            Generating server: EX01.example.org

            bob@example.com
            Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'
            """);
    assertEquals(Form.BOUNCE, diagnosis.form());
    assertEquals("ex01.example.org", diagnosis.reportingHost());
    assertEquals(1, diagnosis.findings().size());
    assertEquals("550 5.1.1", diagnosis.findings().get(0).codes());
    assertEquals("bob@example.com", diagnosis.findings().get(0).recipient());
    assertEquals(Cause.USER_UNKNOWN, diagnosis.findings().get(0).cause());
  }

  @Test
  void anAbuseReportIsNoFailure() {
    Diagnosis diagnosis =
        Reading.message(
            """
            From: feedback@example.com
            Subject: Abuse report
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b"

            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: x/1.0
            Version: 1

            --b--
            """);
    assertEquals(Form.FEEDBACK_REPORT, diagnosis.form());
    assertTrue(diagnosis.isEmpty());
  }

  @Test
  void anAbsenceNoteIsNoFailure() {
    Diagnosis diagnosis =
        Reading.message(
            """
            From: bob@example.com
            To: alice@example.org
            Subject: Out of office: hello
            Auto-Submitted: auto-replied

            I am away until Monday; call 421-555-1234.
            """);
    assertEquals(Form.AUTO_REPLY, diagnosis.form());
    assertTrue(diagnosis.isEmpty());
  }

  @Test
  void anOrdinaryMessageReportsNothing() {
    Diagnosis diagnosis =
        Reading.message(
            """
            From: bob@example.com
            To: alice@example.org
            Subject: Lunch

            See you at 5:50 in room 421.
            """);
    assertEquals(Form.MESSAGE, diagnosis.form());
    assertTrue(diagnosis.isEmpty());
  }

  @Test
  void aForwardedReportIsFoundInItsAttachment() {
    String forwarded =
        """
        From: alice@example.org
        To: help@example.org
        Subject: what does this mean?
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: text/plain

        See the attached message.
        --outer
        Content-Type: message/rfc822

        """
            + REPORT
            + "\n--outer--\n";
    assertEquals("550 5.1.1", Reading.oneOfMessage(forwarded).codes());
  }

  @Test
  void aLogFileIsReadAsText() {
    Diagnosis diagnosis =
        Reading.DIAGNOSER.readMessage(
            "\ufeffMay  1 10:00:00 mx postfix/smtp[1]: A: to=<bob@example.com>, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)\n"
                .getBytes(StandardCharsets.UTF_16LE));
    assertEquals("550 5.1.1", diagnosis.findings().get(0).codes());
  }

  /** A notice of Exchange Server 2007 or of hMailServer without the lines for administrators. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Delivery has failed to these recipients or distribution lists:\\n\\njoe@example.com\\nThe"
            + " recipient's mailbox is full and can't accept messages now. Please try resending"
            + " this message later.\\nSent by Microsoft Exchange Server 2007 | MAILBOX_FULL | true",
        "Delivery is delayed to these recipients or distribution lists:\\n\\njoe@example.com\\nThis"
            + " message has not yet been delivered. Microsoft Exchange will continue to try"
            + " delivering the message on your behalf. | DELIVERY_EXPIRED | false",
        "The following recipient(s) could not be reached:\\n\\njoe@exmaple.com\\n   Error Type:"
            + " SMTP\\n   Error Description: No mail servers appear to exists for the recipient's"
            + " address.\\n   Additional information: Please check that you have not misspelled the"
            + " recipient's email address. | DOMAIN_NOT_FOUND | true",
        "Your message did not reach some or all of the intended recipients.\\n\\nThe following"
            + " recipient(s) could not be reached:\\n\\njoe@example.com\\n   Error Type: SMTP\\n  "
            + " Remote server (203.0.113.5) issued an error.\\n   hMailServer sent: RCPT"
            + " TO:<joe@example.com>\\n   Remote server replied: 550 5.1.1 User unknown |"
            + " USER_UNKNOWN | true",
      })
  void anOldNoticeTellsWithoutItsTechnicalPart(String text, Cause cause, boolean permanent) {
    Finding finding = Reading.one(text.replace("\\n", "\n"));
    assertEquals(cause, finding.cause());
    assertEquals(permanent, finding.permanent());
  }
}
