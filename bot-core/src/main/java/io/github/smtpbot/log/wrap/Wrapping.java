package io.github.smtpbot.log.wrap;

import io.github.smtpbot.log.format.LogLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes off what stands around a line: syslog (RFC 3164, RFC 5424, with or without priority; ISO
 * 8601 times as rsyslog and Postfix write them), journald's JSON, Docker's JSON lines and the lines
 * of Kubernetes, TAI64N labels, and a bare date. Dates without a zone are in the zone of the log.
 * What is none of these comes out as it went in. Not thread-safe.
 */
public final class Wrapping {

  /** Docker around syslog around a date: nothing needs more. */
  private static final int DEEPEST = 3;

  private final Dates dates;
  private final Names names = new Names();
  private final JsonWrapping json = new JsonWrapping();

  /**
   * Makes one for one source.
   *
   * @param zone of times without one
   * @param written when the newest line was written, which tells the year of dates without one
   */
  public Wrapping(ZoneId zone, Supplier<Instant> written) {
    this.dates = new Dates(zone, written);
  }

  /** The line within. */
  public LogLine unwrap(String line) {
    return unwrap(new LogLine(null, "", "", line), 0);
  }

  private LogLine unwrap(LogLine outer, int depth) {
    String line = outer.text();
    if (line.isEmpty() || depth == DEEPEST) {
      return outer;
    }
    char first = line.charAt(0);
    if (first == '{') {
      LogLine inner = json.unwrap(line);
      return inner == null ? outer : within(inner, depth);
    }
    try {
      TextWrapping text = new TextWrapping(line, dates, names);
      return text.read() ? within(merged(outer, text), depth) : outer;
    } catch (DateTimeException e) {
      // A day that does not exist: no date at all.
      return outer;
    }
  }

  /** A program may put a date of its own, or a container's log whole lines, within the wrapping. */
  private LogLine within(LogLine line, int depth) {
    String text = line.text();
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean wrapped =
        line.program().isEmpty()
            ? first == '<' || first == '@' || first == '{' || isDigit(first) || isMonth(text)
            : isDigit(first)
                && text.length() > 19
                && text.charAt(4) == '-'
                && text.charAt(10) == ' ';
    return wrapped ? unwrap(line, depth + 1) : line;
  }

  private static LogLine merged(LogLine outer, TextWrapping inner) {
    @Nullable Instant time = inner.time() == null ? outer.time() : inner.time();
    boolean named = !inner.program().isEmpty();
    return new LogLine(
        time,
        named ? inner.host() : outer.host(),
        named ? inner.program() : outer.program(),
        inner.text());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isMonth(String text) {
    return text.length() > 15 && text.charAt(3) == ' ' && TextWrapping.month(text, 0) > 0;
  }
}
