package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.ReadFile;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** Whether a text asks about something that it names, and quotes nothing. */
    boolean asks(String text);
  }

  /** What tells of fewer deliveries is read as a text: each of them is worth a word of its own. */
  private static final int LEAST_DELIVERIES = 5;

  /** A packed log may be much longer than what was sent. */
  private static final long MOST_UNPACKED = 1L << 30;

  /** What a log is called where it could not be read to its end; the same in every language. */
  private static final String LOG = "log";

  private final Reader reader;
  private final Function<List<ReadFile>, Answer> together;
  private final List<ReadFile> files = new ArrayList<>();
  private @Nullable LogSummary log;
  private final StringBuilder texts = new StringBuilder();

  Reading(Reader reader, Function<List<ReadFile>, Answer> together) {
    this.reader = reader;
    this.together = together;
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

  /** What came of a file. */
  public enum FileResult {
    /** It was read. */
    READ,
    /** It is longer than {@link SmtpBot#MAX_MESSAGE}, and no mail log. */
    TOO_LARGE,
    /** There is no text in it. */
    NO_TEXT
  }

  /**
   * Reads a file as it streams by: a mail log, or a mailbox of bounces, whatever its size, is
   * counted; anything else is read as a {@linkplain #message message}. Blocks as long as the stream
   * does; holds at most {@link SmtpBot#MAX_MESSAGE} bytes of it at a time.
   *
   * @param name as for {@link #message}; of a log it is not told, since others may see the answer
   * @param stream is not closed
   * @throws IOException if the stream fails before it is known what it holds; of a log, the answer
   *     tells how far it was read
   */
  public FileResult file(String name, InputStream stream) throws IOException {
    byte[] head = stream.readNBytes(SmtpBot.MAX_MESSAGE + 1);
    boolean whole = head.length <= SmtpBot.MAX_MESSAGE;
    InputStream start = new ByteArrayInputStream(head);
    Summariser summariser = reader.summariser();
    LogCount count =
        MailLog.read(
            List.of(LogSource.of(LOG, whole ? start : new SequenceInputStream(start, stream))),
            LogOptions.all().withZone(ZoneOffset.UTC).withMost(MOST_UNPACKED),
            summariser);
    LogSummary summary = summariser.summary().with(count);
    if (summary.totals().attempts().all().value() >= LEAST_DELIVERIES) {
      log = log == null ? summary : log.merge(summary);
      return FileResult.READ;
    }
    if (!whole) {
      return FileResult.TOO_LARGE;
    }
    FileContent content = FileContent.of(head);
    if (head.length > 0 && content instanceof FileContent.Text text) {
      message(name, text.message());
      return FileResult.READ;
    }
    return content instanceof FileContent.TooLarge ? FileResult.TOO_LARGE : FileResult.NO_TEXT;
  }

  /**
   * Answers all of it. Where no file tells anything, the text is answered as it is alone; a
   * question beside files that do is answered before them, and where there is nothing at all, the
   * answer is help.
   */
  public Answer answer() {
    String text = texts.toString();
    if (log != null && text.length() <= SmtpBot.MAX_TEXT) {
      return beside(text, reader.answer(log));
    }
    boolean told = files.stream().anyMatch(file -> !file.read().isEmpty());
    boolean alone = files.isEmpty() || (!told && !text.isEmpty());
    if (alone || text.length() > SmtpBot.MAX_TEXT) {
      return reader.answer(text);
    }
    List<ReadFile> all = new ArrayList<>();
    boolean asks = reader.asks(text);
    if (!text.isEmpty() && !asks) {
      all.add(new ReadFile("", reader.read(text)));
    }
    all.addAll(files);
    Answer found = together.apply(all);
    return asks ? found.beside(reader.answer(text)) : found;
  }

  /** A log is told before all else; what was found beside it is told in short. */
  private Answer beside(String text, Answer told) {
    if (!text.isBlank() && reader.asks(text)) {
      return told.beside(reader.answer(text));
    }
    List<ReadFile> found = files.stream().filter(file -> !file.read().isEmpty()).toList();
    return found.isEmpty() ? told : told.beside(together.apply(found));
  }
}
