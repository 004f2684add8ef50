package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of a reply prove what it says, and which only stand in it. */
class ProofTest {

  private static String address(Finding finding) {
    return Consequences.of(finding, Catalog.builtIn()).address().name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 5.7.1 <bob@x.example>: Recipient address rejected: Please see http://www.openspf.net/Why?s=mfrom;id=a@b.example | spf_dkim_dmarc_failure | keep
          554 5.7.1 <bob@x.example>: Recipient address rejected: Sender not on whitelist                                      | policy_rejection       | keep
          550 5.1.0 <bob@x.example>: Recipient address rejected: Mail size too large                                          | message_too_big        | keep
          550 5.7.1 <bob@x.example>: Recipient address rejected: Blocked                                                      | policy_rejection       | keep
          550 5.1.1 <bob@x.example>: Recipient address rejected: x.example                                                    | user_unknown           | remove
          550 5.1.1 <bob@x.example>: Recipient address rejected: User unknown                                                 | user_unknown           | remove
          """)
  void whatStandsBeforeEveryReasonIsNone(String text, String cause, String address) {
    Finding finding = Reading.one(text);
    assertEquals(cause, finding.cause().label());
    assertEquals(address, address(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host mx.example.net[192.0.2.1] said: 552 5.2.2 Over quota           | mailbox_full                     | pause
          host mx.example.net[192.0.2.1] said: 550 5.7.1 blocked by spamhaus  | ip_blocklisted_or_bad_reputation | keep
          host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown         | user_unknown                     | remove
          mail for example.net loops back to myself                           | mail_loop                        | pause
          host mx.example.net[192.0.2.1] said: 550 5.0.0 Nope                 | user_unknown                     | remove
          """)
  void whatAnotherServerSaidIsTheFact(String said, String cause, String address) {
    Finding finding =
        Reading.one(
            "550 5.1.1 <bob@example.net>: Recipient address rejected: undeliverable address: "
                + said);
    assertEquals(cause, finding.cause().label());
    assertEquals(address, address(finding));
    assertEquals("550 5.1.1", finding.codes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          501 5.1.7 Invalid address                              | syntax_or_protocol_error
          553 5.1.3 Invalid address                              | syntax_or_protocol_error
          553 5.1.3 <bob@example.net>... Invalid domain name     | syntax_or_protocol_error
          550 5.2.1 mailbox unavailable                          | mailbox_disabled
          550 5.7.1 mailbox unavailable                          | user_unknown
          553 Invalid address                                    | user_unknown
          """)
  void aCodeThatSaysMoreGoesBeforeVagueWords(String text, String cause) {
    assertEquals(cause, Reading.one(text).cause().label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 This group does not accept mail from outside",
        "550 5.1.1 The mailbox does not accept mail from external senders",
        "550 5.7.1 This is not a spam block; sender is not permitted to post"
      })
  void aRuleAboutWhoMayWriteIsNoMissingDomainAndNoSpam(String text) {
    assertEquals(Cause.POLICY_REJECTION, Reading.one(text).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 mailbox temporarily disabled                            | mailbox_disabled | pause
          550 account suspended for non payment                       | mailbox_disabled | pause
          550 5.2.1 This account is temporarily suspended             | mailbox_disabled | pause
          550 5.2.1 mailbox unavailable: temporarily locked           | mailbox_disabled | pause
          550 5.2.1 Mailbox disabled                                  | mailbox_disabled | remove
          550 5.2.1 Your account has been disabled for sending spam   | sender_rejected  | keep
          550 Too many invalid recipients                             | ip_blocklisted_or_bad_reputation | keep
          421 4.5.3 too many bad recipients, goodbye                  | ip_blocklisted_or_bad_reputation | keep
          452 4.5.3 Too many recipients                               | too_many_recipients              | keep
          """)
  void anAddressIsGivenUpForItsOwnFaultAlone(String text, String cause, String address) {
    Finding finding = Reading.one(text);
    assertEquals(cause, finding.cause().label());
    assertEquals(address, address(finding));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 20 10:21:33 mx opendkim[99]: 4ABC: DKIM verification successful",
        "Nov 20 10:21:33 mx opendkim[99]: 4ABC: DKIM-Signature field added (s=m, d=example.com)",
        "Authentication-Results: mx.example.net; dkim=pass; spf=pass; dmarc=pass",
        "the mail filter: no virus found, message accepted"
      })
  void whatIsSaidToBeWellIsNoFailure(String text) {
    assertEquals(List.of(), Reading.DIAGNOSER.read(text).findings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "252 2.1.5 Cannot verify",
        "251 2.1.5 User not local; will forward",
        "250 Accepted, relay denied check passed",
        "354 End data with <CR><LF>.<CR><LF>"
      })
  void aConsentIsNoFailureWhateverItSays(String text) {
    Finding finding = Reading.one(text);
    assertEquals(Cause.SUCCESS, finding.cause());
    assertNull(finding.permanent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '#< #4.4.7 smtp; Delivery time expired'                                        | true
          Action: failed\\nStatus: 4.4.7                                                 | true
          Action: delayed\\nStatus: 4.4.7                                                | false
          Message could not be delivered for 5 days\\nMessage will be deleted from queue | true
          400 4.4.7 Message delayed                                                     | false
          """)
  void aQueueThatGaveUpIsToldFromOneThatWarns(String text, boolean permanent) {
    Finding finding = Reading.DIAGNOSER.read(text.translateEscapes()).findings().get(0);
    assertEquals(Cause.DELIVERY_EXPIRED, finding.cause());
    assertEquals(permanent, finding.permanent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          451 4.7.1 Greylisted, come back in 00:05:00 | 300
          451 come back in 01:00:30                   | 3630
          """)
  void aTimeToWaitMayBeWrittenAsAClockShowsIt(String text, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), Reading.one(text).circumstances().retryAfter());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"451 come back in 0:05", "451 come back in 00-05-00", "451 come back in 00:00:00"})
  void anythingElseIsNoTimeToWait(String text) {
    assertNull(Reading.one(text).circumstances().retryAfter());
    assertTrue(Reading.one(text).permanent() != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <bob@example.net>: message size 12345678 exceeds size limit 10240000 of server mx.example.net[192.0.2.1] | message_too_big
          <bob@example.net>: Domain example.net does not accept mail (nullMX)                                      | domain_not_found
          <bob@example.net>: TLS is required, but was not offered by host mx.example.net[192.0.2.1]                | tls_required_or_failed
          <bob@example.net>: unknown user: "bob"                                                                   | user_unknown
          2026-11-20 10:21:33 1vABcD-00000001abc-2XyZ ** bob@example.net: Unrouteable address                      | user_unknown
          Remote host closed connection in response to initial connection                                          | host_unreachable_or_timeout
          rejected EHLO or HELO ylmf-pc: CHELO from H=(ylmf-pc) [192.0.2.5]                                        | policy_rejection
          dial tcp: lookup smtp.gmial.com: no such host                                                            | domain_not_found
          x509: certificate is valid for *.hostgator.com, not mail.example.com                                     | tls_required_or_failed
          """)
  void aLineOfANoticeALogOrAProgramNeedsNoCode(String text, String cause) {
    assertEquals(cause, Reading.one(text).cause().label());
    SmtpBot bot = SmtpBot.createUncached();
    assertEquals(Answer.Kind.DIAGNOSIS, bot.answer(text, Locale.ENGLISH).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 Sorry.\n550 5.7.1 We could not take it.\n550 5.7.1 Your IP 203.0.113.9 is listed at zen.spamhaus.org",
        "*** 550-5.7.1 Sorry.\n*** 550-5.7.1 We could not take it.\n*** 550 5.7.1 Your IP 203.0.113.9 is listed at zen.spamhaus.org"
      })
  void theLineThatNamesTheReasonLeads(String text) {
    Finding finding = Reading.DIAGNOSER.read(text).findings().get(0);
    assertEquals(Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION, finding.cause());
  }
}
