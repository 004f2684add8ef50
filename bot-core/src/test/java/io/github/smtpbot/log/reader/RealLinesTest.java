package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as people showed them in public, their names and addresses replaced. */
class RealLinesTest {

  private static void says(
      Delivery delivery, Result result, String recipient, String host, String reply) {
    assertEquals(
        List.of(result, recipient, host, reply),
        List.of(delivery.result(), delivery.recipient(), delivery.host(), delivery.reply()));
  }

  @Test
  void eximNamesTheHostAfterTheCommandUntilItWasMovedToTheFront() {
    says(
        Read.lines(
                "2012-02-13 14:39:22 1RookS-000Pg8-VO == anna@example.com R=dnslookup"
                    + " T=remote_smtp defer (-44): SMTP error from remote mail server after RCPT"
                    + " TO:<anna@example.com>: host mx0.example.com [192.0.2.90]: 450 4.3.2 Too"
                    + " many mails (mail bomb), try again in 1 hour(s)")
            .only(),
        Result.DEFERRED,
        "anna@example.com",
        "mx0.example.com",
        "450 4.3.2 Too many mails (mail bomb), try again in 1 hour(s)");
  }

  @Test
  void eximsProcessNumberAndItsNewMessageIds() {
    says(
        Read.lines(
                "2024-06-03 11:03:18.123 +0000 [13879] 1sEGwj-000000003bo-6Wab ** anna@example.com"
                    + " R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.211]"
                    + " X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail"
                    + " server after pipelined end of data: 550-5.7.26 Unauthenticated email")
            .only(),
        Result.BOUNCED,
        "anna@example.com",
        "mx.example.com",
        "550-5.7.26 Unauthenticated email");
  }

  @Test
  void eximsOwnWordsAndRecipientsWithALocalPartOnly() {
    Read read =
        Read.lines(
            "2024-06-03 11:03:18 1b8lwj-0003bo-6W ** nobody@example.invalid: Unrouteable address",
            "2024-06-03 11:03:18 1b8lwj-0003bo-6W => anna <anna@example.com> R=localuser"
                + " T=maildir_home",
            "2024-06-03 11:03:18 1b8lwj-0003bo-6W == ben@example.com R=dnslookup T=remote_smtp"
                + " defer (-53): retry time not reached for any host for 'example.com'",
            "2024-06-03 11:03:18 H=(pc) [198.51.100.7] F=<x@example.org> temporarily rejected RCPT"
                + " <anna@example.com>: greylisted");

    assertEquals(3, read.deliveries().size());
    says(
        read.deliveries().get(0),
        Result.BOUNCED,
        "nobody@example.invalid",
        "",
        "** nobody@example.invalid: Unrouteable address");
    says(read.deliveries().get(1), Result.DELIVERED, "anna@example.com", Delivery.HERE, "");
    says(
        read.deliveries().get(2),
        Result.REJECTED,
        "anna@example.com",
        "",
        "temporarily rejected RCPT <anna@example.com>: greylisted");
    assertEquals("x@example.org", read.deliveries().get(2).sender());
  }

  @Test
  void sendmailNamesSeveralRecipientsInOneLine() {
    Read read =
        Read.lines(
            "Apr  2 00:15:26 mta1 sendmail[32302]: u31FFPtp032300: to=<a@example.com>,"
                + "<b@example.com>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=245938,"
                + " relay=mx.example.com. [192.0.2.34], dsn=5.1.1, stat=User unknown");

    assertEquals(2, read.deliveries().size());
    says(
        read.deliveries().get(1),
        Result.BOUNCED,
        "b@example.com",
        "mx.example.com",
        "dsn=5.1.1, stat=User unknown");
  }

  @Test
  void splogger() {
    Read read =
        Read.lines(
            "May 29 09:49:53 mx1 qmail: 1054194593.322869 info msg 161214: bytes 869 from"
                + " <ben@example.org> qp 24150 uid 1000",
            "May 29 09:49:53 mx1 qmail: 1054194593.322921 starting delivery 183: msg 161214 to"
                + " remote anna@example.com",
            "May 29 09:49:56 mx1 qmail: 1054194596.057500 delivery 183: failure:"
                + " 192.0.2.30_does_not_like_recipient./Remote_host_said:_550_Unknown_local_part"
                + "/Giving_up_on_192.0.2.30./");

    says(read.only(), Result.BOUNCED, "anna@example.com", "[192.0.2.30]", "550 Unknown local part");
    assertEquals("ben@example.org", read.only().sender());
    assertEquals("mx1/161214-24150", read.only().message());
  }

