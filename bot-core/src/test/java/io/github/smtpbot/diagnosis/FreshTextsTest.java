package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    assertEquals(codes, Reading.first(text).codes());
  }

  @Test
  void aValueOfAnotherFieldIsNoReply() {
    Finding finding =
        Reading.first(
            "{\"Type\":\"Bounce\",\"TypeCode\":512,\"Text\":\"the mail was spam\","
                + "\"Details\":\"smtp;550 5.7.1 Spam message rejected\"}");
    assertEquals("550 5.7.1", finding.codes());
  }

  @Test
  void aLogsLineWithEachFieldOnItsOwnIsOne() {
    Finding finding =
        Reading.first(
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
    assertEquals(who, Reading.provider(Reading.first(text)));
  }

  @Test
  void whoSendsALogIsNotWhoAnswered() {
    Finding finding =
        Reading.first(
            "Jan 1 10:00:00 mx1 postfix/smtp[3]: 1A: to=<a@gmail.com>,"
                + " relay=gmail-smtp-in.l.google.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host"
                + " gmail-smtp-in.l.google.com[192.0.2.1] said: 550-5.1.1 The email account that you"
                + " tried to reach does not exist)");
    assertEquals("google", Reading.provider(finding));
  }

  @Test
  void theNameOfWhoLogsInTellsNoProvider() {
    Finding finding =
        Reading.first(
            "Failed to authenticate on SMTP server with username \"joe@gmail.com\": 535 wrong");
    assertNull(Reading.provider(finding));
  }

  @Test
  void ofALogWithUnknownWordsIsToldWhatBecameOfTheMessage() {
    Finding finding =
        Reading.first(
            "2020-01-01 10:00:00 1abc-0001-AB == joe@example.com R=dnslookup T=remote_smtp defer"
                + " (-1): domain matches queue_domains");
    assertEquals(Cause.OTHER, finding.cause());
    assertEquals(false, finding.permanent());
  }

  @Test
  void aNoticeWhoseReasonNobodyKnowsIsToldAsSuch() {
    Finding finding =
        Reading.first(
            """
            Hi. This is the Haraka Mailer program at mx1.example.com.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            Intended Recipients: <joe@example.com>
            Failure Reason: Error: Some of them failed: <joe@example.com>
            """);
    assertEquals(Cause.OTHER, finding.cause());
    assertEquals("haraka", Reading.provider(finding));
    assertEquals(true, finding.permanent());
  }

  @Test
  void aNoticeThatGivesOnlyACodeGivesItsOwn() {
    Finding finding =
        Reading.first(
            """
            Delivery has failed to these recipients or groups:

            joe@example.com
            Status code: 550 5.1.10
            """);
    assertEquals("550 5.1.10", finding.codes());
    assertEquals("exchangeonline", Reading.provider(finding));
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
    assertEquals(Cause.SENDER_REJECTED, Reading.first(reply).cause());
  }

  @Test
  void whoMayWriteToAMailboxIsStillARule() {
    assertEquals(
        Cause.POLICY_REJECTION,
        Reading.first("550 5.1.1 The mailbox does not accept mail from external senders").cause());
  }

  @Test
  void aProgramThatGivesUpMakesNoTransientCodePermanent() {
    Finding finding =
        Reading.first(
            "SMTP delivery failed\nSmtpCommandException: 4.5.127 Message rejected for now");
    assertEquals(false, finding.permanent());
  }

  @Test
  void whatAProgramQuotesGoesBeforeItsOwnSentence() {
    Finding finding =
        Reading.first(
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
    assertEquals(cause, Reading.first(text).cause().label());
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
        Reading.first(
            "550 5.7.520 Message blocked because it contains content identified as spam. AS(9)");
    assertEquals(Cause.SPAM_CONTENT, finding.cause());
    assertNotNull(finding.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          EROR Failed to send alert notification email logger=alerting.notifier.email error="535 Denied" | auth_failed
          Mail server said: 534 rejected, not accepted                                                   | auth_failed
          550 5.3.4 Requested action not taken; We noticed some unusual activity in your Hotmail account. To help protect you, we've temporarily blocked your account. | sender_rejected
          554 5.7.1 <unknown[192.0.2.11]:52491>: Client host rejected: Access denied                     | policy_rejection
          421 mail.example.net out of connection slots                                                   | too_many_connections
          571 Email from 192.0.2.138 is currently blocked by our anti-spam system                        | ip_blocklisted_or_bad_reputation
          436 "MAIL FROM" doesn't conform with authentication (Auth Account: a@b.example)                | sender_rejected
          SMTP: 454 Atencao: voce atingiu o limite maximo de envio: 1000 mensagens em 60 minuto(s)       | rate_limited
          550 Se ha superado el límite de envío de este buzón                                            | rate_limited
          421 4.3.0 collect: Cannot write ./dfp964f1 : Input/output error      | server_local_error
          """)
  void theWordsOfAReplyTellItsCause(String text, String cause) {
    assertEquals(cause, Reading.first(text).cause().label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          In the webmail I got the message "Error SMTP: [550] Incorrect sender header (LOCAL)"      | 550
          SMTP Error: [535] Authentication failed: wrong user                                       | 535
          failed to issue MAIL command: 502 Invalid input from 192.0.2.9 to mx.example.com. (email) | 502
          smtp: failed to issue RCPT command: 550 we do not like it                                 | 550
          Could not send mail: expected code 250, got 421                                           | 421
          The e-mail was not sent: Expected 250 but got 550                                         | 550
          """)
  void aCodeIsReadWhereMailProgramsPrintIt(String text, String codes) {
    assertEquals(codes, Reading.first(text).codes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Expected response code 250 but got code \"354\", with message \"354 Enter mail, end with"
            + " \".\" on a line by itself",
        "Expected response code 250 but got code \"221\", with message \"221 2.0.0 Bye\"",
        "Could not send mail: Expected 250 but got 221",
        "smtp: expected 250 but got 221 2.0.0 Bye"
      })
  void whatCameInsteadOfAnotherReplyIsNoSuccess(String text) {
    assertEquals(Cause.COMMAND_SEQUENCE_ERROR, Reading.first(text).cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan 1 10:00:00 mx1 postfix/smtp[550]: connect from mail.example.org",
        "The table of e-mail lists was wrong: Expected 250 rows but got 221",
        "{\"event\":\"message.delivered\",\"build\":\"5.1.1\",\"msg\":\"mailbox sync done\"}",
        "Firmware: 5.2.2 of the mail scanner, not full yet"
      })
  void aNumberOfSomethingElseIsNoCode(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  joe@gmail.com\n    host 192.168.1.4 [192.168.1.4]\n    SMTP error from remote mail"
            + " server after end of data:\n    550 Message body: SPAM URL FOUND",
        "Jan 1 10:00:00 mx1 postfix/smtp[9]: B5D: to=<joe@gmail.com>,"
            + " relay=127.0.0.1[127.0.0.1]:10024, dsn=5.7.1, status=bounced (host"
            + " 127.0.0.1[127.0.0.1] said: 554 5.7.1 Message rejected as spam (in reply to end of"
            + " DATA command))",
        "Jan 1 10:00:00 mx1 postfix/smtp[9]: B5D: to=<joe@yahoo.com>,"
            + " relay=filter.example.org[10.0.0.7]:25, dsn=5.7.1, status=bounced (host"
            + " filter.example.org[10.0.0.7] said: 554 5.7.1 Message rejected as spam)"
      })
  void aServerOfTheSendersOwnIsNotTheRecipients(String text) {
    assertNull(Reading.provider(Reading.first(text)));
  }

  @Test
  void theRecipientsAddressTellsWhoAnsweredBehindAPublicHost() {
    Finding finding =
        Reading.first(
            "to=<joe@gmail.com>, relay=mx.example.org[172.217.1.7]:25, dsn=5.1.1, status=bounced"
                + " (host mx.example.org[172.217.1.7] said: 550 5.1.1 no such user)");
    assertEquals("google", Reading.provider(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          553 Local user only,163 smtp5,HdxpCgA3fsNTNhtiNZDA--.2001S2 1630777785 | netease
          550 5.3.4 We noticed some unusual activity in your Hotmail account     | outlook
          554 5.7.1 <joe@example.com>: Relay access denied                       | postfix
          550 relay access denied - please authenticate                          |
          421 Timeout waiting for data from client.                              |
          """)
  void onlyItsOwnWordsTellWhoAnswered(String text, @Nullable String who) {
    assertEquals(who, Reading.provider(Reading.first(text)));
  }

  @Test
  void aRangeOfCodesOfTwoBrandsIsNobodysAlone() {
    Finding finding =
        Reading.first(
            "host example-com.mail.protection.outlook.com[192.0.2.5] said: 550 5.7.606 Access"
                + " denied, banned sending IP [192.0.2.8] (in reply to RCPT TO command)");
    assertEquals("exchangeonline", Reading.provider(finding));
  }

  @Test
  void aNoticesReasonGoesBeforeTheSentencesAboveIt() {
    Finding finding =
        Reading.first(
            """
            This Message was undeliverable due to the following reason:

            Each of the following recipients was rejected by a remote mail server.
            The reasons given by the server are included to help you determine why
            each recipient was rejected.

            Recipient: <joe@example.ne.jp>
            Reason: <joe@example.ne.jp> ...User unknown
            """);
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
    assertEquals("joe@example.ne.jp", finding.recipient());
  }

  @Test
  void aLinesLevelBeginsARecordOfItsOwn() {
    Finding finding =
        Reading.first(
            """
            [NOTICE] [46095497-C02F] [outbound] recipient domain <example.com> rejected: 521 Not for you
            [ERROR] [46095497-C02F] [outbound] Ongoing connection failed to 192.0.2.82:25 : Error: write
            [NOTICE] [-] [OutboundTLS] TLS connection failed. Marking 192.0.2.82 as non-TLS
            """);
    assertEquals("Not for you", finding.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(delivery temporarily suspended: mx.example.net[192.0.2.1]:25, network is unreachable)",
        "F412BED6B Jun 5 14:45:25 481 joe@example.org (connect to example.com[192.0.2.247]:25:"
            + " Connection timed out)"
      })
  void whatAQueueStillHoldsIsNotLost(String text) {
    assertEquals(false, Reading.first(text).permanent());
  }

  @Test
  void aListThatDidNotAnswerListsNobody() {
    Finding finding =
        Reading.first(
            "warning: dnsblog_query: lookup error for DNS query 155.2.0.192.zen.spamhaus.org: Host"
                + " or domain name not found. Name service error for"
                + " name=155.2.0.192.zen.spamhaus.org type=A: Host not found, try again");
    assertEquals(Cause.SERVER_LOCAL_ERROR, finding.cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          553 Recipient domain not specified.                                                        | syntax_or_protocol_error
          553 Sorry, your email address has been blacklisted. Please contact us                      | sender_rejected
          510 5.1.1 Your email address, a@b.example, is not subscribed to that group. To subscribe … | policy_rejection
          Buzón no disponible. La respuesta del servidor fue: 5.1.0 <a@b.example> remitente rechazado | sender_rejected
          Servidor SMTP se desconectó inesperadamente.                                               | host_unreachable_or_timeout
          Die Verbindung zum SMTP-Server wurde unerwartet getrennt                                   | host_unreachable_or_timeout
          This gateway is Mimecast: it says with "550 Administrative prohibition - envelope blocked" | policy_rejection
          """)
  void moreWordsOfStrangersTellACause(String text, String cause) {
    assertEquals(cause, Reading.first(text).cause().label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Error: Data command failed: 550-5.4.5 Daily user sending limit exceeded.          | google
          550 5.2.1 Not sending to previously bounced email - ImprovMX v2026.09.24          | improvmx
          """)
  void aSenderNamesItself(String text, String who) {
    assertEquals(who, Reading.provider(Reading.first(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp:\n  host: smtp.example.com\n  port: 587\n  timeout: 30s\n  max_retries: 5",
        "mail: {\"host\": \"smtp.example.com\", \"timeout\": 300, \"port\": 25}",
        "except smtplib.SMTPServerDisconnected:\n    break\nexcept smtplib.SMTPConnectError:\n"
            + "    continue",
        "} catch (SMTPConnectionTimeout timed out) {\n  log.info('email later')"
      })
  void aLimitThatIsSetAndAHandlerAreNoFailures(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email not sent, SMTP timeout: 10000ms exceeded",
        "smtp.example.com:587 connection timeout: 30 seconds are over",
        "Sending mail failed: timeout"
      })
  void aLimitThatIsReachedIsOne(String text) {
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, Reading.first(text).cause());
  }

  @Test
  void aFieldThatLostItsIndentationGoesOn() {
    Finding finding =
        Reading.first(
            """
            Diagnostic-Code: smtp; 550 5.7.1 Unfortunately, messages from [192.0.2.7]
            weren't sent. For more information, please go to our page. AS(900)
            """);
    assertTrue(finding.text().endsWith("AS(900)"), finding::text);
  }

  @Test
  void aPostfixTranscriptIsReadLineByLine() {
    List<Finding> findings =
        Reading.DIAGNOSER
            .read(
                """
                 Out: 250 2.1.0 Ok
                 In:  RCPT TO:<b@example.net>
                 Out: 554 5.7.1 <b@example.net>: Relay access denied
                 In:  DATA
                 Out: 554 5.5.1 Error: no valid recipients
                """)
            .findings();
    assertEquals("<b@example.net>: Relay access denied", findings.get(0).text());
    assertTrue(findings.get(1).circumstances().isFollowUp());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SMTPSendFailedException: 250 2.0.0 Ok: queued as A1; nested exception is: SMTPAddressFailedException: 550 5.1.1 <a@b.example>: User unknown | 550 5.1.1
          SMTPSendFailedException: 250 OK id=1abc-01-AB; nested exception is: SMTPAddressFailedException: 501 <x>: recipient address must contain a domain | 501
          SMTPSendFailedException: 250 Accepted; nested exception is: com.sun.mail.smtp.SMTPAddressFailedException: 452 4.5.3 Too many recipients     | 452 4.5.3
          """)
  void theRefusalOfOneRecipientStandsBehindWhatBecameOfTheMessage(String text, String codes) {
    assertEquals(codes, Reading.first(text).codes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Expected response code 354 but got code "503", with message "503 Valid RCPT command must precede DATA" Log data: >> RCPT TO:<c@d.example> >> DATA << 451 Temporary local problem - please try later << 503 Valid RCPT command must precede DATA                                                                                                                          | 451
          [2021-03-24 19:29:25] app.ERROR: [MAIL ERROR] Expected response code 354 but got code "503", with message "503 Need RCPT command" Log data: >> MAIL FROM:<news+bounce_605b93156dc3b324085023@b.example> >> RCPT TO:<somebody.with.a.name@d.example> >> DATA << 250 2.1.0 Ok << 550 5.1.1 No such user here << 503 Need RCPT command | 550 5.1.1
          2015-10-18 SERVER -> CLIENT: 220 mx.b.example ESMTP CLIENT -> SERVER: EHLO a.example SERVER -> CLIENT: 250 mx.b.example CLIENT -> SERVER: MAIL FROM:<a@a.example> SERVER -> CLIENT: 553 5.7.1 <a@a.example>: Sender address rejected: not logged in                                                                              | 553 5.7.1
          """)
  void aTranscriptWithoutLineEndsIsReadReplyByReply(String text, String codes) {
    assertEquals(codes, Reading.first(text).codes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          failure: 192.0.2.48_does_not_like_recipient./Remote_host_said:_550_No_such_user/Giving_up_on_192.0.2.48. | 550 | USER_UNKNOWN
          failure: 192.0.2.48_does_not_like_recipient./Remote_host_said:_/_Host_rekl:_500_No_such_user/Giving_up.  | 500 | USER_UNKNOWN
          deferral: 192.0.2.4_failed_after_I_sent_the_message./Remote_host_said:_452_4.2.2_Mailbox_full/           | 452 4.2.2 | MAILBOX_FULL
          """)
  void qmailsLogIsReadWithoutTheNumberOfTheDelivery(String text, String codes, Cause cause) {
    assertEquals(codes, Reading.first(text).codes());
    assertEquals(cause, Reading.first(text).cause());
  }

  @Test
  void wordsOfTwoFieldsMeanNothingTogether() {
    Finding finding =
        Reading.first(
            "{\"level\":\"error\",\"msg\":\"Failed to open a connection to SMTP server\","
                + "\"error\":\"short response: * OK [CAPABILITY IMAP4rev1] ready.\"}");
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns:\n  smtp_server_hostname: mail.b.example\n  return_path: rp.mail.b.example",
        "smtp:\n  host: mail.b.example\n  envelope_sender: news@b.example\n  port: 2525",
        "smtp_host = mail.b.example\nnull_sender = bounces@b.example"
      })
  void theNameOfASettingIsNoFailure(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 Bad HELO - Host impersonating domain name [b.example]                                          | SYNTAX_OR_PROTOCOL_ERROR
          503 5.5.0 SMTP protocol violation: A mail transaction is already in progress                       | COMMAND_SEQUENCE_ERROR
          503 5.5.1 Transaction already in progress                                                          | COMMAND_SEQUENCE_ERROR
          SMTP: FormatException: The specified string is not in the form required for an e-mail address.     | SYNTAX_OR_PROTOCOL_ERROR
          javax.mail.internet.AddressException: Domain contains control or whitespace in string              | SYNTAX_OR_PROTOCOL_ERROR
          SMTP: Failed to open connection to mail.b.example                                                  | HOST_UNREACHABLE_OR_TIMEOUT
          """)
  void whatTheClientDidWrongIsToldAsThat(String text, Cause cause) {
    assertEquals(cause, Reading.first(text).cause());
  }

  @Test
  void aLinkToAProvidersHelpNamesTheProvider() {
    Finding finding =
        Reading.first(
            "SMTP Error: The following recipients failed: a@b.example: : Client host rejected: "
                + "http://wiki.locaweb.com/pt-br/Envio_Autenticado"
                + " /This mail server requires authentication");
    assertEquals("locaweb", Reading.provider(finding));
  }

  /** PHPMailer, Roundcube and Thunderbird speak their user's language around the server's words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen.                      | HOST_UNREACHABLE_OR_TIMEOUT
          Verbindung zum SMTP-Server fehlgeschlagen.                                          | HOST_UNREACHABLE_OR_TIMEOUT
          SMTP-Fehler (-1): Verbindung zum Server fehlgeschlagen                              | HOST_UNREACHABLE_OR_TIMEOUT
          Erreur SMTP : impossible de se connecter au serveur SMTP.                           | HOST_UNREACHABLE_OR_TIMEOUT
          Erreur SMTP (-1): Échec de la connexion au serveur                                  | HOST_UNREACHABLE_OR_TIMEOUT
          Error SMTP: Imposible autentificar.                                                 | AUTH_FAILED
          Error SMTP: Imposible conectar al servidor SMTP.                                    | HOST_UNREACHABLE_OR_TIMEOUT
          Falha na conexão SMTP. Falha ao conectar ao servidor: Conexão recusada (111)        | HOST_UNREACHABLE_OR_TIMEOUT
          Erro de SMTP: Não foi possível autenticar.                                          | AUTH_FAILED
          SMTP Error: Impossibile autenticarsi.                                               | AUTH_FAILED
          SMTP Error: Impossibile connettersi all'host SMTP.                                  | HOST_UNREACHABLE_OR_TIMEOUT
          SMTP-fout: kon niet verbinden met SMTP-host.                                        | HOST_UNREACHABLE_OR_TIMEOUT
          Błąd SMTP: Nie można przeprowadzić uwierzytelnienia.                                | AUTH_FAILED
          Błąd SMTP: Nie można połączyć się z wybranym hostem.                                | HOST_UNREACHABLE_OR_TIMEOUT
          Ошибка SMTP: ошибка авторизации.                                                    | AUTH_FAILED
          Ошибка SMTP: не удается подключиться к SMTP-серверу.                                | HOST_UNREACHABLE_OR_TIMEOUT
          SMTP Hatası: Oturum açılamadı.                                                      | AUTH_FAILED
          SMTP Hatası: SMTP sunucusuna bağlanılamadı.                                         | HOST_UNREACHABLE_OR_TIMEOUT
          SMTP 错误：登录失败。                                                                | AUTH_FAILED
          SMTP 错误：无法连接到 SMTP 主机。                                                     | HOST_UNREACHABLE_OR_TIMEOUT
          SMTPエラー: 認証できませんでした。                                                     | AUTH_FAILED
          SMTPエラー: SMTPホストに接続できませんでした。                                          | HOST_UNREACHABLE_OR_TIMEOUT
          No se pudo enviar el mensaje: falló la conexión al servidor de salida (SMTP) b.example | HOST_UNREACHABLE_OR_TIMEOUT
          Il server di posta ha risposto: 5.1.1 User unknown.                                 | USER_UNKNOWN
          E-posta gönderilemedi: 535 kimlik doğrulama başarısız                               | AUTH_FAILED
          Error 550: Retransmisión denegada para a@b.example                                  | RELAY_DENIED
          """)
  void programsSpeakTheirUsersLanguage(String text, Cause cause) {
    assertEquals(cause, Reading.first(text).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A copy has been placed in your Outbox. The recipient “a@b.example” was rejected by the server because it does not allow relaying. | RELAY_DENIED
          The sender address “a@b.example” was rejected by the server.                                       | SENDER_REJECTED
          Cannot Send Mail. The user name or password for “smtp.b.example” is incorrect.                     | AUTH_FAILED
          MailKit: The SMTP server does not support authentication.                                          | COMMAND_NOT_SUPPORTED
          Email failed to send. Error: no form of authorization supported                                    | COMMAND_NOT_SUPPORTED
          javax.mail: No authentication mechanisms supported by both server and client                       | COMMAND_NOT_SUPPORTED
          Error: Missing credentials for "PLAIN"                                                             | AUTH_REQUIRED
          MapiExceptionMaxSubmissionExceeded; Message size exceeds maximum size limit.                       | MESSAGE_TOO_BIG
          STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process   | SENDER_REJECTED
          STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed        | MAILBOX_FULL
          procmail: Quota exceeded while writing "/home/joe/Maildir/tmp/1635844454.19097_0.b"                | MAILBOX_FULL
          maildrop: maildir over quota.                                                                      | MAILBOX_FULL
          level=error msg="notification.mail: failed" error="x509: certificate is valid for *, not b.example" | TLS_REQUIRED_OR_FAILED
          Failed to connect to smtp: The domain size limit has been exceeded                                 | MAILBOX_FULL
          """)
  void programsThatSendAndStoreMailSayWhatFailed(String text, Cause cause) {
    assertEquals(cause, Reading.first(text).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          530 Login fail. A secure connection is required(such as ssl).              | TLS_REQUIRED_OR_FAILED
          550 5.7.1 [BFD] Sender prohibited by SPF                                   | SPF_DKIM_DMARC_FAILURE
          554 5.7.0 The limit on the number of allowed outgoing messages was exceeded. Try again later. | RATE_LIMITED
          550 a@b.example max messages per session                                   | RATE_LIMITED
          421 4.3.2 Your IP(192.0.2.104) is filtered and this connection will be closed. | IP_BLOCKLISTED_OR_BAD_REPUTATION
          550 ip in prison                                                           | IP_BLOCKLISTED_OR_BAD_REPUTATION
          550 IP is Hangup                                                           | IP_BLOCKLISTED_OR_BAD_REPUTATION
          550 User hangup                                                            | MAILBOX_DISABLED
          550 5.1.1 Suspended user                                                   | MAILBOX_DISABLED
          550 5.7.1 Recipient address rejected: Inactive MailBox                     | MAILBOX_DISABLED
          554 Fake sender                                                            | SENDER_REJECTED
          553 host denies the sender                                                 | SENDER_REJECTED
          550 Sender must exist                                                      | SENDER_REJECTED
          553 host denies relay                                                      | RELAY_DENIED
          552 looping message                                                        | MAIL_LOOP
          552 message is too long                                                    | MESSAGE_TOO_BIG
          550 unavailable mail user                                                  | USER_UNKNOWN
          550 recipient does not have an account                                     | USER_UNKNOWN
          """)
  void serversAbroadHaveWordsOfTheirOwn(String text, Cause cause) {
    assertEquals(cause, Reading.first(text).cause());
  }

  /** Python and Java put milliseconds behind a comma; a port is no second of the day. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-02 10:00:00,550 ERROR mailer: sending failed",
        "2020-01-02 10:00:00,503 - root - ERROR - Failed to send email to: ['joe@example.com']",
        "time=\"2017-03-23T20:27:25Z\" level=info msg=\"start\"\n./entrypoint.sh: connect:"
            + " Connection refused",
        "db_1 | Thu Mar 23 20:27:25 UTC 2017 - connect to db:3306: Connection refused"
      })
  void theTimeOfDayIsNeitherCodeNorPort(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty());
  }

  @Test
  void aPortBehindAHostIsOne() {
    assertEquals(
        Cause.HOST_UNREACHABLE_OR_TIMEOUT,
        Reading.first("dial tcp 192.0.2.12:25: connect: connection refused").cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [E] [mail.go:38] SendMail: 504 5.7.4 Unrecognized authentication type             | 504 5.7.4
          {:nocatch, {:permanent_failure, "501 Invalid command or cannot parse to address"}} | 501
          {permanent_failure,<<"550 Mailbox unavailable">>}                                 | 550
          curl: (55) RCPT failed: 550                                                       | 550
          curl: (55) MAIL failed: 530                                                       | 530
          - 550 Mailbox not found                                                           | 550
          4. 550 From: Domain is invalid. Please provide a valid From:                      | 550
          15) 550 user not exist                                                            | 550
          """)
  void aCodeIsReadBehindAFunctionsNameAndInAList(String text, String codes) {
    assertEquals(codes, Reading.first(text).codes());
  }

  @Test
  void anItemOfAListThatIsNoRefusalIsNone() {
    assertTrue(
        Reading.DIAGNOSER
            .read("To buy:\n- 550 stickers\n4. 421 lanyards\n15) 554 mugs\n- 550-page book")
            .findings()
            .isEmpty());
  }

  @Test
  void aReplyThatIsToldASecondTimeWithItsCodeIsOne() {
    List<Finding> findings =
        Reading.DIAGNOSER
            .read(
                "{ Error: bad response on command 'RCPT': 4.2.0 <a@b.example>: Recipient address"
                    + " rejected: Greylisted, see http://b.example/help\n"
                    + "    at module.exports (/srv/app/node_modules/emailjs/smtp/error.js:2:13)\n"
                    + "    at response (/srv/app/node_modules/emailjs/smtp/smtp.js:207:28)\n"
                    + "  code: 2,\n"
                    + "  smtp: '450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted,"
                    + " see http://b.example/help\\n' }")
            .findings();
    assertEquals(List.of("450 4.2.0"), findings.stream().map(Finding::codes).toList());
  }

  @Test
  void whatCPanelTellsEverybodyIsNoSpam() {
    assertTrue(
        Reading.DIAGNOSER
            .read(
                "SMTP error: 220-We do not authorize the use of this system to transport"
                    + " unsolicited, 220 and/or bulk e-mail.")
            .findings()
            .isEmpty());
  }

  /** Exim's number of a message tells whose log it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2012-02-13 14:39:24 1RvhTH-000B9y-TD mx.b.example [192.0.2.78] Operation timed out",
        "2023-03-24 10:02:24 [77] 1pfdJV-004eVE-9X H=mx.b.example [192.0.2.93] Connection refused",
        "2024-03-24 10:02:24 1pfdJV-00000004eVE-9Xab mx.b.example [192.0.2.93] Connection refused"
      })
  void aLineOfEximsLogThatSpeaksOfNoAddressIsRead(String line) {
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, Reading.first(line).cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-03-24 10:02:24 1pfdJV-004eVE-9X <= a@b.example H=b.example T=\"connection refused\"",
        "2023-03-24 10:02:24 1pfdJV-004eVE-9 upstream [192.0.2.93] Connection refused",
        "2023-03-24 10:02:24 order 123456-ABCDEF-12 paid, gate: connection refused"
      })
  void whatOnlyLooksLikeALineOfEximsIsNone(String line) {
    assertTrue(Reading.DIAGNOSER.read(line).findings().isEmpty());
  }

  @Test
  void theStatusOfACallIsNoReply() {
    Finding finding =
        Reading.first(
            "simpleemail.model.MessageRejectedException: Email address is not verified. (Service:"
                + " AmazonSimpleEmailService; Status Code: 400; Error Code: MessageRejected)");
    assertEquals("", finding.codes());
    assertEquals(Cause.SENDER_REJECTED, finding.cause());
  }

  @Test
  void aSpelledCodeThatEndsTheObjectIsOne() {
    assertEquals(
        "535",
        Reading.first(
                "SMTP 5xx error: lettre::transport::smtp::Error { kind: Permanent(Code { severity:"
                    + " PermanentNegativeCompletion, category: Unspecified3, detail: Five }) }")
            .codes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Error sending message, child exited 67 (User unknown.).                            | USER_UNKNOWN
          sSMTP[1234]: Cannot open smtp.b.example:587                                        | HOST_UNREACHABLE_OR_TIMEOUT
          Unable to initialize SMTP properly. Check config and use --smtp-debug.             | HOST_UNREACHABLE_OR_TIMEOUT
          Message cannot be transferred to node SMTP due to connection error (final)         | HOST_UNREACHABLE_OR_TIMEOUT
          failed to send mail: server does not support SMTP AUTH type: LOGIN                 | COMMAND_NOT_SUPPORTED
          System.Net.Mail.SmtpException: Server does not support secure connections.         | TLS_REQUIRED_OR_FAILED
          Unable to establish secure SSL connection to smtp.b.example [code(0)]              | TLS_REQUIRED_OR_FAILED
          """)
  void commandsAndLibrariesSayWhatFailed(String text, Cause cause) {
    assertEquals(cause, Reading.first(text).cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could not send email: MySQL connection refused",
        "sending mail: could not connect to rabbitmq: connection refused",
        "mailer: dial tcp 192.0.2.7:6379: connect: connection refused",
        "Error: Missing credentials for AWS bucket",
        "php-fpm: child exited 255, connection timed out"
      })
  void whatAProgramThatSendsMailNeedsBesidesIsNoMail(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty());
  }
}
