package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.ReadFile;
import io.github.smtpbot.content.Content;
import io.github.smtpbot.content.Unpacking;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.input.BrokenInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Texts and files that belong together, read one after the other and answered as one: what each of
 * them tells is sorted, grouped and counted as if it stood in one log. Made by {@link
 * SmtpBot#reading}. A file may be forgotten as soon as it was added: of it, only what was found is
 * kept. Not safe for use by many threads.
 */
public final class Reading {

  /** How the bot reads and answers. */
  interface Reader {
    Diagnosis read(String text);

    Diagnosis read(byte[] message);

    Answer answer(String text);

    Summariser summariser();

    Answer answer(LogSummary log);

    /** Answers what several files say. */
    Answer together(List<ReadFile> files);

    /**
     * What was told, and in short what was given beside it.
     *
     * @param asked the answer to what was asked with it; null for nothing
     * @param files what else was read
     * @param logs the names of the logs that were counted
     */
    Answer beside(Answer told, @Nullable Answer asked, List<ReadFile> files, List<String> logs);

    /** Whether a text asks about something that it names, and quotes nothing. */
    boolean asks(String text);
  }

  /** What tells of fewer deliveries is read as a text: each of them is worth a word of its own. */
  private static final int LEAST_DELIVERIES = 5;

  /** A packed log may be much longer than what was sent. */
  private static final long MOST_UNPACKED = 1L << 30;

  /** How long a packed file waits for its turn. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So end the names of what is one message, and no log. */
  private static final List<String> MESSAGES = List.of(".eml", ".msg", ".html", ".htm");

  /** What a log is called where it could not be read to its end; the same in every language. */
  private static final String LOG = "log";

  private final Reader reader;
  private final List<ReadFile> files = new ArrayList<>();
  private final List<String> logs = new ArrayList<>();
  private @Nullable LogSummary log;
  private final StringBuilder texts = new StringBuilder();

  /** As many as come, unless somebody says how many. */
  private Semaphore turns = new Semaphore(Integer.MAX_VALUE);

  Reading(Reader reader) {
    this.reader = reader;
  }

  /**
   * Packed files wait for their turn, since each may hold much more than was sent.
   *
   * @param permits one for each that may be unpacked at a time, in whatever reading
   */
  public Reading unpackingInTurn(Semaphore permits) {
    turns = permits;
    return this;
  }

  /**
   * Adds a text.
   *
   * @param text blank for none; if all texts together are longer than {@link SmtpBot#MAX_TEXT}, the
   *     answer says that they are too long
   */
  public Reading text(String text) {
    if (!text.isBlank()) {
      texts.append(texts.isEmpty() ? "" : "\n").append(text);
    }
    return this;
  }

  /**
   * Reads a file.
   *
   * @param name by which the asker knows it, shown to them alone, masked; empty if it has none
   * @param message as for {@link SmtpBot#answerMessage}
   * @throws IllegalArgumentException if it is longer than {@link SmtpBot#MAX_MESSAGE}
   */
  public Reading message(String name, byte[] message) {
    if (message.length > SmtpBot.MAX_MESSAGE) {
      throw new IllegalArgumentException("too long");
    }
    files.add(new ReadFile(name, reader.read(message)));
    return this;
  }

  /**
   * How large a file of this name may be, in bytes: a message no larger than {@link
   * SmtpBot#MAX_MESSAGE}, a mail log, which may have any other name, {@link SmtpBot#MAX_LOG}.
   */
  public static int most(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return MESSAGES.stream().anyMatch(lower::endsWith) ? SmtpBot.MAX_MESSAGE : SmtpBot.MAX_LOG;
  }

  /** What came of a file. */
  public enum FileResult {
    /** It was read. */
    READ,
    /** Its beginning was read: it breaks off, is damaged, or is longer than is read of a log. */
    CUT,
    /** It is longer than {@link SmtpBot#MAX_MESSAGE}, and no mail log. */
    TOO_LARGE,
    /** There is no text in it. */
    NO_TEXT,
    /** It is packed, and too many others are being unpacked. */
    BUSY
  }

  /**
   * Reads a file as it streams by: a mail log, or a mailbox of bounces, whatever its size, is
   * counted; anything else is read as a {@linkplain #message message}. Blocks as long as the stream
   * does; holds at most {@link SmtpBot#MAX_MESSAGE} bytes of it at a time.
   *
   * @param name as for {@link #message}; of a log, others who see the answer are not told it
   * @param stream is not closed
   * @throws IOException if the stream fails before it is known what it holds; of a log, the answer
   *     tells how far it was read
   */
  public FileResult file(String name, InputStream stream) throws IOException {
    Breaking beginning = new Breaking(stream);
    byte[] head = beginning.readNBytes(SmtpBot.MAX_MESSAGE + 1);
    IOException failure = beginning.failure();
    InputStream rest = failure == null ? stream : new BrokenInputStream(() -> failure);
    if (!Unpacking.isPacked(head)) {
      return read(name, head, rest, failure);
    }
    if (!enter()) {
      return FileResult.BUSY;
    }
    try {
      return read(name, head, rest, failure);
    } finally {
      turns.release();
    }
  }

  private boolean enter() {
    try {
      return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private FileResult read(String name, byte[] head, InputStream rest, @Nullable IOException failure)
      throws IOException {
    boolean whole = failure == null && head.length <= SmtpBot.MAX_MESSAGE;
    // What is plainly a message is not parsed as a log before.
    if (!isMessage(head)) {
      InputStream start = new ByteArrayInputStream(head);
      LogSummary counted =
          count(whole ? start : new SequenceInputStream(start, CloseShieldInputStream.wrap(rest)));
      if (counted.totals().attempts().all().value() >= LEAST_DELIVERIES) {
        log = log == null ? counted : log.merge(counted);
        logs.add(name);
        return isCut(counted.count()) ? FileResult.CUT : FileResult.READ;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return whole ? readMessage(name, FileContent.of(head)) : FileResult.TOO_LARGE;
  }

  private static boolean isMessage(byte[] head) {
    try {
      return Content.of(new ByteArrayInputStream(head)).kind() == Content.Kind.MESSAGE;
    } catch (IOException e) {
      return false;
    }
  }

  private LogSummary count(InputStream stream) {
    Summariser summariser = reader.summariser();
    LogCount count =
        MailLog.read(
            List.of(LogSource.of(LOG, stream)),
            LogOptions.all().withZone(ZoneOffset.UTC).withMost(MOST_UNPACKED),
            summariser);
    return summariser.summary().with(count);
  }

  private static boolean isCut(LogCount count) {
    return count.problems().stream()
        .map(LogCount.Problem::kind)
        .anyMatch(
            kind -> kind == LogCount.Problem.Kind.TRUNCATED || kind == LogCount.Problem.Kind.CUT);
  }

  private FileResult readMessage(String name, FileContent content) {
    if (content instanceof FileContent.TooLarge) {
      return FileResult.TOO_LARGE;
    }
    if (content instanceof FileContent.Text text && text.message().length > 0) {
      message(name, text.message());
      return text.isWhole() ? FileResult.READ : FileResult.CUT;
    }
    return FileResult.NO_TEXT;
  }

  /**
   * Answers all of it. Where no file tells anything, the text is answered as it is alone; a
   * question beside files that do is answered before them, and where there is nothing at all, the
   * answer is help. A log is told before all else, and in short what each of the others says.
   */
  public Answer answer() {
    String text = texts.toString();
    boolean tooLong = text.length() > SmtpBot.MAX_TEXT;
    boolean told = log != null || files.stream().anyMatch(file -> !file.read().isEmpty());
    boolean alone = log == null && (files.isEmpty() || (!told && !text.isEmpty()));
    if (alone || (log == null && tooLong)) {
      return reader.answer(text);
    }
    boolean asks = !text.isEmpty() && (tooLong || reader.asks(text));
    List<ReadFile> all = new ArrayList<>();
    if (!text.isEmpty() && !asks) {
      all.add(new ReadFile("", reader.read(text)));
    }
    all.addAll(files);
    Answer asked = asks ? reader.answer(text) : null;
    if (log != null) {
      return reader.beside(reader.answer(log), asked, all, logs);
    }
    Answer found = reader.together(all);
    return asked == null ? found : reader.beside(found, asked, List.of(), List.of());
  }
}
