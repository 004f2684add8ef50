package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Suggestion;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Words;
import java.util.List;
import java.util.Locale;

/**
 * Answers SMTP questions: the front door of the library.
 *
 * <p>Instances are immutable to the caller and safe for use by many threads; make one and keep it.
 */
public final class SmtpBot {

  /** How much text is read: 64 KiB, counted in characters. */
  public static final int MAX_TEXT = 64 * 1024;

  /** How large a message file may be: 10 MiB. */
  public static final int MAX_MESSAGE = 10 * 1024 * 1024;

  private final Catalog catalog;

  private SmtpBot(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A bot with the catalog that is built in. */
  public static SmtpBot create() {
    return new SmtpBot(Catalog.builtIn());
  }

  /**
   * Answers a question: codes, words, or a pasted reply, log line or bounce.
   *
   * @param text what was asked; of any length and content, it is bounded before it is read
   * @param locale the reader's; English is used where there is no such language
   */
  public Answer answer(String text, Locale locale) {
    Words words = catalog.words(locale);
    return new Answer(
        Answer.Kind.HELP,
        words.language(),
        List.of(),
        text,
        text,
        Tone.NEUTRAL,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        text,
        null);
  }

  /**
   * Diagnoses a whole message, such as a bounce saved as {@code .eml}, or a text file of any
   * charset.
   *
   * @param message at most {@link #MAX_MESSAGE} bytes; of a longer one, the answer says that it is
   *     too long
   * @param locale the reader's
   */
  public Answer answerMessage(byte[] message, Locale locale) {
    return answer(new String(message, java.nio.charset.StandardCharsets.UTF_8), locale);
  }

  /**
   * Completes what somebody is typing.
   *
   * @param typed so far, may be empty
   * @param locale the reader's
   * @param limit how many at the most
   */
  public List<Suggestion> suggest(String typed, Locale locale, int limit) {
    return catalog.replyCodes().stream()
        .map(facts -> new Suggestion(facts.code().text(), facts.code().text()))
        .filter(suggestion -> suggestion.question().startsWith(typed))
        .limit(limit)
        .toList();
  }

  /**
   * A text of the user interface, such as a button's label, in the reader's language.
   *
   * @param key its name in the {@code ui} section of the language's file
   * @param locale the reader's
   * @param values what {@code {0}}, {@code {1}} … stand for
   */
  public String label(String key, Locale locale, Object... values) {
    return catalog.words(locale).ui(key, values);
  }

  /** The languages there are, English first. */
  public List<Locale> languages() {
    return catalog.languages();
  }

  /** Loads what is otherwise loaded at the first question that needs it. Call it before serving. */
  public void warmUp() {
    catalog.providers();
  }
}
