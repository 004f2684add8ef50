package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.log.reader.LogOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

  private final Path folder;

  LogFollowerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String lines(int from, int to, boolean fails) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines
          .append(String.format(Locale.ROOT, "2026-11-27T14:%02d:%02d+00:00 mx1", i / 60, i % 60))
          .append(" postfix/smtp[2211]: 4QXA" + i + ": to=<user" + i + "@example.net>, ")
          .append("relay=mx.example.net[192.0.2.7]:25, delay=1, delays=0/0/0/1, ")
          .append(
              fails
                  ? "dsn=4.2.0, status=deferred (host mx.example.net[192.0.2.7] said: 450 4.2.0 later (in reply to RCPT TO command))\n"
                  : "dsn=2.0.0, status=sent (250 2.0.0 Ok)\n");
    }
    return lines.toString();
  }

  private static void await(StringWriter out, String words) throws InterruptedException {
    while (!out.toString().contains(words)) {
      Thread.sleep(50);
    }
  }

  @Test
  @Timeout(60)
  void aLineIsPrintedWhenAGroupBeginsAndWhenItEnds() throws IOException, InterruptedException {
    Path log = Files.writeString(folder.resolve("mail.log"), lines(0, 300, false));
    StringWriter out = new StringWriter();
    LogOptions options = LogOptions.all().withZone(ZoneOffset.UTC);
    Thread reading;
    try (LogFollower follower =
        new LogFollower(
            SmtpBot.createUncached(),
            new PrintWriter(out, true),
            Locale.ENGLISH,
            List.of(log.toString()),
            options,
            Duration.ZERO)) {
      reading = new Thread(follower::run);
      reading.start();
      Files.writeString(log, lines(300, 420, true), StandardOpenOption.APPEND);
      await(out, "began, 0 % before, 100 % now");
      Files.writeString(log, lines(420, 600, false), StandardOpenOption.APPEND);
      await(out, "ended, last at 14:06");
    }
    reading.join();
    assertTrue(out.toString().startsWith("14:05: "), out.toString());
  }
}
