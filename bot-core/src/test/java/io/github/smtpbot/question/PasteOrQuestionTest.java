package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Intent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server said is told from what a person asks, by form, though both use the same words. */
class PasteOrQuestionTest {

  private static final QuestionParser PARSER = new QuestionParser(Catalog.builtIn());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 permanent failure for one or more recipients (bob@example.com:550 5.1.1 User unknown)"
            + " (in reply to end of DATA command)",
        "550 permanent failure for one or more recipients (bob@example.com:blocked)",
        "550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1"
            + " What can I do? See http://www.openspf.org/Why?s=mfrom",
        "451 temporary failure for one or more recipients (bob@example.com:451 4.3.0 internal)",
        "421 4.7.0 try again later",
        "450 4.7.1 try again in 300 seconds",
        "Permanent trouble with the policy of that domain (550 5.7.1)",
        "sender: RCPT TO: expected 250 but the server replied: 550 5.1.1 <joe@example.com>: no",
        "refused to talk to me: 553 Mail from 192.0.2.4 not allowed - 5.7.1 [BL21] no",
        "451 4.3.2 please retry later",
        "554 5.0.0 permanent error, do not retry",
        "550 yahoo.com is not allowed to send mail from 203.0.113.9",
        "550 5.7.1 gmail users not allowed here",
        "550 5.7.1 outlook senders are not accepted",
        "550 5.1.1 when sending RCPT TO: no such user",
        "550 5.1.1 <@relay.example,@b.example:joe@example.com>: user unknown",
        "550 5.1.1 <user@\u0e15\u0e31\u0e27\u0e2d\u0e22\u0e48\u0e32\u0e07.\u0e44\u0e17\u0e22>: user unknown",
        "550 5.1.1 <somchai@thai.example>: User unknown in thai mailbox"
      })
  void whatAServerSaidIsDiagnosedInTheReadersLanguage(String text) {
    QuestionParser.Understood understood = PARSER.understand(text, 1000);
    assertTrue(understood.isPaste());
    assertEquals(Intent.MEANING, understood.asked().intent());
    assertNull(understood.asked().mentions().language());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "** bob@example.com R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT"
            + " TO:<bob@example.com>: host mx.example.com [192.0.2.1]: 550 No such user here",
        "== bob@example.com R=dnslookup T=remote_smtp defer (111): Connection refused",
        "=> bob@example.com R=dnslookup T=remote_smtp C=\"250 OK id=1abc-000550-AB\"",
        "lost connection with mx.example.com[192.0.2.1] while sending RCPT TO",
        "Host or domain name not found. Name service error for name=mx.example.com type=A",
        "Net::SMTPAuthenticationError: 530 5.7.0 Must issue a STARTTLS command first.",
        "Expected response code \"250\" but got code \"553\", with message \"553 5.7.1 <a@b.example>:"
            + " Sender address rejected: not owned by user\"",
        "SMTP ERROR: DATA END command failed: 550 This message was classified as SPAM",
        "{\"event\":\"bounce\",\"reason\":\"550 5.1.1 User unknown\",\"status\":\"5.1.1\"}"
      })
  void whatAProgramWroteIsAPasteWhateverItsWordsAre(String text) {
    assertTrue(PARSER.understand(text, 1000).isPaste());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error 550: user unknown",
        "ERROR: 550 user unknown",
        "status=550 msg=user unknown",
        "code: 552, message: mailbox full",
        "permanent error (550): 5.7.1 Message rejected due to DMARC policy",
        "AUTH failed: 535 bad password",
        "SMTP permanent error: 535 5.7.3 Authentication unsuccessful",
        "all recipients were rejected: 550 5.4.1 Recipient address rejected: Access denied.",
        "550 after DATA: virus found",
        "554 delivery error: temporary local problem, please try later",
        "450 user permanently over quota",
        "550 user is temporarily disabled",
        "550 Blocked for abuse. See http://blocks.example/why",
        "El servidor respondi\u00f3: 550 usuario desconocido",
        "\u041e\u0448\u0438\u0431\u043a\u0430: 552 \u044f\u0449\u0438\u043a \u043f\u0435\u0440\u0435\u043f\u043e\u043b\u043d\u0435\u043d",
        "\u670d\u52a1\u5668\u8fd4\u56de\uff1a550 \u7528\u6237\u4e0d\u5b58\u5728"
      })
  void whatStandsBehindACodeThatAProgramAnnouncesIsPasted(String text) {
    QuestionParser.Understood understood = PARSER.understand(text, 1000);
    assertTrue(understood.isPaste());
    assertEquals(Intent.MEANING, understood.asked().intent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is our address blacklisted? we got \"452 4.2.2 Mailbox full\" all day | true",
        "why do i get error: 550 user unknown | true",
        "550: how to fix | false",
        "error code: 550 gmail | false",
        "550: permanent or temporary | false",
        "550 temporary or permanent for spam | false",
        "is 550: mailbox full permanent? | false"
      })
  void theCodeAloneIsNoQuotation(String text, boolean quotes) {
    assertEquals(quotes, PARSER.understand(text, 1000).isPaste());
  }

  @ParameterizedTest
  @CsvSource({
    "421 try again?, RETRY",
    "421 retry, RETRY",
    "451 temporary failure, PERMANENT",
    "550 permanent error, PERMANENT",
    "450 will it try again later?, RETRY",
    "452 4.2.2 do i have to retry in five minutes, RETRY",
    "421 is it permanent failure or temporary failure, PERMANENT",
    "why does gmail say 421 try again later, RETRY",
    "550 5.7.1 what do I do about it my server is 203.0.113.9, FIX",
    "550 5.7.1 gmail blocked my mail, PROVIDER_MEANING",
    "550 5.7.1 when sending to gmail, PROVIDER_MEANING",
    "452 or 552 for mailbox full, WHICH_CODE",
    "454 or 451 for greylisting, WHICH_CODE",
    "550 or 554 for blacklisted ip, WHICH_CODE"
  })
  void whatAPersonAsksIsAnswered(String text, Intent intent) {
    QuestionParser.Understood understood = PARSER.understand(text, 1000);
    assertFalse(understood.isPaste());
    assertEquals(intent, understood.asked().intent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "252 501 in Thai",
        "what is 550 thai",
        "550 5.1.1 <jan@example.com>: user unknown in Thai please",
        "th 550 5.1.1 <jan@example.com>: user unknown"
      })
  void aLanguageIsAskedForAtTheEndsOfWhatIsPasted(String text) {
    assertEquals("th", String.valueOf(PARSER.understand(text, 1000).asked().mentions().language()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 26 03:11:09 mx1 postfix/qmgr[421]: 4Qk3hB1z: removed",
        "Nov  6 03:11:09 mx1 postfix/smtpd[550]: connect from mail.example.com[192.0.2.4]",
        "postfix/smtpd[550]: connect from mail.example.com[192.0.2.4]",
        "dovecot[550]: imap-login",
        "2026-11-26T03:11:09.123Z,Outbound,08D1,12,192.0.2.1:25,203.0.113.1:550,>,250 2.1.5 OK,",
        "Our invoice 550 is overdue",
        "room 421",
        "550 euros refund",
        "The 2FA code is 421 550",
        "at java.net.SocketInputStream.read(SocketInputStream.java:421)",
        "nginx upstream 502 552",
        "ProFTPD 1.3 530 Login incorrect.",
        "Kernel 5.4.1 released",
        "port 25 or 587?",
        "upgrade python to 5.1.1"
      })
  void noNumberOfALogOrOfAnotherMatterIsACode(String text) {
    assertEquals(List.of(), PARSER.understand(text, 1000).asked().codes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"why port 25 and 550 error", "docker 550 what does it mean", "docker mail 550"})
  void whatMayWellBeSmtpStaysACode(String text) {
    assertEquals(List.of("550"), PARSER.understand(text, 1000).asked().codes());
  }

  /** A label of one's own before what was pasted makes no question of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "permanent: 550 5.7.1 Unauthenticated mail not allowed",
        "Error: status=bounced (host mx.example.com[203.0.113.5] said: 550 5.1.1 unknown)",
        "help: 550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail"
            + " requires all senders to authenticate",
        "550 5.7.1 limit of 400 rcpts per hour exceeded",
        "Expected smtp code 250, got 552",
        "@4000 delivery 6: deferral: CNAME_lookup_failed_temporarily._(#4.4.3)/",
      })
  void whatWasPastedStaysAPaste(String text) {
    assertTrue(PARSER.understand(text, 1000).isPaste());
  }

  /** Who tells in a few words what a code came of asks about the code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scan to email fails 535 5.7.139 | 535 5.7.139",
        "xerox scan 530 5.7.57 | 530 5.7.57",
        "printer can't send 550 5.7.60 | 550 5.7.60",
        "our copier shows 5.7.30 | 5.7.30",
      })
  void whatACodeCameOfIsToldByAPerson(String text, String code) {
    QuestionParser.Understood understood = PARSER.understand(text, 1000);
    assertFalse(understood.isPaste());
    assertEquals(List.of(code), understood.asked().codes());
  }

  /** Two codes are compared whatever the language of the word between them is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "450 nebo 550",
        "450 eller 550",
        "450 ou 550",
        "450 kontra 550",
        "450 или 550",
        "450 أو 550",
        "450 या 550",
        "rozdíl 450 a 550"
      })
  void aShortWordBetweenTwoCodesJoinsThem(String text) {
    QuestionParser.Understood understood = PARSER.understand(text, 1000);
    assertEquals(List.of("450", "550"), understood.asked().codes());
    assertEquals(Intent.DIFFERENCE, understood.asked().intent());
  }

  @ParameterizedTest
  @CsvSource({
    "จีเมล 421, google",
    "ไมโครซอฟท์ 365 5.7.1, exchangeonline",
    "เอาท์ลุค 535, outlook",
    "ยาฮู 554, yahoo",
    "ไอคลาวด์ 550, apple",
    "ヤフー 554, yahoo",
    "яндекс 554, yandex",
    "腾讯 550, qq"
  })
  void aNameInAnotherScriptIsThatOfTheProvider(String text, String provider) {
    assertEquals(List.of(provider), PARSER.understand(text, 1000).asked().mentions().providers());
  }

  @ParameterizedTest
  @CsvSource({
    "what to reply to greylisted clients, 450",
    "what should postfix return for spam, 550",
    "how do i reject a virus, 550",
    "welcher code für volles postfach, 452",
    "quel code pour boîte pleine, 452",
  })
  void whichCodeToSendIsAskedInManyWays(String text, String code) {
    QuestionParser.Understood understood = PARSER.understand(text, 1000);
    assertEquals(Intent.WHICH_CODE, understood.asked().intent());
    assertEquals(List.of(code), understood.asked().codes());
  }

  @ParameterizedTest
  @CsvSource({
    "error 28 when running curl, 1",
    "curl (67), 1",
    "curl 55 times, 0",
    "ran curl 7 times, 0"
  })
  void aNumberOfTimesIsNoErrorOfAProgram(String text, int errors) {
    assertEquals(errors, PARSER.understand(text, 1000).asked().mentions().errors().size());
  }
}
