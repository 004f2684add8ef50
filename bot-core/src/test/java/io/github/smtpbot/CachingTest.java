package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.smtpbot.answer.Answer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Answers are composed once for each question and language; what may be private is never kept. */
class CachingTest {

  private static final Locale THAI = Locale.forLanguageTag("th");

  private final SmtpBot bot = SmtpBot.create();

  @Test
  void theSameQuestionIsComposedOnce() {
    Answer first = bot.answer("252 501", Locale.ENGLISH);
    Answer second = bot.answer("SMTP 252 vs. 501?", Locale.ENGLISH);
    assertSame(first, second);
    assertEquals(1, bot.cacheUse().misses());
    assertEquals(1, bot.cacheUse().hits());
  }

  @Test
  void eachLanguageHasAnAnswerOfItsOwn() {
    assertNotSame(bot.answer("550", Locale.ENGLISH), bot.answer("550", THAI));
    assertEquals(2, bot.cacheUse().misses());
  }

  @Test
  void readersOfOneLanguageInSeveralCountriesShareIt() {
    assertSame(bot.answer("550", Locale.US), bot.answer("550", Locale.UK));
  }

  @Test
  void wordsAndPastedTextAreNotCached() {
    bot.answer("mailbox full", Locale.ENGLISH);
    bot.answer("550 5.1.1 <somebody@example.com>: User unknown", Locale.ENGLISH);
    assertEquals(0, bot.cacheUse().requests());
  }

  @Test
  void ofAQuestionOnlyWhatItMentionsIsCached() {
    Answer answer = bot.answer("252 501 my secret", Locale.ENGLISH);
    assertFalse(answer.toString().contains("secret"));
    assertSame(answer, bot.answer("252 501", Locale.ENGLISH));
  }

  @Test
  void aMessageIsNotCached() {
    bot.answerMessage(new byte[] {'5', '5', '0'}, Locale.ENGLISH);
    assertEquals(0, bot.cacheUse().requests());
  }
}
