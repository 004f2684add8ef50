package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
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
  }

  private final Reader reader;
  private final Function<List<Diagnosis>, Answer> together;
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private final StringBuilder texts = new StringBuilder();

  Reading(Reader reader, Function<List<Diagnosis>, Answer> together) {
    this.reader = reader;
    this.together = together;
  }

  /**
   * Adds a text.
   *
   * @param text blank for none; of all texts together, {@link SmtpBot#MAX_TEXT} characters are read
   */
  public Reading text(String text) {
    int room = SmtpBot.MAX_TEXT - texts.length();
    if (!text.isBlank() && room > 1) {
      texts.append(texts.isEmpty() ? "" : "\n").append(text, 0, Math.min(text.length(), room - 1));
    }
    return this;
  }

  /**
   * Reads a file.
   *
   * @param message as for {@link SmtpBot#answerMessage}
   * @throws IllegalArgumentException if it is longer than {@link SmtpBot#MAX_MESSAGE}
   */
  public Reading message(byte[] message) {
    if (message.length > SmtpBot.MAX_MESSAGE) {
      throw new IllegalArgumentException("too long");
    }
    diagnoses.add(reader.read(message));
    return this;
  }

  /** Answers all of it. Where no file tells anything, the text is answered as it is alone. */
  public Answer answer() {
    String text = texts.toString();
    boolean told = diagnoses.stream().anyMatch(diagnosis -> !diagnosis.isEmpty());
    if (!told && !text.isEmpty()) {
      return reader.answer(text);
    }
    List<Diagnosis> all = new ArrayList<>();
    if (!text.isEmpty()) {
      all.add(reader.read(text));
    }
    all.addAll(diagnoses);
    return together.apply(all);
  }
}
