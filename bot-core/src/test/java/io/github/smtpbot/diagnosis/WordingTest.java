package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and providers write, and what it means. */
class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 The account kim@example.com has been suspended.                       | mailbox_disabled
          550 Account inactive since 2 years                                        | mailbox_disabled
          550 Mailbox for kim@example.com is locked                                 | mailbox_disabled
          550 kim@example.com has moved, new address: kim@example.org               | mailbox_moved
          550 kim@example.com... Cuenta de usuario inexistente                      | user_unknown
          550 Benutzer unbekannt                                                    | user_unknown
          550 Fix reverse DNS for 203.0.113.7                                       | missing_or_bad_ptr
          550 Administrative prohibition                                            | policy_rejection
          550 Your IP 203.0.113.7 is listed at UCEPROTECT-Network                   | ip_blocklisted_or_bad_reputation
          450 4.7.1 Recipient address rejected: Policy: Greylisted for 60 seconds   | greylisted
          554 5.6.1 Eight bit data not allowed in header                            | syntax_or_protocol_error
          550 5.6.0 Lone CR or LF in message body not allowed                       | syntax_or_protocol_error
          503 AUTH command required before MAIL                                     | auth_required
          554 5.7.1 Message blocked due to spam content in the message              | spam_content
          421 4.7.30 rate limited because DKIM authentication didn't pass - gsmtp   | spf_dkim_dmarc_failure
          550 5.7.29 blocked because this message wasn't sent over a TLS connection - gsmtp | tls_required_or_failed
          """)
  void tellsTheCause(String text, String cause) {
    assertEquals(cause, Reading.one(text).cause().label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 Mailbox not found",
        "550 5.1.1 Mailbox does not exist",
        "550 User unknown",
        "421 Service Temporarily Unavailable",
        "550 5.7.1 Message rejected",
        "552 Message size exceeds the limit",
        "550 5.7.1 Email rejected per DMARC policy for example.com",
        "554 5.2.2 mailbox full; sender quota exceeded"
      })
  void namesNobodyForWordsThatAnybodySends(String text) {
    assertNull(Reading.one(text).provider());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 5.7.511 Access denied, banned sender[203.0.113.7]. delist@messaging.microsoft.com | exchangeonline
          550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required      | exchangeonline
          550 5.4.316 Message expired, connection refused(Socket error code 10061)              | exchangeonline
          554 5.7.1 <kim@gmail.com>: Relay access denied                                        | postfix
          554 Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000001            | comcast
          """)
  void namesWhoeverUsesTheseWordsAlone(String text, String provider) {
    var found = Reading.one(text).provider();
    assertEquals(provider, found == null ? "nobody" : found.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          421 Service not available, closing transmission channel    | server_shutting_down_or_unavailable | likely
          421 mx1.example.net shutting down                          | server_shutting_down_or_unavailable | very likely
          550 The destination kim is not known                       | user_unknown                        | likely
          550 The user kim@example.net does not exist                | user_unknown                        | very likely
          550 5.1.1 User unknown                                     | user_unknown                        | very likely
          550 5.2.2 User unknown                                     | user_unknown                        | likely
          550 Message from 203.0.113.7 was denied for a reason       | policy_rejection                    | likely
          """)
  void wordsThatServersUseInAnotherSenseTooMakeACauseLikelyAndNoMore(
      String text, String cause, String sure) {
    Finding finding = Reading.one(text);
    assertEquals(cause, finding.cause().label());
    assertEquals(sure, finding.confidence() >= 0.8 ? "very likely" : "likely");
  }
}
