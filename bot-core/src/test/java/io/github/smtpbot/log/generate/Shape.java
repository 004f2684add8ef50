package io.github.smtpbot.log.generate;

import static java.time.ZoneOffset.UTC;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** How a program writes what happens. */
public enum Shape {
  /** Postfix through a traditional syslog. */
  POSTFIX {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String id = "4F" + hex(a.message(), 8);
      if (a.result() == Result.REJECTED) {
        lines.accept(syslog(a, "postfix/smtpd[7]", "connect from unknown[198.51.100.7]"));
        lines.accept(
            syslog(
                a,
                "postfix/smtpd[7]",
                "NOQUEUE: reject: RCPT from unknown[198.51.100.7]: "
                    + a.reply()
                    + "; from=<"
                    + a.sender()
                    + "> to=<"
                    + a.recipient()
                    + "> proto=ESMTP helo=<pc>"));
        return delivery(a, "", MX);
      }
      if (a.first()) {
        lines.accept(syslog(a, "postfix/smtpd[7]", id + ": client=pc[198.51.100.8]"));
        lines.accept(syslog(a, "postfix/cleanup[8]", id + ": message-id=<" + id + "@example.org>"));
        lines.accept(
            syslog(
                a,
                "postfix/qmgr[9]",
                id + ": from=<" + a.sender() + ">, size=1234, nrcpt=1 (queue active)"));
      }
      String status = status(a.result(), "sent", "deferred", "bounced");
      String said =
          a.result() == Result.DELIVERED
              ? a.reply()
              : "host "
                  + a.host()
                  + "[192.0.2.1] said: "
                  + a.reply()
                  + " (in reply to RCPT TO command)";
      lines.accept(
          syslog(
              a,
              "postfix/smtp[10]",
              id
                  + ": to=<"
                  + a.recipient()
                  + ">, relay="
                  + a.host()
                  + "[192.0.2.1]:25, delay=0.5, delays=0.1/0/0.2/0.2, dsn="
                  + dsn(a)
                  + ", status="
                  + status
                  + " ("
                  + said
                  + ")"));
      if (a.result() != Result.DEFERRED) {
        lines.accept(syslog(a, "postfix/qmgr[9]", id + ": removed"));
      }
      Delivery told = delivery(a, MX + '/' + id, a.host());
      return a.result() == Result.DELIVERED
          ? told
          : withReply(told, a.reply() + " (in reply to RCPT TO command)");
    }
  },
  /** Exim's main log. */
  EXIM {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String id = "1tAbCd-" + hex(a.message(), 11) + "-AbCd";
      if (a.result() == Result.REJECTED) {
        lines.accept(
            date(a)
                + " H=(pc) [198.51.100.7] F=<"
                + a.sender()
                + "> rejected RCPT <"
                + a.recipient()
                + ">: "
                + a.reply());
        return delivery(a, "", "");
      }
      if (a.first()) {
        lines.accept(
            date(a)
                + ' '
                + id
                + " <= "
                + a.sender()
                + " H=pc [198.51.100.8] P=esmtps S=1234 id=x@example.org");
      }
      String to = a.recipient() + " R=dnslookup T=remote_smtp";
      String host = " H=" + a.host() + " [192.0.2.1]";
      String error =
          ": SMTP error from remote mail server after RCPT TO:<"
              + a.recipient()
              + ">: "
              + a.reply();
      lines.accept(
          date(a)
              + ' '
              + id
              + switch (a.result()) {
                case DELIVERED -> " => " + to + host + " C=\"" + a.reply() + '"';
                case DEFERRED -> " == " + to + " defer (-44)" + host + error;
                default -> " ** " + to + host + error;
              });
      if (a.result() != Result.DEFERRED) {
        lines.accept(date(a) + ' ' + id + " Completed");
      }
      return delivery(a, '/' + id, a.host());
    }
  },
  /** Sendmail through syslog. */
  SENDMAIL {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String id = "5AKA" + hex(a.message(), 10);
      if (a.result() == Result.REJECTED) {
        lines.accept(
            syslog(
                a,
                "sm-mta[7]",
                id
                    + ": ruleset=check_rcpt, arg1=<"
                    + a.recipient()
                    + ">, relay=pc.example.org [198.51.100.7], reject="
                    + a.reply()));
        Delivery told = delivery(a, MX + '/' + id, MX);
        return a.first() ? withSender(told, "") : told;
      }
      if (a.first()) {
        lines.accept(
            syslog(
                a,
                "sm-mta[7]",
                id
                    + ": from=<"
                    + a.sender()
                    + ">, size=1234, class=0, nrcpts=1, msgid=<x@y>,"
                    + " proto=ESMTP, daemon=MTA, relay=pc [198.51.100.8]"));
      }
      String stat =
          switch (a.result()) {
            case DELIVERED -> "Sent (" + a.reply() + ")";
            case DEFERRED -> "Deferred: " + a.reply();
            default -> "Service unavailable";
          };
      lines.accept(
          syslog(
              a,
              "sm-mta[8]",
              id
                  + ": to=<"
                  + a.recipient()
                  + ">, delay=00:00:01, xdelay=00:00:01, mailer=esmtp,"
                  + " pri=30000, relay="
                  + a.host()
                  + ". [192.0.2.1], dsn="
                  + dsn(a)
                  + ", stat="
                  + stat));
      Delivery told = delivery(a, MX + '/' + id, a.host());
      return withReply(
          told, a.result() == Result.DELIVERED ? stat : "dsn=" + dsn(a) + ", stat=" + stat);
    }
  },
  /** qmail-send through multilog. */
  QMAIL {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String label =
          '@' + Long.toHexString((1L << 62) + 10 + a.time().getEpochSecond()) + "00000000 ";
      int number = a.message() % 97;
      if (a.first()) {
        lines.accept(label + "new msg " + number);
        lines.accept(
            label
                + "info msg "
                + number
                + ": bytes 567 from <"
                + a.sender()
                + "> qp "
                + a.message()
                + " uid 500");
      }
      int delivery = a.message() % 13;
      lines.accept(
          label
              + "starting delivery "
              + delivery
              + ": msg "
              + number
              + " to remote "
              + a.recipient());
      lines.accept(label + "status: local 0/10 remote 1/20");
      String said = "Remote_host_said:_" + a.reply().replace(' ', '_');
      lines.accept(
          label
              + "delivery "
              + delivery
              + ": "
              + switch (a.result()) {
                case DELIVERED -> "success: 192.0.2.1_accepted_message./" + said + '/';
                case DEFERRED ->
                    "deferral: 192.0.2.1_does_not_like_recipient./"
                        + said
                        + "/Giving_up_on_192.0.2.1./";
                default ->
                    "failure: 192.0.2.1_does_not_like_recipient./"
                        + said
                        + "/Giving_up_on_192.0.2.1./";
              });
      if (a.result() != Result.DEFERRED) {
        lines.accept(label + "end msg " + number);
      }
      return delivery(a, "/" + number + '-' + a.message(), "[192.0.2.1]");
    }
  },
  /** OpenSMTPD through syslog. */
  OPENSMTPD {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String session = hex(a.message(), 16);
      String id = hex(a.message(), 8);
      if (a.result() == Result.REJECTED) {
        lines.accept(
            syslog(
                a,
                "smtpd[7]",
                session
                    + " smtp failed-command command=\"RCPT TO:<"
                    + a.recipient()
                    + "> \" result=\""
                    + a.reply()
                    + '"'));
        return withSender(delivery(a, "", MX), "");
      }
      lines.accept(
          syslog(
              a,
              "smtpd[7]",
              session
                  + " mta delivery evpid="
                  + id
                  + "2d41ab01 from=<"
                  + a.sender()
                  + "> to=<"
                  + a.recipient()
                  + "> rcpt=<-> source=\"198.51.100.1\" relay=\"192.0.2.1 ("
                  + a.host()
                  + ")\" delay=1s result=\""
                  + status(a.result(), "Ok", "TempFail", "PermFail")
                  + "\" stat=\""
                  + a.reply()
                  + '"'));
      return delivery(a, MX + '/' + id, a.host());
    }
  },
  /** Haraka's own log. */
  HARAKA {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String id = "930E3B02-4254-4499-8294-" + hex(a.message(), 12).toUpperCase(Locale.ROOT) + ".1";
      String notice = ISO.format(a.time().atZone(UTC)) + "Z [NOTICE] [";
      if (a.result() == Result.REJECTED) {
        lines.accept(
            notice
                + id
                + "] [core] recipient <"
                + a.recipient()
                + "> code=DENY msg=\""
                + a.reply()
                + "\" sender="
                + a.sender());
        return delivery(a, '/' + id, "");
      }
      if (a.first()) {
        lines.accept(
            notice
                + id
                + "] [core] recipient <"
                + a.recipient()
                + "> code=OK msg=\"\" sender="
                + a.sender());
      }
      String said = notice + id + ".1] [outbound] ";
      String domain = a.recipient().substring(a.recipient().indexOf('@') + 1);
      lines.accept(
          switch (a.result()) {
            case DELIVERED ->
                said
                    + " delivered file=1763_1763_0_7_x domain="
                    + domain
                    + " host="
                    + a.host()
                    + " ip=192.0.2.1 port=25 mode=SMTP tls=Y auth=N response=\""
                    + a.reply()
                    + "\" delay=0.048 fails=0 rcpts=1/0/0";
            case DEFERRED ->
                said + "Temp failing 1763_1763_0_7_x for 64 seconds: Upstream error: " + a.reply();
            default -> said + "recipient <" + a.recipient() + "> rejected: " + a.reply();
          });
      if (a.result() == Result.BOUNCED) {
        lines.accept(said + "bouncing mail: Some recipients failed: <" + a.recipient() + '>');
      }
      return delivery(a, '/' + id + ".1", a.result() == Result.DELIVERED ? a.host() : "");
    }
  },
  /** Stalwart's own log. */
  STALWART {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String info = ISO.format(a.time().atZone(UTC)) + "Z INFO ";
      String span =
          "queueId = "
              + (219_000_000_000_000_000L + a.message())
              + ", queueName = \"remote\","
              + " from = \""
              + a.sender()
              + "\", to = [\""
              + a.recipient()
              + "\"], size = 1234, total = 1";
      String code = a.reply().substring(0, 3);
      String about =
          ", to = \""
              + a.recipient()
              + "\", hostname = \""
              + a.host()
              + "\", code = "
              + code
              + ", details = \""
              + a.reply().substring(4)
              + '"';
      lines.accept(info + "Delivery attempt started (delivery.attempt-start) " + span);
      switch (a.result()) {
        case DELIVERED -> {
          lines.accept(info + "Message delivered (delivery.delivered) " + span + about);
          lines.accept(info + "DSN success notification (delivery.dsn-success) " + span + about);
        }
        case DEFERRED -> {
          lines.accept(info + "SMTP RCPT TO rejected (delivery.rcpt-to-rejected) " + span + about);
          lines.accept(
              info
                  + "Message rescheduled for delivery (queue.rescheduled) "
                  + span
                  + ", nextRetry = 2026-11-20T11:00:00Z");
        }
        default -> {
          lines.accept(info + "SMTP RCPT TO rejected (delivery.rcpt-to-rejected) " + span + about);
          lines.accept(
              info
                  + "DSN permanent failure notification (delivery.dsn-perm-fail) "
                  + span
                  + ", to = \""
                  + a.recipient()
                  + "\", hostname = \""
                  + a.host()
                  + "\", details = \"Unexpected response for RCPT TO:<"
                  + a.recipient()
                  + ">: Code: "
                  + code
                  + ", Enhanced code: "
                  + a.reply().substring(4, 9)
                  + ", Message: "
                  + a.reply().substring(10)
                  + "\", total = 0");
        }
      }
      return delivery(a, "/" + (219_000_000_000_000_000L + a.message()), a.host());
    }
  },
  /** Dovecot's LMTP through syslog. */
  DOVECOT {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String id = "<" + a.message() + "@example.org>";
      String words =
          switch (a.result()) {
            case DELIVERED -> "saved mail to INBOX";
            case DEFERRED -> "save failed to INBOX: Quota exceeded (mailbox for user is full)";
            default -> "rejected: Quota exceeded (mailbox for user is full)";
          };
      String text = "lmtp(" + a.recipient() + ")<12><aB3dEfGh>: msgid=" + id + ": " + words;
      lines.accept(syslog(a, "dovecot", text));
      String reply = a.result() == Result.DELIVERED ? words : "dovecot: " + text;
      return withSender(withReply(delivery(a, id, Delivery.HERE), reply), "");
    }
  },
  /** Bounces in a mailbox. */
  BOUNCES {
    @Override
    public Delivery write(LoggedAttempt a, Consumer<String> lines) {
      String id = "<" + a.message() + "@example.org>";
      String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(a.time().atZone(UTC));
      String text =
          """
          From MAILER-DAEMON Fri Nov 20 10:00:00 2026
          Date: %s
          From: MAILER-DAEMON@mx1.example.org (Mail Delivery System)
          To: %s
          Subject: Undelivered Mail Returned to Sender
          Content-Type: multipart/report; report-type=delivery-status; boundary="b"

          --b
          Content-Type: text/plain

          I'm sorry to have to inform you.
          From here on it is not a new message.

          --b
          Content-Type: message/delivery-status

          Reporting-MTA: dns; mx1.example.org

          Final-Recipient: rfc822; %s
          Action: %s
          Status: %s
          Remote-MTA: dns; %s
          Diagnostic-Code: smtp; %s

          --b
          Content-Type: text/rfc822-headers

          Message-ID: %s
          --b--
          """
              .formatted(
                  date,
                  a.sender(),
                  a.recipient(),
                  status(a.result(), "delivered", "delayed", "failed"),
                  dsn(a),
                  a.host(),
                  a.reply(),
                  id);
      text.lines().forEach(lines);
      lines.accept("");
      return delivery(a, id, a.host());
    }
  };

  private static final String MX = "mx1";

  private static final DateTimeFormatter BSD =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ENGLISH);

  /**
   * Writes the lines of one attempt.
   *
   * @return what a reader has to find in them
   */
  public abstract Delivery write(LoggedAttempt a, Consumer<String> lines);

  private static String syslog(LoggedAttempt a, String program, String text) {
    return BSD.format(a.time().atZone(UTC)) + ' ' + MX + ' ' + program + ": " + text;
  }

  private static String date(LoggedAttempt a) {
    return ISO.format(a.time().atZone(UTC)).replace('T', ' ');
  }

  private static String hex(int number, int digits) {
    String hex = Integer.toHexString(number);
    return "0".repeat(digits - hex.length()) + hex;
  }

  private static String dsn(LoggedAttempt a) {
    return a.reply().substring(4, 9).strip();
  }

  private static String status(Result result, String ok, String later, String never) {
    return result == Result.DELIVERED ? ok : result == Result.DEFERRED ? later : never;
  }

  private static Delivery delivery(LoggedAttempt a, String message, String host) {
    Instant time = a.time();
    return new Delivery(time, message, a.sender(), a.recipient(), host, a.result(), a.reply());
  }

  private static Delivery withReply(Delivery d, String reply) {
    return new Delivery(
        d.time(), d.message(), d.sender(), d.recipient(), d.host(), d.result(), reply);
  }

  private static Delivery withSender(Delivery d, String sender) {
    return new Delivery(
        d.time(), d.message(), sender, d.recipient(), d.host(), d.result(), d.reply());
  }
}
