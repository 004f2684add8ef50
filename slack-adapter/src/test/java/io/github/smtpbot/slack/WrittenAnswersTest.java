package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The JSON of answers about codes, which is written once. */
class WrittenAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");

  private final WrittenAnswers written = new WrittenAnswers();
  private final AtomicInteger times = new AtomicInteger();

  @Test
  void aQuestionOfCodesAloneIsKnownTheSecondTimeInItsLanguage() {
    String json = write("252 501", Locale.ENGLISH);

    WrittenAnswers.Written known = written.find("252 501", Locale.ENGLISH);
    assertEquals(json, known == null ? null : known.json());
    assertEquals(Answer.Kind.COMPARE, known == null ? null : known.answer().kind());
    assertNull(written.find("252 501", THAI));
    assertNull(written.find("501 252", Locale.ENGLISH));
  }

  @Test
  void itIsToldInWhichLanguageItIsWrittenNotWhatTheReadersLanguageIs() {
    write("252 501", Locale.FRENCH);

    WrittenAnswers.Written known = written.find("252 501", Locale.FRENCH);

    assertEquals(Locale.ENGLISH, known == null ? null : known.answer().language());
  }

  @Test
  void whatElseWasTypedAroundTheCodesIsNotKeptButTheAnswerIsWrittenOnce() {
    write("252 vs 501", Locale.ENGLISH);
    write("252 vs 501", Locale.ENGLISH);
    write("what is the difference of 252 and 501 for bob", Locale.ENGLISH);

    assertNull(written.find("252 vs 501", Locale.ENGLISH));
    assertNull(written.find("what is the difference of 252 and 501 for bob", Locale.ENGLISH));
    assertEquals(true, times.get() <= 2, "written " + times.get() + " times");
  }

  @Test
  void theAskerOfAnAnswerForAllIsFilledIn() {
    String json = "{\"value\":\"" + Poster.ANY.value() + "\"}";

    assertEquals("{\"value\":\"U0000ASKER\"}", Poster.fill(json, "U0000ASKER"));
    assertEquals("{\"value\":\"nobody\"}", Poster.fill(json, "x\",\"y"));
  }

  private String write(String text, Locale locale) {
    Answer answer = BOT.answer(text, locale);
    return written.write(text, locale, answer, a -> a.title() + times.incrementAndGet());
  }
}
