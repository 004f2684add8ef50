package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.LogFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a log says, counted: how much mail there is, what fails, what changed. Summaries of parts of
 * a log merge to that of the whole, in any order. Immutable; safe for use by many threads.
 *
 * <p>Counts are exact up to 300,000 outcomes, an outcome being what became of one message for one
 * recipient. Of more, each count tells its error. No local part of an address is in it but masked;
 * domains are in it as they are, and hashes of addresses, so that the byte form is as private as
 * the log.
 */
public final class LogSummary {

  private static final int MAGIC = 0x534d5453;
  private static final int VERSION = 5;
  private static final int LONGEST_SOURCE = 10_000;
  private static final int MOST_PROBLEMS = 1_000;

  /** Of what a program gave up by, neither the name nor the words are longer. */
  private static final int LONGEST_TROUBLE = 600;

  /** So many lines of a selection tell of no attempt: a table has heads. */
  private static final int MOST_HEADS = 6;

  private static final int HEADS_PER_ATTEMPT = 100;

  private final Tally tally;
  private final @Nullable Tally earlier;
  private final LogCount count;
  private final Lazy<Analysis> analysis;

  /** Takes tallies that nobody else changes. */
  LogSummary(Tally tally, @Nullable Tally earlier, LogCount count) {
    this.tally = tally;
    this.earlier = earlier;
    this.count = count;
    this.analysis = new Lazy<>(() -> Analysis.of(tally, earlier));
  }

  /** The same, with what the reader counted, of which it keeps what may be shown. */
  public LogSummary with(LogCount read) {
    return new LogSummary(
        tally,
        earlier,
        read.withTroubles(read.troubles().stream().map(LogSummary::masked).toList()));
  }

  private static LogCount.Trouble masked(LogCount.Trouble trouble) {
    return new LogCount.Trouble(
        masked(trouble.program()),
        masked(trouble.text()),
        trouble.lines(),
        trouble.first(),
        trouble.last());
  }

  private static String masked(String text) {
    return Masked.of(text, null).shown((shown, hash) -> 1);
  }

  /**
   * The same, where {@link #changes} are what differs from an earlier time as well. Neither {@link
   * #merge} nor {@link #toBytes} keeps that.
   */
  public LogSummary comparedWith(LogSummary before) {
    return before.first() == null ? this : new LogSummary(tally, before.tally, count);
  }

  /** When the earlier time begins that it is compared with; null if it is with none. */
  public @Nullable Instant comparedFrom() {
    return earlier == null ? null : Analysis.instant(earlier.first);
  }

  /** What the reader counted: lines, and what could not be read. */
  public LogCount count() {
    return count;
  }

  /** What became of the mail. */
  public Totals totals() {
    return analysis.get().totals();
  }

  /**
   * All groups of failures: those of changes first, in their order, then that of most messages, and
   * last what is as it should be, such as greylisting.
   */
  public List<LogGroup> groups() {
    return analysis.get().groups();
  }

  /**
   * Whether nothing was read that was delivered, or nothing but bounces, which tell of failures
   * only: then nobody knows how much of the mail fails, and a share is one of the failures read.
   */
  public boolean isOfFailuresOnly() {
    return (count.formats().keySet().equals(Set.of(LogFormat.BOUNCES)) || delivered(tally) == 0)
        && (earlier == null || delivered(earlier) == 0);
  }

  private static long delivered(Tally tally) {
    return tally.attempts[Results.place(Result.DELIVERED)];
  }

  /**
   * Whether it may be only the failures that somebody took out of a log: a server writes other
   * lines as well.
   */
  boolean isSelection() {
    long attempts = Arrays.stream(tally.attempts).sum();
    long lines =
        count.formats().entrySet().stream()
            .filter(format -> format.getKey() != LogFormat.BOUNCES)
            .mapToLong(Map.Entry::getValue)
            .sum();
    return isOfFailuresOnly() && lines - attempts <= MOST_HEADS + attempts / HEADS_PER_ATTEMPT;
  }

