package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What mail libraries print when the server refuses. */
class LibrariesTest {

  @Test
  void jakartaMailQuotesTheReplyBeforeItsStack() {
    Finding finding =
        Reading.one(
            """
            com.sun.mail.smtp.SMTPSendFailedException: 552 5.3.4 Message size exceeds fixed limit
            \tat com.sun.mail.smtp.SMTPTransport.issueSendCommand(SMTPTransport.java:2388)
            \tat com.sun.mail.smtp.SMTPTransport.finishData(SMTPTransport.java:2095)
            """);
    assertEquals("552 5.3.4", finding.codes());
    assertEquals("Message size exceeds fixed limit", finding.text());
    assertEquals(Cause.MESSAGE_TOO_BIG, finding.cause());
  }

  @Test
  void jakartaMailThatCannotConnectHasNoReply() {
    Finding finding =
        Reading.one(
            """
            org.eclipse.angus.mail.util.MailConnectException: Couldn't connect to host, port: \
            smtp.example.com, 587; timeout -1;
              nested exception is:
            \tjava.net.ConnectException: Connection refused
            """);
    assertEquals("", finding.codes());
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
  }

  @Test
  void dotNetWritesTheReplyWithoutItsCode() {
    Finding finding =
        Reading.one(
            "System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the"
                + " client was not authenticated. The server response was: 5.7.0 Authentication"
                + " Required.");
    assertEquals("5.7.0", finding.codes());
    assertEquals(Cause.AUTH_REQUIRED, finding.cause());
  }

  @Test
  void pythonWritesATupleForEachRecipient() {
    List<Finding> findings =
        Reading.DIAGNOSER
            .read(
                "smtplib.SMTPRecipientsRefused: {'bob@example.com': (550, b'5.1.1"
                    + " <bob@example.com>: User unknown'), 'eve@example.com': (452, b'4.2.2 Mailbox"
                    + " full')}")
            .findings();
    assertEquals(List.of("550 5.1.1", "452 4.2.2"), findings.stream().map(Finding::codes).toList());
    assertEquals(
        List.of("bob@example.com", "eve@example.com"),
        findings.stream().map(Finding::recipient).toList());
    assertEquals("Mailbox full", findings.get(1).text());
  }

  @Test
  void pythonWritesLineEndsAsBackslashes() {
    Finding finding =
        Reading.one(
            "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not"
                + " accepted.\\n5.7.8  https://support.google.com/mail/?p=BadCredentials 1 - gsmtp')");
    assertEquals("535 5.7.8", finding.codes());
    assertEquals(
        "Username and Password not accepted. https://support.google.com/mail/?p=BadCredentials 1 -"
            + " gsmtp",
        finding.text());
    assertEquals(Cause.AUTH_FAILED, finding.cause());
  }

  @Test
  void pythonThatLostTheServerHasNoReply() {
    assertEquals(
        Cause.HOST_UNREACHABLE_OR_TIMEOUT,
        Reading.one("smtplib.SMTPServerDisconnected: Connection unexpectedly closed").cause());
  }

  @Test
  void phpMailerPartsWordsAndCodes() {
    Finding finding =
        Reading.one(
            "SMTP Error: data not accepted.SMTP server error: DATA END command failed Detail:"
                + " Message rejected as spam SMTP code: 554 Additional SMTP info: 5.7.1");
    assertEquals("554 5.7.1", finding.codes());
    assertEquals("Message rejected as spam", finding.text());
  }

  @Test
  void symfonyNamesTheCodeBeforeItQuotesTheReply() {
    Finding finding =
        Reading.one(
            "Expected response code \"250\" but got code \"550\", with message \"550 5.7.1 Relaying"
                + " denied\".");
    assertEquals("550 5.7.1", finding.codes());
    assertEquals("Relaying denied", finding.text());
  }

  @Test
  void nodemailerRepeatsTheReplyInItsFields() {
    Finding finding =
        Reading.one(
            """
            Error: Can't send mail - all recipients were rejected: 550 5.1.1 <bob@example.com>: User unknown
                at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/index.js:790:19) {
              code: 'EENVELOPE',
              response: '550 5.1.1 <bob@example.com>: User unknown',
              responseCode: 550,
              command: 'RCPT TO',
              rejected: [ 'bob@example.com' ]
            }
            """);
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("<bob@example.com>: User unknown", finding.text());
  }

  @Test
  void goPrintsTheReplyAlone() {
    Finding finding =
        Reading.one("2024/05/01 10:00:00 could not send email 1: 554 5.7.1 Relay access denied");
    assertEquals("554 5.7.1", finding.codes());
    assertEquals(Cause.RELAY_DENIED, finding.cause());
  }

  @Test
  void rubyPutsItsClassBeforeOrAfterTheReply() {
    assertEquals("550 5.1.1", Reading.one("Net::SMTPFatalError: 550 5.1.1 User unknown").codes());
    Finding finding =
        Reading.one(
            "/usr/lib/ruby/net/smtp.rb:948:in `check_auth_response': 535-5.7.8 Username and Password"
                + " not accepted (Net::SMTPAuthenticationError)");
    assertEquals("535 5.7.8", finding.codes());
    assertEquals("Username and Password not accepted", finding.text());
  }

  @Test
  void phpMailersDebugOutputIsATranscript() {
    Finding finding =
        Reading.one(
            """
            CLIENT -> SERVER: RCPT TO:<bob@example.com>
            SERVER -> CLIENT: 550 5.1.1 <bob@example.com>: User unknown
            """);
    assertEquals(Command.RCPT, finding.command());
    assertEquals("550 5.1.1", finding.codes());
  }

  @Test
  void lettreSpellsTheCodeOut() {
    Finding finding =
        Reading.one(
            "Permanent(Response { code: Code { severity: PermanentNegativeCompletion, category:"
                + " MailSystem, detail: Two }, message: [\"5.2.2 Mailbox full\"] })");
    assertEquals("552 5.2.2", finding.codes());
    assertEquals(Cause.MAILBOX_FULL, finding.cause());
  }

  @Test
  void lettrePrintsItOverManyLinesAsWell() {
    Finding finding =
        Reading.one(
            """
            lettre::transport::smtp::Error {
                kind: Transient(
                    Code {
                        severity: TransientNegativeCompletion,
                        category: MailSystem,
                        detail: One,
                    },
                ),
                source: "4.7.1 Greylisted, try again in 300 seconds",
            }
            """);
    assertEquals("451 4.7.1", finding.codes());
    assertEquals(Cause.GREYLISTED, finding.cause());
  }

  @Test
  void whatSpellsNoCodeIsLeftAsItIs() {
    Finding finding =
        Reading.one(
            "550 5.1.1 no such user Code { severity: Nothing, category: MailSystem, detail: Two }");
    assertEquals("550 5.1.1", finding.codes());
  }

  @Test
  void stalwartWritesTheCodeAfterAnEqualsSign() {
    Finding finding =
        Reading.one(
            "2026-03-02T10:11:12Z INFO DSN permanent failure (delivery.dsn-perm-fail) queueId ="
                + " 1234, to = \"joe@example.com\", hostname = \"mx.example.com\", code = 550,"
                + " details = \"5.1.1 User unknown\"");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }
}
