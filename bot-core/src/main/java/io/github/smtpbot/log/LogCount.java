package io.github.smtpbot.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read, and what could not be.
 *
 * @param lines how many lines, or messages of a mailbox
 * @param unknownLines those of no format known here, or that were broken; not those of JSON that
 *     are so long that reading of them stopped, which are a problem
 * @param bytes unpacked
 * @param formats how many lines of each format were understood
 * @param problems what kept a source from being read to its end, in words of the operating system
 *     or of the packing: never a part of the log
 * @param span from the first delivery to the last, also of those that were not asked for; null if
 *     that is not known
 * @param troubles what programs of the mail server gave up by, of each program once; as it stands
 *     in the log, so it must not be logged, and is shown only masked
 */
public record LogCount(
    long lines,
    long unknownLines,
    long bytes,
    Map<LogFormat, Long> formats,
    List<Problem> problems,
    @Nullable Span span,
    List<Trouble> troubles) {

  /** What was read of a log that tells of no trouble of the server's own. */
  public LogCount(
      long lines,
      long unknownLines,
      long bytes,
      Map<LogFormat, Long> formats,
      List<Problem> problems,
      @Nullable Span span) {
    this(lines, unknownLines, bytes, formats, problems, span, List.of());
  }

  /** The same, with these troubles. */
  public LogCount withTroubles(List<Trouble> others) {
    return new LogCount(lines, unknownLines, bytes, formats, problems, span, others);
  }

  /** What was read of a log of which no span is known. */
  public LogCount(
      long lines,
      long unknownLines,
      long bytes,
      Map<LogFormat, Long> formats,
      List<Problem> problems) {
    this(lines, unknownLines, bytes, formats, problems, null);
  }

  /**
   * A time.
   *
   * @param first when it begins
   * @param last when it ends, no earlier
   */
  public record Span(Instant first, Instant last) {}

  /** Copies the collections. */
  public LogCount {
    formats = Map.copyOf(formats);
    problems = List.copyOf(problems);
    troubles = List.copyOf(troubles);
  }

  /**
   * Lines in which a program of the mail server says that it gave up.
   *
   * @param program as the log names it, such as {@code postfix/smtpd}
   * @param text the last of them, cut
   * @param lines how many
   * @param first when the first was written
   * @param last when the last was
   */
  public record Trouble(String program, String text, long lines, Instant first, Instant last) {

    /** So many programs are told apart; of a mail server there are fewer. */
    public static final int MOST = 50;

    /** Both, which are of one program. */
    public Trouble and(Trouble other) {
      int order = last.compareTo(other.last);
      boolean later = order == 0 ? text.compareTo(other.text) > 0 : order > 0;
      return new Trouble(
          program,
          later ? text : other.text,
          lines + other.lines,
          first.isBefore(other.first) ? first : other.first,
          later ? last : other.last);
    }
  }

  /**
   * What went wrong with one source; the others are read all the same.
   *
   * @param source its name, as the caller gave it
   * @param kind what it was
   */
  public record Problem(String source, Kind kind) {

    /** The kinds of problem. */
    public enum Kind {
      /** There is no such file, or it may not be read. */
      UNREADABLE,
      /** The packed file breaks off, or is damaged. What came before was read. */
      TRUNCATED,
      /** A line longer than is read: reading of it stopped after its beginning. */
      LONG_LINE,
      /** No text: nothing in it could be read. */
      BINARY,
      /** More than was asked to read; its beginning was read. */
      CUT
    }
  }
}
