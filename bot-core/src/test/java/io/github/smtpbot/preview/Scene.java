package io.github.smtpbot.preview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that a person asks or pastes, of which a picture is taken.
 *
 * @param id names its files
 * @param label tells a person what it is
 * @param text what is typed or pasted
 * @param pasted whether it is text of others
 * @param aim how high the answer shall be on a phone at most, in pixels; 0 if nothing is said
 */
public record Scene(String id, String label, String text, boolean pasted, int aim) {

  private static final String DMARC =
      """
      550-5.7.26 Unauthenticated email from example.com is not accepted due to
      550-5.7.26 domain's DMARC policy. Please contact the administrator of
      550 5.7.26 example.com domain if this was a legitimate mail. gsmtp
      """;

  private static final String BOUNCE =
      """
      This is the mail system at host mx1.example.org.

      I'm sorry to have to inform you that your message could not
      be delivered to one or more recipients.

      <bob@example.com>: host mx.example.com[192.0.2.1] said: 552 5.2.2
          <bob@example.com>: Mailbox full (in reply to RCPT TO command)
      """;

  private static final String SUCCESS =
      "Nov 26 03:11:00 mx1 postfix/smtp[99]: 4A1B2C: to=<bob@example.com>,"
          + " relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent"
          + " (250 2.0.0 Ok: queued as 9F8E7D)";

  /** With the aims of the issue. */
  private static final List<Scene> AIMED =
      List.of(
          new Scene("pair", "252 501", "252 501", false, 700),
          new Scene("code", "550", "550", false, 530),
          new Scene("dmarc", "a pasted Gmail DMARC reply", DMARC, true, 560),
          new Scene("log", "a Postfix log of 36 deliveries", log(), true, 720),
          new Scene("five", "five codes", "421 450 550 554 252", false, 900));

  private static final List<Scene> OTHERS =
      List.of(
          asked("temporary", "421"),
          asked("success", "250"),
          asked("enhanced", "5.7.1"),
          asked("reply", "550 5.7.1"),
          asked("contradiction", "550 4.7.1"),
          asked("confused", "450 vs 550"),
          asked("is-permanent", "is 421 permanent?"),
          asked("retry", "should I retry 452?"),
          asked("who", "who should fix 5.2.2?"),
          asked("fix", "how do I fix 535"),
          asked("why", "why am I getting 550"),
          asked("which-code", "which code for greylisting"),
          asked("provider-meaning", "gmail 421"),
          asked("providers-compared", "550 5.7.1 gmail vs outlook"),
          asked("provider-list", "gmail errors"),
          asked("phase", "550 after DATA"),
          asked("command", "RCPT"),
          asked("family", "4xx"),
          asked("search", "mailbox full"),
          asked("token", "ECONNREFUSED"),
          asked("unknown", "999"),
          asked("nothing", "qqqqzzzz wwwwxxxx"),
          asked("help", "help"),
          asked("list", "list providers"),
          new Scene("bounce", "a bounce", BOUNCE, true, 0),
          new Scene("several", "several replies", several(), true, 0),
          new Scene("delivered", "a log line of a success", SUCCESS, true, 0));

  /** Those that the issue gives a height, as cards. */
  public static List<Scene> aimed() {
    return AIMED;
  }

  /** All kinds of answers. */
  public static List<Scene> all() {
    return Stream.concat(AIMED.stream(), OTHERS.stream()).toList();
  }

  /** One of them. */
  public static Scene named(String id) {
    return all().stream().filter(scene -> scene.id().equals(id)).findFirst().orElseThrow();
  }

  /** A picture of what follows from it has no aim of its own. */
  public Scene then(String suffix, String what) {
    return new Scene(id + "-" + suffix, what + ": " + label, text, pasted, 0);
  }

  private static Scene asked(String id, String text) {
    return new Scene(id, text, text, false, 0);
  }

  private static String several() {
    return """
        450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents it
        550 5.1.1 <carol@example.net>: Recipient address rejected: User unknown
        554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org
        """;
  }

  /** 21 deliveries that went well and 15 that did not, of four kinds. */
  private static String log() {
    String late =
        "host mta5.am0.yahoodns.net[192.0.2.5] said: 421 4.7.0 [TSS04] Messages from 192.0.2.9"
            + " temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see"
            + " https://postmaster.yahooinc.com/error-codes (in reply to MAIL FROM command)";
    String blocked =
        "host outlook-com.olc.protection.outlook.com[192.0.2.6] said: 550 5.7.1 Unfortunately,"
            + " messages from [192.0.2.9] weren't sent. Please contact your Internet service"
            + " provider since part of their network is on our block list (S3150). (in reply to"
            + " MAIL FROM command)";
    String unknown =
        "host mx.client.example[192.0.2.7] said: 550 5.1.1 <b@client.example>: Recipient address"
            + " rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)";
    String slow = "connect to mx.slow.example[192.0.2.8]:25: Connection timed out";
    return Stream.of(
            lines(21, "example.net", "2.0.0", "sent", "250 2.0.0 Ok: queued as 9F8E7D"),
            lines(6, "yahoo.com", "4.7.0", "deferred", late),
            lines(3, "outlook.com", "5.7.1", "bounced", blocked),
            lines(3, "client.example", "5.1.1", "bounced", unknown),
            lines(3, "slow.example", "4.4.1", "deferred", slow))
        .collect(Collectors.joining());
  }

  private static String lines(int count, String domain, String dsn, String status, String said) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "Nov 26 03:%02d:0%d mx1 postfix/smtp[99]: A%d%d: to=<a%d@%s>,"
                        + " relay=mx.%s[192.0.2.1]:25, delay=1.2, dsn=%s, status=%s (%s)%n",
                    i,
                    i % 10,
                    i,
                    count,
                    i,
                    domain,
                    domain,
                    dsn,
                    status,
                    said))
        .collect(Collectors.joining());
  }
}
