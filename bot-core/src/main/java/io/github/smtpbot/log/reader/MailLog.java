package io.github.smtpbot.log.reader;

import io.github.smtpbot.content.Content;
import io.github.smtpbot.content.Mbox;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.LogCount.Problem;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.BounceReader;
import io.github.smtpbot.log.format.LogLine;
import io.github.smtpbot.log.source.Lines;
import io.github.smtpbot.log.source.LogSource;
import io.github.smtpbot.log.wrap.Wrapping;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs, one source after the other, once, in memory that does not grow with them. It never
 * throws for what a log holds.
 */
public final class MailLog {

  /** More problems than these are not told one by one. */
  private static final int MOST_PROBLEMS = 1_000;

  /** As many lines as are there at once tell the format of a source, but no more. */
  private static final int BEGINNING = 2_000;

  /** A bounce says why in its beginning. */
  private static final int LONGEST_MESSAGE = 1 << 20;

  private static final String REPEATED = "message repeated ";
  private static final String TIMES = " times: [ ";
  private static final int MOST_TIMES = 10_000;
  private static final long MOST_REPEATED = 1_000_000;

  private final LogOptions options;
  private final Consumer<? super Delivery> deliveries;
  private final Recogniser recogniser;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final ReadBytes read;
  private final Troubles troubles = new Troubles();
  private long lines;
  private long unknown;
  private long bytes;
  private long bounces;
  private long told;
  private long repeated;
  private @Nullable Instant first;
  private @Nullable Instant last;

  private MailLog(
      List<LogSource> sources,
      LogOptions options,
      Consumer<? super Delivery> deliveries,
      Consumer<? super Delivery> earlier) {
    this.options = options;
    this.recogniser = new Recogniser(options.format(), options.zone());
    Consumer<? super Delivery> wanted = within(options, deliveries, earlier);
    this.deliveries =
        delivery -> {
          told++;
          seen(delivery.time());
          wanted.accept(delivery);
        };
    this.read = ReadBytes.of(sources, options.progress());
  }

  /**
   * Reads all sources, in this order.
   *
   * @param deliveries takes each delivery as it is read, in this thread; what it throws ends the
   *     reading
   * @return what was read
   */
  public static LogCount read(
      List<LogSource> sources, LogOptions options, Consumer<? super Delivery> deliveries) {
    return read(sources, options, deliveries, delivery -> {});
  }

  /**
   * Reads all sources, in this order.
   *
   * @param deliveries takes each delivery as it is read, in this thread; what it throws ends the
   *     reading
   * @param earlier takes those that came {@linkplain LogOptions#since before}, in the same way
   * @return what was read
   */
  public static LogCount read(
      List<LogSource> sources,
      LogOptions options,
      Consumer<? super Delivery> deliveries,
      Consumer<? super Delivery> earlier) {
    MailLog log = new MailLog(sources, options, deliveries, earlier);
    sources.forEach(log::read);
    return log.end();
  }

  private void seen(@Nullable Instant time) {
    if (time != null) {
      first = first == null || time.isBefore(first) ? time : first;
      last = last == null || time.isAfter(last) ? time : last;
    }
  }

  private LogCount end() {
    recogniser.end(deliveries);
    read.end();
    Map<LogFormat, Long> formats = recogniser.lines();
    if (bounces > 0) {
      formats.put(LogFormat.BOUNCES, bounces);
    }
    Instant from = first;
    Instant to = last;
    return new LogCount(
        lines,
        unknown,
        bytes,
        formats,
        List.copyOf(problems),
        from == null || to == null ? null : new LogCount.Span(from, to),
        troubles.all());
  }

  private void read(LogSource source) {
    boolean opened = false;
    try (InputStream file = read.of(source.opener().open())) {
      opened = true;
      Content content = Content.of(file);
      // What is packed cannot be unpacked without end.
      BoundedInputStream unpacked =
          BoundedInputStream.builder()
              .setInputStream(content.stream())
              .setMaxCount(options.most())
              .get();
      switch (content.kind()) {
        case BINARY -> problem(source, Problem.Kind.BINARY);
        case LINES -> readLines(source, unpacked);
        case MBOX, MESSAGE -> readMailbox(unpacked);
      }
      if (unpacked.getRemaining() == 0 && content.stream().read() >= 0) {
        problem(source, Problem.Kind.CUT);
      }
    } catch (IOException e) {
      problem(source, opened ? Problem.Kind.TRUNCATED : Problem.Kind.UNREADABLE);
    }
  }

