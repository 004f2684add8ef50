package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts of every kind with addresses whose local parts nothing else is written with. */
public final class MarkedTexts {

  private static final String MARKER = "zqzebra";

  private static final List<String> ADDRESSES =
      List.of(
          "x" + MARKER + "@example.com",
          "\"x " + MARKER + " " + MARKER + "\"@example.com",
          "xß" + MARKER + "@пример.рф",
          "x" + MARKER + "%example.com@relay.example",
          "@a.example,@b.example:x" + MARKER + "@example.com",
          "bounces+" + MARKER + "=example.com@list.example",
          "SRS0=HHH=TT=example.com=" + MARKER + "@fwd.example",
          "prvs=1234567890=" + MARKER + "@example.com",
          "rfc822;x" + MARKER + "+40example.com",
          "x" + MARKER + "=40example.com",
          "mailto:x" + MARKER + "%40example.com",
          "x" + MARKER + "@[192.0.2.1]",
          "x" + MARKER.repeat(13) + "@example.com");

  /** A reply, a log line, several replies, a report, words to search for, words about nothing. */
  private static final List<String> FORMS =
      List.of(
          "550 5.1.1 <%s>: Recipient address rejected: User unknown in virtual mailbox table",
          "%s: 552 5.2.2 mailbox full",
          "postfix/smtp[1]: A1: to=<%s>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1,"
              + " status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <%1$s> unknown)",
          "550 5.1.1 <%s> unknown\n452 4.2.2 <%1$s> full\n554 5.7.1 <%1$s>: Relay access denied",
          "mailbox full %s",
          "%s",
          "550 %s",
          "5.7.1 or 5.7.26 for %s",
          "qwertzuiop %s",
          "5.7.%s",
          "Delivery to the following recipients failed: %s. The recipient's mailbox is full.",
          "Connect to %s: Connection timed out",
          "550-5.7.1 Message from %s was blocked\n550 5.7.1 see the page for %1$s");

  private MarkedTexts() {}

  /** Every form with every address, and each cut so that an address stands at its end. */
  public static List<String> all() {
    List<String> all = new ArrayList<>();
    for (String form : FORMS) {
      for (String address : ADDRESSES) {
        all.add(String.format(Locale.ROOT, form, address));
        all.add("550 5.1.1 " + "x ".repeat(136) + String.format(Locale.ROOT, form, address));
      }
    }
    return all;
  }

  /** A report about each address. */
  public static List<byte[]> messages() {
    return ADDRESSES.stream()
        .map(
            address ->
                String.format(
                        """
                        From: MAILER-DAEMON@example.net
                        Subject: Undelivered Mail
                        MIME-Version: 1.0
                        Content-Type: multipart/report; report-type=delivery-status; boundary=x

                        --x

                        The message to %s, which %<s sent, could not be delivered.

                        --x
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mail.example.net

                        Original-Recipient: rfc822;%<s
                        Final-Recipient: rfc822; %<s
                        Action: failed
                        Status: 5.1.1
                        Diagnostic-Code: smtp; 550 5.1.1 <%<s> User unknown

                        --x--
                        """,
                        address)
                    .getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /** Fails if a reader learns more of an address than the first character of its local part. */
  public static void assertHidden(String shown) {
    assertFalse(shown.contains("zebra"), shown);
  }
}
