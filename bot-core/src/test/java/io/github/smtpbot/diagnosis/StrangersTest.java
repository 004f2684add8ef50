package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.diagnosis.Finding.Origin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as strangers paste them: in prose, from programs, around other systems. */
class StrangersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          \u00ab550 Administrative prohibition\u00bb                       | 550       | policy_rejection
          \u90ae\u4ef6\u6295\u9012\u5931\u8d25550 User not found       | 550       | user_unknown
          421 'Server shutting down'                                         | 421       | server_shutting_down_or_unavailable
          SMTP delivery error with reason '550 Loop detected'                   | 550       | mail_loop
          error sending message - 450 Too many recipient attempts            | 450       | too_many_recipients
          Expected smtp code 250, got 552 mailbox full                       | 552       | mailbox_full
          403 4.7.0 TLS handshake failed                                     | 403 4.7.0 | tls_required_or_failed
          435 4.7.8 Unable to authenticate at present                        | 435 4.7.8 | auth_failed
          Remote server returned 471 Mailbox is full                         | 471       | mailbox_full
          5.7.1 Client was not authenticated                                 | 5.7.1     | auth_required
          AUTH LOGIN failed: '535 Incorrect authentication data              | 535       | auth_failed
          permanent error (550): 5.7.1 Relay access denied                   | 550 5.7.1 | relay_denied
          """)
  void aWrittenCodeIsRead(String text, String codes, String cause) {
    Finding finding = Reading.first(text.translateEscapes());
    assertEquals(codes, finding.codes());
    assertEquals(cause, finding.cause().label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          dial tcp 203.0.113.5:587: i/o timeout                                      | host_unreachable_or_timeout
          failed to send email: tls: first record does not look like a TLS handshake | tls_required_or_failed
          Error: Greeting never received                                             | host_unreachable_or_timeout
          Mailer Error: SMTP connect() failed.                                       | host_unreachable_or_timeout
          MailConnectException: Couldn't connect to host, port: localhost, 25        | host_unreachable_or_timeout
          could not send email: x509: certificate signed by unknown authority        | tls_required_or_failed
          Error: getaddrinfo ENOTFOUND smtp.exmaple.com                              | domain_not_found
          smtplib.SMTPServerDisconnected: Connection unexpectedly closed             | host_unreachable_or_timeout
          the SMTP server returned an empty response                                 | host_unreachable_or_timeout
          Expected response code 220 but got code "", with message ""                | host_unreachable_or_timeout
          Expected response code "220" but got empty code.                           | host_unreachable_or_timeout
          Error: Unexpected socket close (nodemailer)                                | host_unreachable_or_timeout
          H=mx.f.example [192.0.2.9]: SMTP: an attempt to start TLS failed           | tls_required_or_failed
          Invalid login: Authentication unsuccessful [X.PROD.OUTLOOK.COM]            | auth_failed
          """)
  void aFailureOfTheClientSideIsNamed(String text, String cause) {
    Finding finding = Reading.first(text);
    assertEquals(cause, finding.cause().label());
    assertNull(finding.replyCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          421 No transfer timeout (60 seconds): closing control connection
          FTPError: 550 Remove directory operation failed.
          Prices: 550 dollars per unit
          Error: image app:5.1.1 not found
          src/app.ts(421,17): error TS2345: Argument not assignable
          Mar 3 10:00:01 host myapp[554]: connection denied by policy
          {"status":550,"message":"quota exceeded","service":"billing"}
          a1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)
          IMAP error: [AUTHENTICATIONFAILED] Authentication failed for mailbox user
          -ERR [AUTH] Authentication failed.
          HTTP/1.1 503 Service Unavailable
          Error: connect ECONNREFUSED 127.0.0.1:5432
          SQLSTATE[HY000] [2002] Connection refused (SQL: select * from users where email = 'a@b.example')
          FATAL: sorry, too many clients already
          ticket 550 was rejected by the customer
          {"status":550,"message":"user not found","service":"billing"}
          Error 550: the printer tray is full
          """)
  void anotherSystemIsNoSmtp(String text) {
    assertEquals(List.of(), Reading.DIAGNOSER.read(text).findings());
  }

  /**
   * What only mail fails of needs no other word of mail, and is known in the commonest languages.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ERROR: 550 user unknown                          | 550 | user_unknown
          Error 550: relay access denied                   | 550 | relay_denied
          El servidor respondió: 550 usuario desconocido   | 550 | user_unknown
          Server antwortete: 552 Postfach voll             | 552 | mailbox_full
          De server antwoordde: 550 gebruiker onbekend     | 550 | user_unknown
          Ошибка: 552 почтовый ящик переполнен             | 552 | mailbox_full
          服务器返回：550 用户不存在                         | 550 | user_unknown
          """)
  void aReplyIsReadBehindALeadInAnyLanguage(String text, String codes, String cause) {
    Finding finding = Reading.first(text);
    assertEquals(codes, finding.codes());
    assertEquals(cause, finding.cause().label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 mail not accepted from blacklisted address | ip_blocklisted_or_bad_reputation",
        "550 macro-enabled document not allowed | virus_or_forbidden_attachment",
        "554 5.6.1 Body type not supported by Remote Host | command_not_supported",
        "550 5.7.27 sender address has null MX | sender_rejected",
        "550 5.4.4 unrouteable mail domain f.example | domain_not_found",
        "550 maximum allowed line length is 998 octets | syntax_or_protocol_error",
        "550 5.0.0 This employee has left the company | user_unknown"
      })
  void theWordsThatNameTheReasonWinOverThoseThatOnlyRefuse(String text, String cause) {
    assertEquals(cause, Reading.first(text).cause().label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry time not reached for any host | host_unreachable_or_timeout",
        "retry time not reached for any host after a long failure period | delivery_expired"
      })
  void aQueueThatOnlyWaitsHasNotGivenUp(String words, String cause) {
    assertEquals(
        cause,
        Reading.first("== k@f.example R=dnslookup T=remote_smtp defer (-53): " + words)
            .cause()
            .label());
  }

  @ParameterizedTest
  @CsvSource({
    "relay.example said: 554 5.7.1 kim@gmail.com relay denied",
    "550 5.7.1 <kim@yahoo.com>: relaying not allowed"
  })
  void whoRefusesToRelayIsNotTheRecipientsProvider(String text) {
    assertNull(Reading.first(text).provider());
  }

  @Test
  void anEarlierConsentDoesNotHideTheRefusal() {
    Finding finding =
        Reading.first(
            """
            [DEBUG] [1C5B8D4A.1] [core] S: 250 OK
            [DEBUG] [1C5B8D4A.1] [core] C: RCPT TO:<a@b.example>
            [DEBUG] [1C5B8D4A.1] [core] S: 550 No such user here
            """);
    assertEquals("550", finding.codes());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }

  @Test
  void aConsentOutOfTurnIsNoSuccess() {
    Finding finding =
        Reading.first(
            "Expected response code 354 but got code \"250\", with message \"250 Accepted\"");
    assertNotEquals(Cause.SUCCESS, finding.cause());
    assertTrue(finding.confidence() < 0.5);
  }

  @Test
  void theRefusalThatDecidedLeadsAndWhatFollowsIsNamed() {
    List<Finding> findings =
        Reading.DIAGNOSER
            .read(
                """
                MAIL FROM:<a@b.example>
                451 4.3.0 Temporary lookup failure
                RCPT TO:<c@d.example>
                503 5.5.1 Error: need MAIL command
                """)
            .findings();
    assertEquals("451 4.3.0", findings.get(0).codes());
    assertFalse(findings.get(0).circumstances().isFollowUp());
    assertTrue(findings.get(1).circumstances().isFollowUp());
  }

  @Test
  void aRefusedQuestionDecidesNothing() {
    Finding finding =
        Reading.first(
            "C: EHLO x\nS: 502 Not implemented\nC: RCPT TO:<c@d.example>\nS: 550 No such user here");
    assertEquals("550", finding.codes());
  }

  @Test
  void theTemplateOfANoticeProvesNothing() {
    Finding finding =
        Reading.first(
            """
            This is the mail system at host mail.example.com.

            I'm sorry to have to inform you that your message could not
            be delivered to one or more recipients. It's attached below.

            For further assistance, please send mail to postmaster.

                               The mail system

            <a@b.example>: connect to mx.b.example[192.0.2.1]:25: Connection timed out
            """);
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
    assertEquals(true, finding.permanent());
    assertEquals(Origin.NOTICE, finding.circumstances().origin());
  }

  @Test
  void aWarningSaysThatItIsTriedAgain() {
    Finding finding =
        Reading.first(
            """
            This is the mail system at host mail.example.com.

            Your message could not be delivered for more than 4 hour(s).
            It will be retried until it is 5 day(s) old.

            <a@b.example>: lost connection with mx.b.example[192.0.2.1]
            """);
    assertEquals(false, finding.permanent());
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
  }

  @Test
  void wordsOfTwoSentencesAreNoPhrase() {
    Finding finding =
        Reading.first(
            "SmtpException: Failure sending mail. ---> System.Net.Sockets.SocketException: No connection"
                + " could be made because the target machine actively refused it");
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
    assertEquals(Origin.PROGRAM, finding.circumstances().origin());
  }

  @Test
  void theTimeToWaitIsRead() {
    assertEquals(
        Duration.ofMinutes(5),
        Reading.first("451 4.7.1 Greylisted, please try again in 5 minutes")
            .circumstances()
            .retryAfter());
    assertEquals(
        Duration.ofMinutes(5),
        Reading.first("450 4.2.0 <c@d.example>: Greylisted for 300 seconds")
            .circumstances()
            .retryAfter());
    assertNull(Reading.first("550 5.1.1 User unknown").circumstances().retryAfter());
  }

  @Test
  void theQueueOfALogIsToldFromAProgram() {
    Finding finding =
        Reading.first(
            "Nov 1 10:00:00 mx postfix/smtp[1]: A: to=<a@b.example>, dsn=4.4.1, status=deferred (connect"
                + " to mx.b.example[192.0.2.1]:25: Connection timed out)");
    assertEquals(Origin.QUEUE, finding.circumstances().origin());
  }

  @Test
  void theGreetingTellsWhoAnswered() {
    Finding finding =
        Reading.first(
            "220 mail.example.net ESMTP OpenSMTPD\nRCPT TO:<x@example.net>\n550 Invalid recipient");
    assertEquals("opensmtpd", finding.provider() == null ? "" : finding.provider().id());
  }

  @Test
  void theWordsOfAReplyMayStandOnALaterLine() {
    Finding finding =
        Reading.first(
            "Code\n550 5.5.0\n\nDescription\nRequested action not taken: mailbox unavailable");
    assertEquals("Requested action not taken: mailbox unavailable", finding.text());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }
}
