package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Cause;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say in words of their own, and what their pages say that it means. */
class ProviderWordingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 Message rejected by DMARC policy of example.com",
        "550 rejected by DMARC policy",
        "550 must have a PTR record",
        "550 5.7.1 dns check failure"
      })
  void wordsThatManyUseNameNobody(String reply) {
    assertNull(Reading.one(reply).provider());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "530 5.7.57 Client not authenticated to send mail | exchangeonline",
        "451 4.7.500 Server busy. Please try again later from [192.0.2.4]. (S77719) | exchangeonline",
        "552 5.3.4 Message size exceeds fixed limit | postfix",
        "550 5.4.1 Recipient address rejected: Access denied | exchangeonline",
        "554-Transaction failed Reject due to policy restrictions. For explanation visit"
            + " https://postmaster.web.de/en/case?c=hi | webde"
      })
  void aSentenceOrALinkOfItsOwnNamesAProvider(String reply, String provider) {
    assertEquals(provider, Objects.requireNonNull(Reading.one(reply).provider()).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.2.2 Submission quota exceeded | rate_limited",
        "550 5.2.2 SubmissionQuotaExceededException:The message can't be submitted because the"
            + " sender's submission quota was exceeded | rate_limited",
        "552 5.2.2 Quota exceeded | mailbox_full",
        "550 5.4.1 Recipient address rejected: Access denied | user_unknown",
        "554 5.7.1 <a@example.com>: Recipient address rejected: Access denied | policy_rejection",
        "552 too many messages in mailbox | mailbox_full",
        "450 too many messages, slow down | rate_limited",
        "501 5.5.4 Invalid domain name | syntax_or_protocol_error",
        "553 5.1.2 Invalid domain name in address | domain_not_found",
        "503 5.5.1 RCPT not allowed before MAIL | command_sequence_error",
        "454 4.7.0 Temporary authentication failure: Connection lost | server_local_error",
        "450 4.1.1 <a@example.com>: Recipient address rejected: unverified address: Address"
            + " verification in progress | greylisted",
        "450 4.1.1 <a@example.com>: Recipient address rejected: unverified address: host"
            + " mx.example.com[192.0.2.1] said: 452 4.2.2 Over quota | mailbox_full",
        "550 5.1.1 <a@example.com>: Recipient address rejected: undeliverable address: unknown"
            + " user | user_unknown",
        "501 5.1.3 Bad recipient address syntax | syntax_or_protocol_error",
        "501 5.1.7 Bad sender address syntax | syntax_or_protocol_error",
        "451 4.7.1 Try again later | greylisted",
        "550 5.7.1 Command rejected | policy_rejection",
        "550 Please turn on SMTP Authentication in your mail client | auth_required",
      })
  void aCauseIsToldByWordingWhoeverSendsIt(String reply, String cause) {
    assertEquals(cause(cause), Reading.one(reply.strip()).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exchangeonline | 550 5.7.30 Basic authentication is not supported for Client Submission."
            + " [LO2P265CA0456.GBRP265.PROD.OUTLOOK.COM 2026-12-01T08:00:00.000Z 08DD] |"
            + " auth_failed | no longer takes a user name and password",
        "exchangeonline | 550 5.7.30 Basic authentication is not supported for Client Submission |"
            + " auth_failed | no longer takes a user name and password",
        "exchangeonline | 501 5.5.4 Invalid domain name"
            + " [AM0PR04CA0001.eurprd04.prod.outlook.com] | syntax_or_protocol_error | EHLO",
        "exchangeonline | host a.mail.protection.outlook.com[192.0.2.1] said: 550 5.7.193 no |"
            + " policy_rejection | group",
        "exchangeonline | host a.mail.protection.outlook.com[192.0.2.1] said: 550 5.7.51 no |"
            + " policy_rejection | inbound connector",
        "exchangeonline | host a.mail.protection.outlook.com[192.0.2.1] said: 550 5.7.711 no |"
            + " policy_rejection | sender's own tenant",
        "exchangeonline | host a.mail.protection.outlook.com[192.0.2.1] said: 451 4.4.317 no |"
            + " tls_required_or_failed | STARTTLS",
        "exchangeonline | host a.mail.protection.outlook.com[192.0.2.1] said: 550 5.7.232 no |"
            + " rate_limited | trial tenant",
        "exchangeonline | host a.mail.protection.outlook.com[192.0.2.1] said: 550 5.7.233 no |"
            + " rate_limited | licences",
        "google | 451 4.3.0 Multiple destination domains per transaction is unsupported. Please"
            + " try again. - gsmtp | policy_rejection | one domain only",
        "google | 534 5.7.9 Application-specific password required. - gsmtp | auth_failed |"
            + " 2-Step Verification",
        "google | 550 5.7.26 Sorry - gsmtp | spf_dkim_dmarc_failure | -all",
        "google | 421 4.7.28 Gmail has detected you exceeded your quota for sending messages that"
            + " have the same Message-ID - gsmtp | rate_limited | same Message-ID",
        "postfix | 450 4.1.1 <a@example.com>: Recipient address rejected: unverified address:"
            + " connect to mx.example.com[192.0.2.1]:25: Connection timed out"
            + " | host_unreachable_or_timeout | not said to be wrong",
      })
  void aProvidersOwnWordingWins(String provider, String reply, String cause, String meaning) {
    Finding finding = Reading.one(reply.strip());
    assertNotNull(finding.provider());
    assertEquals(provider, finding.provider().id());
    assertEquals(cause(cause), finding.cause());
    assertNotNull(finding.rule());
    String told = finding.rule().meaning().getOrDefault("en", "");
    assertEquals(meaning, told.contains(meaning) ? meaning : told);
  }

  private static Cause cause(String label) {
    return Cause.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
