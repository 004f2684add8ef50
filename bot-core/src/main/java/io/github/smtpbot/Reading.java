package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.ReadFile;
import io.github.smtpbot.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

    /** Whether a text asks about something that it names, and quotes nothing. */
    boolean asks(String text);
  }

  private final Reader reader;
  private final Function<List<ReadFile>, Answer> together;
  private final List<ReadFile> files = new ArrayList<>();
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

  /**
   * Answers all of it. Where no file tells anything, the text is answered as it is alone; a
   * question beside files that do is answered before them, and where there is nothing at all, the
   * answer is help.
   */
  public Answer answer() {
    String text = texts.toString();
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
}
