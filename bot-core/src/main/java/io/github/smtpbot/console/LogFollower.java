package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.incident.Watch;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.Followed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Keeps reading logs as they grow, and prints a line when a group begins, rises or ends. */
final class LogFollower implements AutoCloseable {

  /** Between two looks at the files. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final PrintWriter out;
  private final LogOptions options;
  private final Summariser summariser;
  private final Watch watch;
  private final long look;
  private final String name;
  private final Followed followed;
  private long looked;
  private boolean lookedAtAll;

  /**
   * Follows these files.
   *
   * @param look how long at least between two looks at what changed
   */
  LogFollower(
      SmtpBot bot,
      PrintWriter out,
      Locale locale,
      List<String> files,
      LogOptions options,
      Duration look) {
    this.out = out;
    this.options = options;
    this.summariser = bot.summariser();
    this.watch = bot.watch(options.zone(), locale);
    this.look = look.toNanos();
    this.name = files.get(0);
    this.followed = new Followed(files.stream().map(Path::of).toList(), false, PAUSE, this::idle);
  }

  /** Reads until it is closed. */
  void run() {
    MailLog.read(List.of(followed.source(name)), options, summariser);
    look();
  }

  private void idle() {
    if (!lookedAtAll || System.nanoTime() - looked > look) {
      look();
    }
  }

  private void look() {
    lookedAtAll = true;
    watch.look(summariser.summary()).forEach(out::println);
    out.flush();
    looked = System.nanoTime();
  }

  @Override
  public void close() {
    followed.close();
  }
}
