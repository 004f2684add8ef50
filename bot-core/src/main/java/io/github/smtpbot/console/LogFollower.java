package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.incident.Watch;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.Followed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Keeps reading logs as they grow, and prints a line when a group begins, rises or ends. */
final class LogFollower {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Between two looks at what changed, in nanoseconds. */
  private static final long LOOK = 5_000_000_000L;

  private final PrintWriter out;
  private final Summariser summariser;
  private final Watch watch;
  private long looked = System.nanoTime();
  private boolean lookedAtAll;

  LogFollower(SmtpBot bot, Main.Surroundings surroundings, Locale locale, ZoneId zone) {
    this.out = surroundings.out();
    this.summariser = bot.summariser();
    this.watch = bot.watch(zone, locale);
  }

  /** Reads until nobody listens any more. */
  int run(List<String> files, LogOptions options) {
    try (Followed followed =
        new Followed(files.stream().map(Path::of).toList(), false, PAUSE, this::idle)) {
      MailLog.read(List.of(followed.source(files.get(0))), options, summariser);
    }
    look();
    return 0;
  }

  private void idle() {
    if (!lookedAtAll || System.nanoTime() - looked > LOOK) {
      look();
    }
  }

  private void look() {
    lookedAtAll = true;
    LogSummary summary = summariser.summary();
    watch.look(summary).forEach(out::println);
    out.flush();
    looked = System.nanoTime();
  }
}
