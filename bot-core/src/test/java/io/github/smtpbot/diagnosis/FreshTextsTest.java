package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of text that nobody had tuned to: where codes stand, who speaks, and whose words count. */
class FreshTextsTest {

  private static Finding first(String text) {
    List<Finding> findings = Reading.DIAGNOSER.read(text).findings();
    assertFalse(findings.isEmpty(), () -> "nothing is read out of " + text);
    return findings.get(0);
  }

  private static @Nullable String provider(Finding finding) {
    return finding.provider() == null ? null : finding.provider().id();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Mailer Error: SMTP server error: AUTH command failed Detail: Login is wrong SMTP code: 535 | 535
          Swift_TransportException: Expected response code 354 but got code "503"                    | 503
          mx.example.com[192.0.2.7] refused to talk to me: 554 IP=*** - ask your postmaster (BL)     | 554
          SMTP error from remote mail server after MAIL FROM:<a@b.example> SIZE=71: 550 Bad SPF data | 550
          Too many hops on the way to this mailbox (554 5.4.6)                                       | 554 5.4.6
          SmtpCommandException: 4.9.81 Message rejected. Too much mail                               | 4.9.81
          """)
  void aCodeIsReadWhereProgramsPutIt(String text, String codes) {
    assertEquals(codes, first(text).codes());
  }

  @Test
  void aValueOfAnotherFieldIsNoReply() {
    Finding finding =
        first(
            "{\"Type\":\"Bounce\",\"TypeCode\":512,\"Text\":\"the mail was spam\","
                + "\"Details\":\"smtp;550 5.7.1 Spam message rejected\"}");
    assertEquals("550 5.7.1", finding.codes());
  }

  @Test
  void aLogsLineWithEachFieldOnItsOwnIsOne() {
    Finding finding =
        first(
            """
            Dec 21 21:54:51 mx1 postfix/smtp[181]: 9E0443E949: to=<joe@example.com>,
            relay=spool.example.net[192.0.2.1]:25,
            dsn=5.1.8,
            status=bounced (host spool.example.net[192.0.2.1] said: 550 5.1.8 <root@mx1>: Sender address rejected: Domain not found)
            """);
    assertEquals("550 5.1.8", finding.codes());
    assertEquals(Cause.SENDER_REJECTED, finding.cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Jan 1 10:00:00 mx1 postfix/error[70]: B5D: to=<a@b.example>, relay=none, dsn=4.3.0, status=deferred (mail transport unavailable) | postfix
          Jan 1 10:00:00 mx1 postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[192.0.2.4]: 554 5.7.1 <x@y.example>: Sender address rejected: Access denied | postfix
          Jan 1 10:00:00 mx1 sm-mta[17]: n1: to=<a@b.example>, dsn=4.0.0, stat=Deferred: Connection timed out with b.example. | sendmail
          2020-01-01 10:00:00 1abc-0001-AB == joe@example.com R=dnslookup T=remote_smtp defer (111): Connection refused | exim
          """)
  void theServerWhoseLogItIsSpeaks(String text, String who) {
    assertEquals(who, provider(first(text)));
  }

  @Test
  void whoSendsALogIsNotWhoAnswered() {
    Finding finding =
        first(
            "Jan 1 10:00:00 mx1 postfix/smtp[3]: 1A: to=<a@gmail.com>,"
                + " relay=gmail-smtp-in.l.google.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host"
                + " gmail-smtp-in.l.google.com[192.0.2.1] said: 550-5.1.1 The email account that you"
                + " tried to reach does not exist)");
    assertEquals("google", provider(finding));
  }

  @Test
  void theNameOfWhoLogsInTellsNoProvider() {
    Finding finding =
        first("Failed to authenticate on SMTP server with username \"joe@gmail.com\": 535 wrong");
    assertNull(provider(finding));
  }

  @Test
  void ofALogWithUnknownWordsIsToldWhatBecameOfTheMessage() {
    Finding finding =
        first(
            "2020-01-01 10:00:00 1abc-0001-AB == joe@example.com R=dnslookup T=remote_smtp defer"
                + " (-1): domain matches queue_domains");
    assertEquals(Cause.OTHER, finding.cause());
    assertEquals(false, finding.permanent());
  }

