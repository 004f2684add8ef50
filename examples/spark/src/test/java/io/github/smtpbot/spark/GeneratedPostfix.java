package io.github.smtpbot.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Writes the logs of two servers, each in two files: what is said of a message is spread over
 * hours, and queue ids are the same on both.
 */
final class GeneratedPostfix {

  /** Of each server. */
  static final int MESSAGES = 4_000;

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");

  /** From then on, Gmail defers most. */
  static final Instant CHANGE = START.plus(Duration.ofHours(2));

  private static final Duration APART = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofMinutes(40);
  private static final int MOST_ATTEMPTS = 4;

  private record Line(Instant time, String text) {}

  private final String server;
  private final Random random;
  private final List<Line> lines = new ArrayList<>();

  private GeneratedPostfix(String server, long seed) {
    this.server = server;
    this.random = new Random(seed);
  }

  /** The files, the oldest of each server first. */
  static List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      GeneratedPostfix log = new GeneratedPostfix("mx" + number, number);
      for (int message = 0; message < MESSAGES; message++) {
        log.message(message);
      }
      files.addAll(log.files(folder));
    }
    return files;
  }

  private List<Path> files(Path folder) throws IOException {
    lines.sort(Comparator.comparing(Line::time));
    List<String> text = lines.stream().map(line -> line.time() + " " + line.text()).toList();
    Path older = folder.resolve(server + ".log.1");
    Path newer = folder.resolve(server + ".log");
    Files.write(older, text.subList(0, text.size() / 2));
    Files.write(newer, text.subList(text.size() / 2, text.size()));
    return List.of(older, newer);
  }

  private void line(Instant time, String program, String text) {
    lines.add(new Line(time, server + ' ' + program + "[4711]: " + text));
  }

  private void message(int number) {
    String id = Integer.toHexString(0xA0000 + number * 7).toUpperCase(java.util.Locale.ROOT);
    Instant time = START.plus(APART.multipliedBy(number)).plusMillis(random.nextInt(900));
    String sender = "s" + random.nextInt(50) + "@news" + random.nextInt(20) + ".example";
    line(time, "postfix/smtpd", id + ": client=app.example[192.0.2.7]");
    line(
        time.plusMillis(10),
        "postfix/qmgr",
        id + ": from=<" + sender + ">, size=4711, nrcpt=1 (queue active)");
    if (number % 20 == 0) {
      others(time.plusMillis(20), number);
    }
    boolean gmail = random.nextBoolean();
    String recipient = "r" + random.nextInt(1_500) + (gmail ? "@gmail.com" : "@example.net");
    String relay =
        gmail ? "gmail-smtp-in.l.google.com[192.0.2.26]:25" : "mx.example.net[192.0.2.9]:25";
    Instant now = time.plusMillis(500);
    for (int attempt = 1; ; attempt++) {
      String said = said(gmail, now);
      line(
          now,
          "postfix/smtp",
          id + ": to=<" + recipient + ">, relay=" + relay + ", delay=1, delays=0/0/0/1, " + said);
      if (!said.contains("status=deferred")) {
        break;
      }
      now = now.plus(RETRY);
      if (attempt == MOST_ATTEMPTS) {
        line(
            now,
            "postfix/qmgr",
            id + ": from=<" + sender + ">, status=expired, returned to sender");
        break;
      }
    }
    line(now.plusMillis(100), "postfix/qmgr", id + ": removed");
  }

  private String said(boolean gmail, Instant time) {
    int dice = random.nextInt(100);
    boolean changed = gmail && !time.isBefore(CHANGE);
    if (dice < (changed ? 70 : 3)) {
      return gmail
          ? "dsn=4.7.28, status=deferred (host gmail-smtp-in.l.google.com[192.0.2.26] said: 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail (in reply to end of DATA command))"
          : "dsn=4.2.0, status=deferred (host mx.example.net[192.0.2.9] said: 450 4.2.0 Recipient address rejected: Greylisted (in reply to RCPT TO command))";
    }
    return dice < 95
        ? "dsn=2.0.0, status=sent (250 2.0.0 OK)"
        : "dsn=5.1.1, status=bounced (host mx said: 550 5.1.1 The email account that you tried to reach does not exist (in reply to RCPT TO command))";
  }

  /** Lines of no message, and of no mail. */
  private void others(Instant time, int number) {
    String refused =
        "NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 554 5.7.1 <x"
            + number
            + "@elsewhere.example>: Relay access denied; from=<spam@bad.example> to=<x"
            + number
            + "@elsewhere.example> proto=ESMTP helo=<bad>";
    line(time, "postfix/smtpd", "connect from unknown[192.0.2.66]");
    line(time, "postfix/smtpd", refused);
    line(time, "postfix/smtpd", "message repeated 2 times: [ " + refused + "]");
    line(time, "backup", "finished run " + number);
  }
}
