package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import java.time.Duration;
import java.util.Locale;

/**
 * Hears of each question that was answered: of its kind, never of what was asked. It is called by
 * the thread that answers, before the answer is sent: it must be quick, must not throw, and must be
 * safe for use by many threads.
 */
@FunctionalInterface
public interface QuestionListener {

  /** Hears nothing. */
  QuestionListener NONE = question -> {};

  /** A question was answered. */
  void answered(Answered question);

  /** Where somebody asked. */
  enum Place {
    /** By the command {@code /smtp}. */
    COMMAND,
    /** By a command on a message. */
    MESSAGE,
    /** By writing to the bot. */
    CONVERSATION,
    /** By a reaction to a message. */
    REACTION,
    /** In a window with a large input. */
    FORM,
    /** By a button or a menu that asks another question. */
    BUTTON
  }

  /**
   * What is told of a question.
   *
   * @param kind of the answer
   * @param place where it was asked
   * @param language of the answer
   * @param took from the question to the answer, before it is rendered; zero if it was known
   */
  record Answered(Answer.Kind kind, Place place, Locale language, Duration took) {}
}
