package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.diagnosis.Finding.Circumstances;
import io.github.smtpbot.diagnosis.Finding.Contradiction;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.conclude.Concluder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded where words, codes and reports tell different things, and how sure it is. */
class ConclusionsTest {

  private static final String YAHOO = "host mta5.am0.yahoodns.net[192.0.2.1] said: ";
  private static final String OUTLOOK = "host mx.mail.protection.outlook.com[192.0.2.1] said: ";

  private static List<Finding> read(String text) {
    return Reading.DIAGNOSER.read(text).findings();
  }

  private static String evidence(Finding finding) {
    return finding.evidence().stream()
        .map(one -> one.kind() + ":" + one.matched())
        .collect(Collectors.joining(" "));
  }

  /** A report of one failure: what it says in prose, and what its fields say. */
  private static Finding report(String prose, String diagnostic, String status) {
    return Reading.oneOfMessage(
        """
        From: MAILER-DAEMON@mx1.example.org (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        %s

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx1.example.org

        Final-Recipient: rfc822; bob@example.com
        Action: failed
        Status: %s
        Diagnostic-Code: smtp; %s

        --b--
        """
            .formatted(prose, status, diagnostic));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "552 5.2.2 Mailbox full | PHRASE:Mailbox full ENHANCED_STATUS_CODE:5.2.2 REPLY_CODE:552",
        "550 foo bar            | REPLY_CODE:550",
        "550 5.7.1 foo bar      | ENHANCED_STATUS_CODE:5.7.1 REPLY_CODE:550",
        YAHOO
            + "421 4.7.0 [TSS04] foo | PROVIDER_TOKEN:[TSS04] ENHANCED_STATUS_CODE:4.7.0 REPLY_CODE:421",
        "550 5.7.1 part of their network is on our block list | PHRASE:part of their network is on"
            + " our block list PHRASE:block list ENHANCED_STATUS_CODE:5.7.1 REPLY_CODE:550"
      })
  void allThatLedToACauseIsNamedTheStrongestFirst(String text, String evidence) {
    assertEquals(evidence, evidence(Reading.one(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // words and the code agree; only words
        "552 5.2.2 Mailbox full | 552 Mailbox full",
        // a code that tells; one that stands for anything; none
        "550 5.1.1 foo bar | 550 5.7.1 foo bar",
        "550 5.7.1 foo bar | 550 5.0.0 foo bar",
        // a provider's token; its words; its code alone, and one of a range of codes
        YAHOO + "421 4.7.0 [TSS04] foo | 550 5.7.1 part of their network is on our block list",
        OUTLOOK + "550 5.7.193 foo | " + OUTLOOK + "451 4.7.550 foo",
        // nobody else says so, whatever the code; anybody may
        "550 5.1.1 part of their network is on our block list | 550 5.1.1 Mailbox full",
        "550 Mailbox full | 550 5.1.1 Mailbox full"
      })
  void theMoreATextTellsTheSurerIsItsCause(String more, String less) {
    double sure = Reading.one(more).confidence();
    double unsure = Reading.one(less).confidence();
    assertTrue(sure > unsure, sure + " and " + unsure);
  }

  /** Some codes are about a success alone; a server that refuses may send them all the same. */
  @Test
  void aRefusalIsNeverASuccessWhateverItsEnhancedCode() {
    for (EnhancedCodeFacts facts : Catalog.builtIn().enhancedCodes()) {
      for (String reply : List.of("450", "550")) {
        for (char digit : new char[] {'2', reply.charAt(0)}) {
          String text = reply + " " + digit + facts.code().text().substring(1) + " foo bar";
          for (Finding finding : read(text)) {
            assertNotEquals(Cause.SUCCESS, finding.cause(), text);
          }
        }
      }
    }
  }

  /**
   * What another server said is the fact, where it tells one; whose address is unknown, only the
   * words before it know.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.0.0 policy violation; remote server said: 552 mailbox full | MAILBOX_FULL | false",
        "550 5.0.0 mailbox full; remote server said: 552 foo bar | MAILBOX_FULL | false",
        "550 5.0.0 remote server said: 552 foo bar | OTHER | false",
        "550 5.7.1 DKIM authentication didn't pass. The server response was: 550 user unknown"
            + " | USER_UNKNOWN | false",
        "550 5.7.1 DKIM authentication didn't pass. The server response was: 550 foo bar"
            + " | SPF_DKIM_DMARC_FAILURE | true",
        "450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: host"
            + " mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown | USER_UNKNOWN | true",
        "450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: host"
            + " mx.example.com[192.0.2.1] said: 552 5.2.2 mailbox full | MAILBOX_FULL | false",
        "550 5.1.1 <bob@example.com>: Recipient address rejected: undeliverable address: host"
            + " mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown | USER_UNKNOWN | true",
        "550 5.1.7 <me@example.com>: Sender address rejected: undeliverable address: host"
            + " mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown | SENDER_REJECTED | true",
        "550 5.1.7 <me@example.com>: Sender address rejected: undeliverable address: User unknown"
            + " | SENDER_REJECTED | true"
      })
  void whatWasSaidToTheServerBeforeCounts(String text, Cause cause, boolean ofProvider) {
    Finding finding = Reading.one(text);
    assertEquals(cause, finding.cause());
    assertEquals(ofProvider, finding.rule() != null);
  }

  @Test
  void aConsentIsAsSureWithOneCodeAsWithTwo() {
    assertEquals(Reading.one("250 Ok").confidence(), Reading.one("250 2.1.5 Ok").confidence());
  }

  @ParameterizedTest
  @CsvSource({
    "421 Service unavailable,       server_shutting_down_or_unavailable",
    "421 foo bar,                   server_shutting_down_or_unavailable",
    "421 4.0.0 foo bar,             server_shutting_down_or_unavailable",
    "554 Service unavailable,       server_local_error",
    "554 5.0.0 Service unavailable, server_local_error",
    "554 5.1.1 Service unavailable, user_unknown",
    "550 5.7.1 foo bar,             policy_rejection",
    "550 foo bar,                   other"
  })
  void whereTheWordsTellNothingTheCodeDoesAsFarAsItCan(String text, String cause) {
    assertEquals(cause, Reading.one(text).cause().label());
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.0.0 foo,  5.1.1, user_unknown, 5.1.1",
    "550 5.99.1 foo, 5.1.1, user_unknown, 5.1.1",
    "550 5.2.2 foo,  5.1.1, mailbox_full, 5.2.2",
    "550 5.2.2 foo,  5.0.0, mailbox_full, 5.2.2",
    "550 foo,        5.2.2, mailbox_full, 5.2.2"
  })
  void theStatusOfAReportTellsWhereTheReplysOwnSaysNothing(
      String reply, String status, String cause, String by) {
    Finding finding = report("It failed.", reply, status);
    assertEquals(cause, finding.cause().label());
    assertEquals("ENHANCED_STATUS_CODE:" + by + " REPLY_CODE:550", evidence(finding));
  }

  @ParameterizedTest
  @CsvSource({
    // The reply tells nothing, or that something is not to be had; the report says what.
    "the mailbox is full,  554 foo bar,                   mailbox_full",
    "User unknown,         554 5.0.0 Service unavailable, user_unknown",
    // It is no mailbox, so it is not known to be what is not to be had.
    "connection timed out, 554 5.0.0 Service unavailable, server_local_error",
    // The reply knows best.
    "the mailbox is full,  550 User unknown,              user_unknown",
    "the mailbox is full,  550 5.1.1 foo bar,             user_unknown"
  })
  void theWordsAroundAReplyTellWhereItDoesNot(String prose, String reply, String cause) {
    assertEquals(cause, report("<bob@example.com>: " + prose, reply, "5.0.0").cause().label());
  }

  @ParameterizedTest
  @CsvSource({
    "4.4.7 message expired, true",
    "421 4.4.7 message expired, false",
    "4.4.7 timeout exceeded but delivery is delayed, false",
    "<bob@example.com>: 4.4.7 foo bar, false"
  })
  void aQueueThatGaveUpIsToldFromOneThatWarns(String text, boolean permanent) {
    Finding finding = Reading.one(text);
    assertEquals(Cause.DELIVERY_EXPIRED, finding.cause());
    assertEquals(permanent, finding.permanent());
  }

  @ParameterizedTest
  @CsvSource({
    "Could not connect to SMTP host: mail.example.com. Giving up, true",
    "Could not connect to SMTP host: mail.example.com. Try again later, false",
    "Could not connect to SMTP host: mail.example.com,",
    "250 Ok: do not try again,"
  })
  void wordsAloneTellWhetherItIsFinalWhereAFailureHasNoCode(
      String text, @Nullable Boolean permanent) {
    assertEquals(permanent, Reading.one(text).permanent());
  }

  @ParameterizedTest
  @CsvSource({"450 4.2.0 permanently rejected", "421 4.7.1 [TS03] permanently deferred"})
  void aPassingCodeWhoseWordsAreFinalContradictsItself(String reply) {
    assertEquals(
        Set.of(Contradiction.TRANSIENT_SAYS_FINAL), Reading.one(YAHOO + reply).contradictions());
  }

  @Test
  void whatAServerSaysBeforeItRefusesIsNoFindingAndDecidesNothing() {
    assertEquals("550 5.1.1", Reading.one("354 Go ahead\n550 5.1.1 User unknown").codes());
    for (String consent : List.of("MAIL FROM:<a@b.example>\n250 OK\n", "354 Go ahead\n")) {
      Finding finding = Reading.one(consent + "DATA\n503 5.5.1 Error: need RCPT command");
      assertFalse(finding.circumstances().isFollowUp());
    }
  }

  @Test
  void aReplyThatIsNamedAndQuotedIsOneFinding() {
    Finding finding = Reading.one("550 5.1.1\n\n550 5.1.1 User unknown");
    assertEquals("User unknown", finding.text());
    assertEquals("", Reading.one("550 5.1.1").text());
  }

  @Test
  void aReplyWithAndWithoutItsRecipientIsOneFindingOfTheRecipient() {
    assertEquals(
        List.of("bob@example.com", "eve@example.com"),
        read(
                """
                550 5.1.1 User unknown

                <bob@example.com>: 550 5.1.1 User unknown

                <eve@example.com>: 550 5.1.1 User unknown

                <BOB@example.com>: 550 5.1.1 User unknown
                """)
            .stream()
            .map(Finding::recipient)
            .toList());
  }

  @Test
  void deliveriesThatWentWellAreCountedBesideThoseThatDidNot() {
    String line =
        "Nov 26 03:11:09 mx1 postfix/smtp[99]: B%d: to=<%s@example.com>, relay=mx.example.com";
    String sent = line + "[192.0.2.3]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n";
    String refused =
        line
            + "[192.0.2.3]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.3]"
            + " said: 550 5.1.1 User unknown)\n";
    String two = sent.formatted(1, "a") + sent.formatted(2, "b");
    Diagnosis all = Reading.DIAGNOSER.read(two);
    assertEquals(0, all.delivered());
    assertFalse(all.isEmpty());
    assertEquals(2, Reading.DIAGNOSER.read(two + refused.formatted(3, "c")).delivered());
    assertEquals(
        0,
        Reading.DIAGNOSER
            .read("RCPT TO:<a@b.example>\n250 OK\nRCPT TO:<c@b.example>\n550 5.1.1 User unknown")
            .delivered());
  }

  @Test
  void aDeliveryThatIsToldAsAFailureIsNotCountedAsOneThatWentWell() {
    Diagnosis contradicting =
        Reading.DIAGNOSER.read(
            """
            Final-Recipient: rfc822; a@example.com
            Action: delivered
            Status: 5.0.0

            Final-Recipient: rfc822; b@example.com
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown
            """);
    assertEquals(2, contradicting.findings().size());
    assertEquals(0, contradicting.delivered());
  }

  private static Finding finding(
      Cause cause,
      double confidence,
      @Nullable Boolean permanent,
      @Nullable Command command,
      boolean isFollowUp) {
    return new Finding(
        null,
        null,
        "",
        true,
        command,
        null,
        null,
        permanent,
        cause,
        confidence,
        List.of(),
        null,
        null,
        Set.of(),
        new Circumstances(Origin.UNKNOWN, null, isFollowUp, false));
  }

  @Test
  void whatDecidedWhatIsForGoodAndWhatIsKnownComesFirst() {
    List<Finding> order =
        List.of(
            finding(Cause.MAILBOX_FULL, 0.9, true, null, false),
            finding(Cause.POLICY_REJECTION, 0.4, true, null, false),
            finding(Cause.OTHER, 0.9, true, null, false),
            finding(Cause.GREYLISTED, 0.9, false, null, false),
            finding(Cause.HOST_UNREACHABLE_OR_TIMEOUT, 0.9, null, null, false),
            finding(Cause.SUCCESS, 0.9, null, Command.END_OF_DATA, false),
            finding(Cause.SUCCESS, 0.9, null, Command.RCPT, false),
            finding(Cause.COMMAND_SEQUENCE_ERROR, 0.9, true, null, true));
    List<Finding> turned = new ArrayList<>(order);
    Collections.reverse(turned);
    assertEquals(order, Concluder.ordered(turned));
  }
}