  /** What began or rose, the one that affects most first. */
  public List<Change> changes() {
    return analysis.get().changes();
  }

  /**
   * How much failed when, for a picture.
   *
   * @param groups some of {@link #groups}
   * @param periods how many at most
   * @return null if the log tells no times
   */
  public @Nullable Timeline timeline(List<LogGroup> groups, int periods) {
    Analysis told = analysis.get();
    List<Integer> places =
        groups.stream().map(group -> told.places().get(told.groups().indexOf(group))).toList();
    return Timelines.of(told.events(), places, periods, tally.outcomes.scale());
  }

  /** Attempts that failed by cause, the most frequent first. */
  public List<Row> byCause() {
    return Rows.by(tally, key -> key.cause().label(), false);
  }

  /**
   * Attempts by provider, the one where most fail first; the unknown one has no name, and what this
   * server did not take is {@link LogGroup#HERE its own}.
   */
  public List<Row> byProvider() {
    return Rows.by(tally, key -> key.ours() ? GroupKey.HERE : key.provider(), true);
  }

  /** Attempts by the domain of the recipient, the one where most fail first. */
  public List<Row> byDomain() {
    return tally.byDomain.rows();
  }

  /** How much a count of {@link #byDomain} may be too low; such domains may be left out. */
  public long errorByDomain() {
    return tally.byDomain.error();
  }

  /** Attempts by the domain of the sender, the one where most fail first. */
  public List<Row> bySenderDomain() {
    return tally.bySender.rows();
  }

  /** How much a count of {@link #bySenderDomain} may be too low. */
  public long errorBySenderDomain() {
    return tally.bySender.error();
  }

  /**
   * Attempts by the hour, in the order of time; of logs over more than some months, by some hours.
   *
   * @param zone of the hours; their names are times of ISO 8601
   */
  public List<Row> byHour(ZoneId zone) {
    return Rows.byHour(tally.hours, zone);
  }

  /**
   * The time of the first attempt, or null if the log tells no times. A few times that lie far off
   * all others are left out, see {@link #stray}.
   */
  public @Nullable Instant first() {
    Era era = analysis.get().era();
    return era.strays() == 0 ? Analysis.instant(tally.first) : Instant.ofEpochSecond(era.first());
  }

  /** The time of the last attempt, or null, in the same way. */
  public @Nullable Instant last() {
    Era era = analysis.get().era();
    return era.strays() == 0 ? Analysis.instant(tally.last) : Instant.ofEpochSecond(era.last());
  }

  /** One of the times that were left out because a clock was wrong; null if none was. */
  public @Nullable Instant stray() {
    Era era = analysis.get().era();
    return era.strays() == 0 ? null : Instant.ofEpochSecond(era.stray());
  }

  /** A summary of what both have seen. */
  public LogSummary merge(LogSummary other) {
    Tally both = tally.copy();
    both.addAll(other.tally);
    return new LogSummary(both, null, both(count, other.count));
  }

  private static LogCount both(LogCount one, LogCount other) {
    Map<LogFormat, Long> formats = new EnumMap<>(LogFormat.class);
    formats.putAll(one.formats());
    other.formats().forEach((format, lines) -> formats.merge(format, lines, Long::sum));
    List<LogCount.Problem> problems = new ArrayList<>(one.problems());
    problems.addAll(other.problems());
    return new LogCount(
        one.lines() + other.lines(),
        one.unknownLines() + other.unknownLines(),
        one.bytes() + other.bytes(),
        formats,
        problems.stream().limit(MOST_PROBLEMS).toList(),
        both(one.span(), other.span()),
        both(one.troubles(), other.troubles()));
  }