  private void readLines(LogSource source, InputStream stream) throws IOException {
    Instant written = source.written();
    Wrapping wrapping =
        new Wrapping(options.zone(), () -> written == null ? Instant.now() : written);
    Lines text = new Lines(stream);
    try {
      List<LogLine> beginning = new ArrayList<>();
      Set<LogLine> unfinished = Collections.newSetFromMap(new IdentityHashMap<>());
      do {
        String line = next(source, text);
        if (line == null) {
          break;
        }
        LogLine unwrapped = wrapping.unwrap(line);
        beginning.add(unwrapped);
        if (text.wasUnfinished()) {
          unfinished.add(unwrapped);
        }
      } while (beginning.size() < BEGINNING && text.ready());
      recogniser.begin(beginning);
      for (LogLine line : beginning) {
        count(line, unfinished.contains(line));
      }
      for (String line = next(source, text); line != null; line = next(source, text)) {
        count(wrapping.unwrap(line), text.wasUnfinished());
      }
    } finally {
      bytes += text.bytes();
    }
  }

  private @Nullable String next(LogSource source, Lines text) throws IOException {
    String line = text.next();
    if (text.wasCut()) {
      problem(source, Problem.Kind.LONG_LINE);
    }
    return line;
  }

  /**
   * Counts a line by what it tells.
   *
   * @param unfinished whether reading of it stopped, so that nobody knows whether it is unknown
   */
  private void count(LogLine line, boolean unfinished) {
    lines++;
    long before = told;
    if (!read(line) && !unfinished) {
      unknown++;
    }
    if (told == before && isWanted(line.time())) {
      troubles.look(line);
    }
  }

  private boolean isWanted(@Nullable Instant time) {
    Instant since = options.since();
    Instant until = options.until();
    return time != null
        && (since == null || !time.isBefore(since))
        && (until == null || time.isBefore(until));
  }

  /** rsyslog writes lines that are the same but for their time once, with their number. */
  private boolean read(LogLine line) {
    String text = line.text();
    if (!text.startsWith(REPEATED)) {
      return recogniser.read(line, deliveries);
    }
    int at = REPEATED.length();
    int times = 0;
    while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
      times = Math.min(MOST_TIMES, 10 * times + Character.digit(text.charAt(at), 10));
      at++;
    }
    if (!text.startsWith(TIMES, at) || !text.endsWith("]")) {
      return false;
    }
    LogLine once =
        new LogLine(
            line.time(),
            line.host(),
            line.program(),
            text.substring(at + TIMES.length(), text.length() - 1));
    long before = told;
    boolean known = recogniser.read(once, deliveries);
    // What tells of no delivery is not read again, and all repetitions together have a bound too.
    boolean tells = told > before;
    for (int i = 1; i < times && tells && repeated < MOST_REPEATED; i++) {
      recogniser.read(once, deliveries);
      repeated++;
    }
    return known;
  }

  private void readMailbox(InputStream stream) throws IOException {
    Mbox mailbox = new Mbox(stream, LONGEST_MESSAGE);
    for (byte[] message = mailbox.next(); message != null; message = mailbox.next()) {
      readMessage(message);
    }
  }

  private void readMessage(byte[] message) {
    lines++;
    bytes += message.length;
    if (recogniser.isWanted(LogFormat.BOUNCES) && BounceReader.read(message, deliveries)) {
      bounces++;
    } else {
      unknown++;
    }
  }

  private void problem(LogSource source, Problem.Kind kind) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(source.name(), kind));
    }
  }

  private static Consumer<? super Delivery> within(
      LogOptions options,
      Consumer<? super Delivery> deliveries,
      Consumer<? super Delivery> earlier) {
    Instant since = options.since();
    Instant until = options.until();
    if (since == null && until == null) {
      return deliveries;
    }
    return delivery -> {
      Instant time = delivery.time();
      if (time == null || (until != null && !time.isBefore(until))) {
        return;
      }
      if (since == null || !time.isBefore(since)) {
        deliveries.accept(delivery);
      } else {
        earlier.accept(delivery);
      }
    };
  }
}
