package io.github.smtpbot.privacy;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;

/** Texts with addresses in all their forms, of which a reader may see the first character. */
public final class PrivatePastes {

  private static final List<String> ADDRESSES =
      List.of(
          "zorro.qvist@example.com",
          "\"zorro qvist\"@example.com",
          "жзцщ@пример.рф",
          "verp77+zorro=qvist.example@list.example",
          "zorro%40example.com",
          "zorro+40example.com");

  /** What stands behind the first characters of those local parts. */
  private static final List<String> TAILS = List.of("orro", "vist", "зцщ", "erp77");

  private PrivatePastes() {}

  /** For each address a log line, a reply, several replies, a bounce, and words with a code. */
  public static Stream<String> all() {
    return ADDRESSES.stream()
        .flatMap(
            address ->
                Stream.of(
                        "postfix/smtp[1]: A1: to=<%s>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1,"
                            + " status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <%s>:"
                            + " Recipient address rejected: User unknown (in reply to RCPT TO command))",
                        "550 5.1.1 <%s>: no such user %s",
                        "<%s>: host mx.example.com said: 550 5.1.1 User unknown\n\n"
                            + "<%s>: host mx.example.com said: 552 5.2.2 Mailbox full",
                        bounce(),
                        "mailbox full %s",
                        "hello %s, where are you?",
                        "550 %s")
                    .map(text -> text.replace("%s", address)));
  }

  private static String bounce() {
    return """
    From: MAILER-DAEMON@example.net
    To: %s
    Subject: Undelivered Mail
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=x

    --x

    The letter to %s did not arrive: there is no such user here.

    --x
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.example.net

    Final-Recipient: rfc822; %s
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <%s>: User unknown

    --x--
    """;
  }

  /** Of no address more than the first character is in what was sent. */
  public static void assertMasked(Object sent) {
    for (String tail : TAILS) {
      assertFalse(sent.toString().contains(tail), () -> tail + " in " + sent);
    }
  }
}