  @Test
  void openSmtpdOfOldAndOfNow() {
    Read read =
        Read.lines(
            "Apr 25 12:48:01 lx2 smtpd[4603]: relay: TempFail for 66251a4092099e2d:"
                + " session=a6ee64ec089bf84f, from=<ben@example.org>, to=<anna@example.com>,"
                + " rcpt=<->, source=198.51.100.1, relay=192.0.2.114 (mx1.example.com), delay=12s,"
                + " stat=451 Temporary failure, please try again later.",
            "4b3a6c195c1f6010 mta delivery evpid=8f26ea98359eccea from=<ben@example.org>"
                + " to=<anna@example.net> rcpt=<-> source=\"198.51.100.1\" relay=\"192.0.2.32"
                + " (smtp.example.net)\" delay=0s result=\"TempFail\" stat=\"421 Service not"
                + " available\"",
            "Mar 08 20:48:47 web smtpd[881]: 2cd79d8bacbe2c12 mda delivery evpid=78e5c402920bcc4f"
                + " from=<ben@example.org> to=<anna@example.com> rcpt=<anna@example.com>"
                + " user=anna delay=1s result=Ok stat=Delivered");

    says(
        read.deliveries().get(0),
        Result.DEFERRED,
        "anna@example.com",
        "mx1.example.com",
        "451 Temporary failure, please try again later.");
    says(
        read.deliveries().get(1),
        Result.DEFERRED,
        "anna@example.net",
        "smtp.example.net",
        "421 Service not available");
    says(
        read.deliveries().get(2), Result.DELIVERED, "anna@example.com", Delivery.HERE, "Delivered");
    assertEquals(3, read.deliveries().size());
  }

  @Test
  void harakaThroughSyslog() {
    says(
        Read.lines(
                "Feb 17 21:53:28 mx1 haraka[48106]: [NOTICE]"
                    + " [930E3B02-4254-4499-8294-70044A00835D.1.1] [outbound] recipient"
                    + " <anna@example.com> rejected: 550 5.7.1 Service unavailable; Client host"
                    + " blocked")
            .only(),
        Result.BOUNCED,
        "anna@example.com",
        "",
        "550 5.7.1 Service unavailable; Client host blocked");
  }

  @Test
  void harakaTellsOfSomeRecipientsOnce() {
    String head = "[NOTICE] [930E3B02-4254-4499-8294-70044A00835D.1.1] [outbound] ";
    Read read =
        Read.lines(
            head + "recipient <anna@example.com> rejected: 550 5.1.1 unknown",
            head + "bouncing mail: Some recipients failed: <anna@example.com>, ben@example.com");

    assertEquals(2, read.deliveries().size());
    says(read.deliveries().get(0), Result.BOUNCED, "anna@example.com", "", "550 5.1.1 unknown");
    says(read.deliveries().get(1), Result.BOUNCED, "ben@example.com", "", "Some recipients failed");
  }

  @Test
  void stalwartWithoutAReplyKeepsItsOwnWords() {
    says(
        Read.lines(
                "2024-09-20T10:38:44Z INFO DSN permanent failure notification"
                    + " (delivery.dsn-perm-fail) queueId = 197417664021987369, from ="
                    + " \"ben@example.org\", to = [\"anna@example.com\"], size = 2238, total = 1,"
                    + " to = \"anna@example.com\", hostname = \"localhost\", code = 451, details ="
                    + " \"Address lookup failed.\", total = 64")
            .only(),
        Result.BOUNCED,
        "anna@example.com",
        "localhost",
        "451 Address lookup failed.");
  }

  @Test
  void dovecotOfOldThroughItsOwnProgram() {
    Read read =
        Read.lines(
            "Oct  1 07:49:20 u86 deliver(anna): msgid=<3@example.org>: save failed to INBOX: Quota"
                + " exceeded (mailbox for user is full)",
            "Mar 22 18:18:15 host dovecot: lmtp(22587, anna@example.com): 5GjrDafYTFE7WAAABf1gKA:"
                + " msgid=<D4@example.org>: saved mail to INBOX");

    says(
        read.deliveries().get(1),
        Result.DELIVERED,
        "anna@example.com",
        Delivery.HERE,
        "saved mail to INBOX");
  }

  @Test
  void aBounceWithoutAStatusTellsWhomItNames() {
    Read read =
        Read.text(
            """
            Return-path: <>
            Received: from mail by mx1.example.org with local
            X-Failed-Recipients: anna@example.com, ben@example.com
            Auto-Submitted: auto-replied
            From: Mail Delivery System <Mailer-Daemon@mx1.example.org>
            To: shop@example.org
            Subject: Mail delivery failed: returning message to sender
            Message-Id: <E1@mx1.example.org>
            Date: Fri, 20 Nov 2026 10:00:00 +0000

              anna@example.com
                host mx.example.com [192.0.2.1]
                SMTP error from remote mail server after RCPT TO:<anna@example.com>:
                550 No such user here
            """);

    assertEquals(2, read.deliveries().size());
    assertEquals("ben@example.com", read.deliveries().get(1).recipient());
    assertEquals(Result.BOUNCED, read.deliveries().get(0).result());
    assertEquals("shop@example.org", read.deliveries().get(0).sender());
  }

  @Test
  void ordinaryMailTellsOfNoDelivery() {
    Read read =
        Read.text(
            """
            Received: from mail by mx1.example.org with local
            From: Anna <anna@example.com>
            To: shop@example.org
            Subject: Hello

            550 5.1.1 is what I got.
            """);

    assertEquals(List.of(), read.deliveries());
    assertEquals(1, read.count().unknownLines());
  }
}