  @Test
  void aNoticeWhoseReasonNobodyKnowsIsToldAsSuch() {
    Finding finding =
        first(
            """
            Hi. This is the Haraka Mailer program at mx1.example.com.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            Intended Recipients: <joe@example.com>
            Failure Reason: Error: Some of them failed: <joe@example.com>
            """);
    assertEquals(Cause.OTHER, finding.cause());
    assertEquals("haraka", provider(finding));
    assertEquals(true, finding.permanent());
  }

  @Test
  void aNoticeThatGivesOnlyACodeGivesItsOwn() {
    Finding finding =
        first(
            """
            Delivery has failed to these recipients or groups:

            joe@example.com
            Status code: 550 5.1.10
            """);
    assertEquals("550 5.1.10", finding.codes());
    assertEquals("exchangeonline", provider(finding));
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550-Verification failed for <joe@host7>\\n550-Unrouteable address\\n550 Sender verify failed",
        "550-Postmaster verification failed while checking <joe@example.org> 550-Response: 550"
            + " <postmaster@example.org>: User unknown",
        "553 5.1.8 Requested action not taken: mail box name <joe@desktop7> not allowed.",
        "550 5.7.1 Unconfigured Sending Domain <example.org>",
        "552 the from address and the authenticated user must be the same email"
      })
  void whoIsRefusedIsTheSender(String reply) {
    assertEquals(Cause.SENDER_REJECTED, first(reply).cause());
  }

  @Test
  void whoMayWriteToAMailboxIsStillARule() {
    assertEquals(
        Cause.POLICY_REJECTION,
        first("550 5.1.1 The mailbox does not accept mail from external senders").cause());
  }

  @Test
  void aProgramThatGivesUpMakesNoTransientCodePermanent() {
    Finding finding =
        first("SMTP delivery failed\nSmtpCommandException: 4.5.127 Message rejected for now");
    assertEquals(false, finding.permanent());
  }

  @Test
  void whatAProgramQuotesGoesBeforeItsOwnSentence() {
    Finding finding =
        first(
            """
            System.Net.Mail.SmtpException: Service not available, closing transmission channel.
            The server response was: Too many messages for this session
            """);
    assertEquals(Cause.RATE_LIMITED, finding.cause());
    assertEquals(false, finding.permanent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SmtpException: Ausnahme. Die Serverantwort war: 5.7.1 Client wurde nicht authentifiziert |"
            + " auth_required",
        "SmtpException: Failure sending mail. They do not possess a common algorithm |"
            + " tls_required_or_failed",
        "Fehler beim Senden der Nachricht: Die Authentifizierung ist fehlgeschlagen | auth_failed",
        "Cannot Send Mail. The recipient was refused by the server because it does not allow"
            + " relaying. | relay_denied",
        "Error { kind: Connection, source: Custom { kind: TimedOut, error: \"deadline has"
            + " elapsed\" } } lettre::transport::smtp | host_unreachable_or_timeout",
        "Task 'Sending' reported error (0x80042109): Outlook cannot connect to your outgoing (SMTP)"
            + " email server | host_unreachable_or_timeout"
      })
  void programsSayItInTheirWay(String text, String cause) {
    assertEquals(cause, first(text).cause().label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-01T10:00:00Z INFO SMTP EHLO command (smtp.ehlo) domain = \"mx1.example.com\"\n"
            + "2025-01-01T10:00:00Z INFO TLS handshake (tls.handshake) listenerId = \"smtp\"",
        "Lost connection with server 192.0.2.7, back to the menu of the game",
        "return nil, &api.Error{ ResponseCode: 500, Reason: \"Internal Server Error\" }",
        "{ result: RETRYING, responseCode: 503, webhook: 'notification.sent' }",
        "it: expect(status('server', { isUp: true, responseCode: 503 })).toBe('fail');",
        "swaks --to joe@example.com --server smtp.example.com:587 --tls --auth-user joe"
      })
  void whatWentWellOrIsNoMailIsNoFailure(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty());
  }

  @Test
  void microsoftTellsSpamFromForwardingByItsWords() {
    Finding finding =
        first("550 5.7.520 Message blocked because it contains content identified as spam. AS(9)");
    assertEquals(Cause.SPAM_CONTENT, finding.cause());
    assertNotNull(finding.rule());
  }
}