  private static List<LogCount.Trouble> both(
      List<LogCount.Trouble> one, List<LogCount.Trouble> other) {
    Map<String, LogCount.Trouble> byProgram = new TreeMap<>();
    Stream.concat(one.stream(), other.stream())
        .forEach(trouble -> byProgram.merge(trouble.program(), trouble, LogCount.Trouble::and));
    return byProgram.values().stream().limit(LogCount.Trouble.MOST).toList();
  }

  private static LogCount.@Nullable Span both(
      LogCount.@Nullable Span one, LogCount.@Nullable Span other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new LogCount.Span(
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  /** All of it as bytes: at most some tens of megabytes, of most logs some kilobytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeByte(VERSION);
      out.writeLong(count.lines());
      out.writeLong(count.unknownLines());
      out.writeLong(count.bytes());
      out.writeInt(count.formats().size());
      for (Map.Entry<LogFormat, Long> format : count.formats().entrySet()) {
        out.writeUTF(format.getKey().name());
        out.writeLong(format.getValue());
      }
      List<LogCount.Problem> problems = count.problems();
      out.writeInt(problems.size());
      for (LogCount.Problem problem : problems) {
        out.writeUTF(Replies.cut(problem.source(), LONGEST_SOURCE));
        out.writeUTF(problem.kind().name());
      }
      LogCount.Span span = count.span();
      out.writeBoolean(span != null);
      if (span != null) {
        Limits.write(out, span.first());
        Limits.write(out, span.last());
      }
      out.writeInt(count.troubles().size());
      for (LogCount.Trouble trouble : count.troubles()) {
        out.writeUTF(trouble.program());
        out.writeUTF(trouble.text());
        out.writeLong(trouble.lines());
        Limits.write(out, trouble.first());
        Limits.write(out, trouble.last());
      }
      tally.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static LogCount.@Nullable Span span(DataInputStream in) throws IOException {
    return in.readBoolean() ? new LogCount.Span(Limits.time(in), Limits.time(in)) : null;
  }

  private static List<LogCount.Trouble> troubles(DataInputStream in) throws IOException {
    List<LogCount.Trouble> troubles = new ArrayList<>();
    int count = Limits.count(in, LogCount.Trouble.MOST);
    for (int i = 0; i < count; i++) {
      troubles.add(
          new LogCount.Trouble(
              Limits.word(in.readUTF(), LONGEST_TROUBLE),
              Limits.word(in.readUTF(), LONGEST_TROUBLE),
              Limits.amount(in),
              Limits.time(in),
              Limits.time(in)));
    }
    return troubles;
  }

  /**
   * Reads what {@link #toBytes} made.
   *
   * @throws IllegalArgumentException if it is something else, or of another version
   */
  public static LogSummary fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readByte() != VERSION) {
        throw new IllegalArgumentException("no summary, or one of another version");
      }
      long lines = Limits.amount(in);
      long unknown = Limits.amount(in);
      long size = Limits.amount(in);
      Map<LogFormat, Long> formats = new EnumMap<>(LogFormat.class);
      int known = Limits.count(in, LogFormat.values().length);
      for (int i = 0; i < known; i++) {
        formats.put(LogFormat.valueOf(in.readUTF()), Limits.amount(in));
      }
      List<LogCount.Problem> problems = new ArrayList<>();
      int wrong = Limits.count(in, MOST_PROBLEMS);
      for (int i = 0; i < wrong; i++) {
        problems.add(
            new LogCount.Problem(
                Limits.word(in.readUTF(), LONGEST_SOURCE),
                LogCount.Problem.Kind.valueOf(in.readUTF())));
      }
      LogCount.Span span = span(in);
      List<LogCount.Trouble> troubles = troubles(in);
      Tally tally = Tally.read(in);
      if (in.read() >= 0) {
        throw new IllegalArgumentException("no summary: something follows it");
      }
      return new LogSummary(
          tally, null, new LogCount(lines, unknown, size, formats, problems, span, troubles));
    } catch (IOException e) {
      throw new IllegalArgumentException("no summary, or one of another version", e);
    }
  }
}
