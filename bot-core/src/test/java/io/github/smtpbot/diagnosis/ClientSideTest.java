package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What libraries, clients and servers say without a number, and what a number says that is rare.
 */
class ClientSideTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level=error ts=2024-05-02T06:48:12Z msg=\"notify failed\" err=\"*smtp.plainAuth failed:"
            + " wrong host name\" | AUTH_FAILED",
        "ERROR Error sending email: Login Fail. Please enter your authorization code to login |"
            + " AUTH_FAILED",
        "Error: SMTP Mailer: Error sending Email to: <x@example.com> ! libcurl: (67) Login denied |"
            + " AUTH_FAILED",
        "t=2024-02-15T11:19:11 lvl=eror msg=\"Failed to send alert notification email\""
            + " error=\"x509: failed to load system roots\" | TLS_REQUIRED_OR_FAILED",
        "{error,{tls_alert,\"handshake failure\"}} sending via smtp.example.com port 465 |"
            + " TLS_REQUIRED_OR_FAILED",
        "{error,{tls_alert,\"bad record mac\"}} smtp.example.com port 587 |"
            + " TLS_REQUIRED_OR_FAILED",
        "msmtp: the server sent an empty reply | HOST_UNREACHABLE_OR_TIMEOUT",
        "curl: (52) smtp: Empty reply from server | HOST_UNREACHABLE_OR_TIMEOUT",
        "Mail_Exception with message 'Message rejected: Email address is not verified.' |"
            + " SENDER_REJECTED",
        "MailKit.Net.Smtp.SmtpProtocolException: The SMTP server has unexpectedly disconnected. |"
            + " HOST_UNREACHABLE_OR_TIMEOUT",
        "smtplib: [WinError 10061] No connection could be made because the target machine actively"
            + " refused it | HOST_UNREACHABLE_OR_TIMEOUT",
        "Unable to connect to ssl://smtp.example.com:465 (A connection attempt failed because the"
            + " connected party did not properly respond after a period of time) |"
            + " HOST_UNREACHABLE_OR_TIMEOUT",
        "msmtp: TLS certificate verification: the certificate hasn't got a known issuer |"
            + " TLS_REQUIRED_OR_FAILED",
        "Error sending mail: Host: mx.example.com. is not in the cert's altnames: DNS:example.org |"
            + " TLS_REQUIRED_OR_FAILED",
        "msmtp: cannot locate host smtp.example.com: Name or service | DOMAIN_NOT_FOUND",
        "The user jdoe@example.com has exceeded its 24-hour sending limit. | RATE_LIMITED",
      })
  void aFailureWithoutAReplyHasACause(String text, Cause cause) {
    assertEquals(cause, Reading.one(text).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "501 mail from address must be same as authorization user | 501 | SENDER_REJECTED",
        "553 Mail from must be same as the authorized user | 553 | SENDER_REJECTED",
        "550 esmtp: protocol deviation | 550 | SYNTAX_OR_PROTOCOL_ERROR",
        "554 5.7.1 No valid DKIM signature found | 554 5.7.1 | SPF_DKIM_DMARC_FAILURE",
        "550 5.7.20 Message without a valid DKIM signature refused | 550 5.7.20 |"
            + " SPF_DKIM_DMARC_FAILURE",
        "550.5.7.1 Message rejected as spam by content filtering | 550 5.7.1 | SPAM_CONTENT",
        "452.4.2.2 The mailbox is over quota | 452 4.2.2 | MAILBOX_FULL",
        "556 The number of RCPTs is over size | 556 | TOO_MANY_RECIPIENTS",
        "550 5.7.1 <DATA>: Data command rejected: limit of 30 rcpts per hour reached | 550 5.7.1 |"
            + " RATE_LIMITED",
        "Mail delivery failed: 559 Invalid rcptto | 559 | USER_UNKNOWN",
        "退信内容：559 Invalid rcptto | 559 | USER_UNKNOWN",
        "退信：526 No data by dns resolve | 526 | DOMAIN_NOT_FOUND",
        "4.4.316 Connection refused [Message=Socket error code 10061] | 4.4.316 |"
            + " HOST_UNREACHABLE_OR_TIMEOUT",
        "5.4.310 DNS domain example.com does not exist [Message=InfoDomainNonexistent] | 5.4.310 |"
            + " DOMAIN_NOT_FOUND",
        "ERROR: Invalid response code received from server (535) | 535 | AUTH_FAILED",
        "send failed with permanent error (535): bad credentials | 535 | AUTH_FAILED",
      })
  void aRareCodeOrWordingIsRead(String text, String codes, Cause cause) {
    Finding finding = Reading.one(text);
    assertEquals(codes, finding.codes());
    assertEquals(cause, finding.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dkim: message has a valid DKIM signature",
        "found valid DKIM signature by a.example"
      })
  void aGoodSignatureIsNoFailure(String text) {
    assertEquals(0, Reading.DIAGNOSER.read("smtp: " + text).findings().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jun 22 10:27:40 host1 postfix/smtp[289]: warning: TLS policy lookup for"
            + " example.com/gmail-smtp-in.l.google.com: client TLS configuration problem | postfix",
        "<a@example.com> : 550 CoremailSys:Your message was blocked by NetEase AntiSpam+ | netease",
      })
  void whoSpokeIsNamed(String text, String provider) {
    Provider found = Reading.one(text).provider();
    assertEquals(provider, found == null ? null : found.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your message did not reach some or all of the intended recipients.\n\n"
            + "The following recipient(s) could not be reached:\n\n"
            + " joe@example.com Error Type: SMTP Connection to recipients server failed."
            + " Error: Could not connect to 192.0.2.7 on port 25 since this would mean connecting"
            + " to myself.\n\nTried 5 time(s)",
        "joe@mail.ru Error Type: SMTP\nCould not connect to 192.0.2.7 on port 25 since this would"
            + " mean connecting to myself.",
      })
  void nobodyIsNamedWhereNobodyAnswered(String text) {
    Finding finding = Reading.one(text);
    assertEquals(Cause.MAIL_LOOP, finding.cause());
    assertNull(finding.provider());
  }
}
