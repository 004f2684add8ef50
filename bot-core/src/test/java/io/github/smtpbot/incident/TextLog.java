package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;

import io.github.smtpbot.log.reader.Read;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Summaries of logs as they are written, for tests. */
final class TextLog {

  private TextLog() {}

  /** An hour of lines, one a minute. */
  static LogSummary hour(IntFunction<String> line) {
    return minutes(60, line);
  }

  /** So many minutes of lines, one a minute; an empty one is none. */
  static LogSummary minutes(int minutes, IntFunction<String> line) {
    return of(
        IntStream.range(0, minutes)
            .mapToObj(line)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  /** What is told of a log. */
  static LogSummary of(String log) {
    Read read = Read.text(log);
    Summariser summariser = BOT.summariser();
    read.deliveries().forEach(summariser);
    return summariser.summary().with(read.count());
  }

  /** The time of day of a minute, {@code 00:30:00}. */
  static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d:00", minute / 60, minute % 60);
  }

  static Incident told(LogSummary summary) {
    return BOT.tell(summary, 8, ZoneOffset.UTC, Locale.ENGLISH);
  }
}
