package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostfixTest {

  private static final String HEAD = "2026-11-20T10:00:01.123456+00:00 mx1 ";

  @Test
  void aReplyOfAServerIsTakenOutOfWhatPostfixSaysAboutIt() {
    Delivery delivery =
        Read.lines(
                HEAD + "postfix/qmgr[7]: 4F1B2C3D4E: from=<shop@example.org>, size=9, nrcpt=1",
                HEAD
                    + "postfix/smtp[9]: 4F1B2C3D4E: to=<anna@example.com>, orig_to=<a>,"
                    + " relay=mx.example.com[192.0.2.1]:25, conn_use=2, delay=1.2,"
                    + " delays=0.1/0/0.4/0.7, dsn=4.2.0, status=deferred (host"
                    + " mx.example.com[192.0.2.1] said: 450 4.2.0 <anna@example.com>: Recipient"
                    + " address rejected: Greylisted (in reply to RCPT TO command))")
            .only();

    assertEquals(
        new Delivery(
            Instant.parse("2026-11-20T10:00:01.123456Z"),
            "mx1/4F1B2C3D4E",
            "shop@example.org",
            "anna@example.com",
            "mx.example.com",
            Result.DEFERRED,
            "450 4.2.0 <anna@example.com>: Recipient address rejected: Greylisted (in reply to"
                + " RCPT TO command)"),
        delivery);
  }

  @Test
  void postfixsOwnWordsKeepTheirCodes() {
    Delivery delivery =
        Read.lines(
                HEAD
                    + "postfix/smtp[9]: 4gXyZ0123ABcd: to=<anna@example.com>, relay=none,"
                    + " delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to"
                    + " mx.example.com[192.0.2.1]:25: Connection timed out)")
            .only();

    assertEquals(
        "dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed"
            + " out)",
        delivery.reply());
    assertEquals("mx.example.com", delivery.host());
    assertEquals("mx1/4gXyZ0123ABcd", delivery.message());
  }

  @Test
  void whatAProgramOnTheServerWasToTakeHasItsHost() {
    Read read =
        Read.lines(
            of("local", "local", "2.0.0", "sent (delivered to mailbox)"),
            of("pipe", "dovecot", "4.3.0", "deferred (temporary failure)"),
            of("lmtp", "mx1.example.com[private/dovecot-lmtp]", "2.0.0", "sent (250 2.0.0 Saved)"),
            of(
                "lmtp",
                "none",
                "4.4.1",
                "deferred (connect to mx1.example.com[private/dovecot-lmtp]: No such file or directory)"),
            of("smtp", "127.0.0.1[127.0.0.1]:10024", "2.0.0", "sent (250 2.0.0 Ok)"),
            of(
                "error",
                "none",
                "4.4.1",
                "deferred (delivery temporarily suspended: connect to 127.0.0.1[127.0.0.1]:10024: Connection refused)"),
            of("error", "none", "4.3.0", "deferred (mail transport unavailable)"));
    assertEquals(7, read.deliveries().size());
    read.deliveries().forEach(delivery -> assertEquals(Delivery.HERE, delivery.host()));
  }

  private static String of(String daemon, String relay, String dsn, String status) {
    return HEAD
        + "postfix/"
        + daemon
        + "[9]: 4gXyZ0123ABcd: to=<anna@example.com>, relay="
        + relay
        + ", delay=30, delays=0.1/0/30/0, dsn="
        + dsn
        + ", status="
        + status;
  }

  @Test
  void aMessageThatExpiresBouncesForThoseWhoWaitedForIt() {
    Read read =
        Read.lines(
            HEAD + "postfix/qmgr[7]: 4F1B2C3D4E: from=<shop@example.org>, size=9, nrcpt=2",
            deferred("anna@example.com"),
            deferred("ben@example.com"),
            HEAD
                + "postfix/smtp[9]: 4F1B2C3D4E: to=<anna@example.com>, relay=none, delay=30,"
                + " dsn=2.0.0, status=sent (250 OK)",
            HEAD
                + "postfix/qmgr[7]: 4F1B2C3D4E: from=<shop@example.org>, status=expired, returned"
                + " to sender");

    Delivery last = read.deliveries().get(3);
    assertEquals(4, read.deliveries().size());
    assertEquals(Result.BOUNCED, last.result());
    assertEquals("ben@example.com", last.recipient());
    assertEquals("status=expired, returned to sender", last.reply());
  }

  private static String deferred(String to) {
    return HEAD
        + "postfix/smtp[9]: 4F1B2C3D4E: to=<"
        + to
        + ">, relay=none, delay=30, dsn=4.4.1, status=deferred (connect to"
        + " mx.example.com[192.0.2.1]:25: Connection refused)";
  }

  @Test
  void whatSmtpdRefusesIsRejected() {
    Delivery delivery =
        Read.lines(
                HEAD
                    + "postfix/smtpd[8]: NOQUEUE: reject: RCPT from unknown[198.51.100.7]: 554"
                    + " 5.7.1 <anna@example.net>: Relay access denied; from=<x@example.org>"
                    + " to=<anna@example.net> proto=ESMTP helo=<pc>")
            .only();

    assertEquals(Result.REJECTED, delivery.result());
    assertEquals("554 5.7.1 <anna@example.net>: Relay access denied", delivery.reply());
    assertEquals("x@example.org", delivery.sender());
    assertEquals("anna@example.net", delivery.recipient());
    assertEquals("", delivery.message());
  }

  @Test
  void whatPostscreenRefusesIsRejected() {
    Delivery delivery =
        Read.lines(
                HEAD
                    + "postfix/postscreen[8]: NOQUEUE: reject: RCPT from [198.51.100.7]:4711: 550"
                    + " 5.7.1 Service unavailable; client [198.51.100.7] blocked using"
                    + " zen.example.org; from=<x@example.org>, to=<anna@example.net>,"
                    + " proto=ESMTP, helo=<pc>")
            .only();

    assertEquals(
        "550 5.7.1 Service unavailable; client [198.51.100.7] blocked using zen.example.org",
        delivery.reply());
    assertEquals("anna@example.net", delivery.recipient());
  }

  @Test
  void whatAMilterRefusesIsRejected() {
    Delivery delivery =
        Read.lines(
                HEAD
                    + "postfix/cleanup[8]: 4F1B2C3D4E: milter-reject: END-OF-MESSAGE from"
                    + " pc.example.org[198.51.100.7]: 5.7.1 Spam message rejected;"
                    + " from=<x@example.org> to=<anna@example.net> proto=ESMTP helo=<pc>")
            .only();

    assertEquals("5.7.1 Spam message rejected", delivery.reply());
    assertEquals("mx1/4F1B2C3D4E", delivery.message());
  }

  @Test
  void whatAHeaderCheckRefusesIsRejected() {
    Delivery delivery =
        Read.lines(
                HEAD
                    + "postfix/cleanup[8]: 4F1B2C3D4E: reject: header Subject: win: now from"
                    + " pc.example.org[198.51.100.7]; from=<x@example.org> to=<anna@example.net>"
                    + " proto=ESMTP helo=<pc>: 5.7.1 No prizes here")
            .only();

    assertEquals("5.7.1 No prizes here", delivery.reply());
    assertEquals("x@example.org", delivery.sender());
  }

  @Test
  void linesThatTellOfNoDeliveryAreKnownAndOthersAreNot() {
    Read read =
        Read.lines(
            HEAD + "postfix/smtpd[8]: connect from unknown[198.51.100.7]",
            HEAD + "postfix/smtpd[8]: NOQUEUE: reject_warning: RCPT from x[192.0.2.1]: 550 5.1.1 x",
            HEAD
                + "postfix/smtp[8]: 4F1B2C3D4E: host mx.example.com[192.0.2.1] said: 450 4.2.0"
                + " Later (in reply to RCPT TO command)",
            HEAD + "mail-out/anvil[8]: statistics: max connection rate 1/60s",
            HEAD + "sshd[8]: Accepted publickey",
            "No log at all");

    assertTrue(read.deliveries().isEmpty());
    assertEquals(Map.of(LogFormat.POSTFIX, 4L), read.count().formats());
    assertEquals(2, read.count().unknownLines());
    assertEquals(6, read.count().lines());
  }

  @Test
  void aLineWithoutAYearIsNotInTheFuture() {
    Read read =
        Read.lines(
            "Feb  3 10:00:01 mx1 postfix/smtp[9]: 4F1B2C3D4E: to=<a@example.com>, relay=none,"
                + " delay=1, dsn=2.0.0, status=sent (250 OK)");

    Instant time = read.only().time();
    assertTrue(time != null && time.isBefore(Instant.now()));
    assertTrue(time != null && time.isAfter(Instant.now().minusSeconds(367 * 86_400L)));
    assertEquals(List.of(), read.count().problems());
  }
}
