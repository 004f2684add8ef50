package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.BriefRules;
import io.github.smtpbot.question.QuestionScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever real text is asked or pasted, what is told of it first fits on one screen. */
class CorpusBriefsTest {

  /**
   * Public threads are no part of this project; where they are at hand, they are held to it too.
   */
  private static final Path THREADS = Path.of("../../shared/corpus/threads/threads.jsonl");

  /** A text and its answer in a language. */
  private record Asked(String name, Function<Locale, Answer> answer) {}

  private static List<Asked> corpus(SmtpBot bot) throws IOException {
    List<Asked> all = new ArrayList<>();
    for (Corpus.Bounce bounce : Corpus.bounces()) {
      byte[] message = bounce.message();
      all.add(new Asked(bounce.name(), language -> bot.answerMessage(message, language)));
    }
    List<String> texts = new ArrayList<>();
    Corpus.replies().forEach(reply -> texts.add(reply.text()));
    QuestionScore.corpus().forEach(question -> texts.add(question.text()));
    if (Files.exists(THREADS)) {
      Corpus.threads(THREADS).forEach(thread -> texts.add(thread.text()));
    }
    texts.forEach(text -> all.add(new Asked(text, language -> bot.answer(text, language))));
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyTextIsToldOnOneScreenAndNothingOfItTwice(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    List<String> wrong = new ArrayList<>();
    for (Asked asked : corpus(SmtpBot.createUncached())) {
      Answer answer = asked.answer().apply(locale);
      List<String> broken = BriefRules.broken(answer.brief());
      if (!broken.isEmpty()) {
        wrong.add(asked.name() + " " + broken + ":\n" + answer.brief().text());
      }
    }
    assertEquals(List.of(), wrong);
  }
}
