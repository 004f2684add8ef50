package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.smtpbot.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than a question can hold is a clear limit, never a failure. */
class QuestionLimitsTest {

  private static final int LIMIT = 64 * 1024;
  private static final QuestionParser PARSER = new QuestionParser(Catalog.builtIn());

  @Test
  void fiveCodesAreCompared() {
    assertInstanceOf(Question.Compare.class, PARSER.parse("220 250 251 252 354", LIMIT));
  }

  @Test
  void sixCodesAreTooMany() {
    Question.TooManyCodes many =
        assertInstanceOf(
            Question.TooManyCodes.class, PARSER.parse("220 250 251 252 354 421", LIMIT));
    assertEquals(6, many.subjects().size());
  }

  @Test
  void theSameCodeSixTimesIsOneCode() {
    assertEquals(
        PARSER.parse("550", LIMIT), PARSER.parse("550, 550; 550/550 or 550 vs 550", LIMIT));
  }

  @Test
  void aTextAtTheLimitIsRead() {
    assertInstanceOf(Question.FreeText.class, PARSER.parse("a".repeat(LIMIT), LIMIT));
  }

  @Test
  void aTextOverTheLimitIsTooLong() {
    assertEquals(
        new Question.TooLong(LIMIT + 1, LIMIT), PARSER.parse("5".repeat(LIMIT + 1), LIMIT));
  }

  @Test
  void hundredThousandCharactersOfNoiseAreTooLong() {
    assertInstanceOf(
        Question.TooLong.class, PARSER.parse("!?\u202e\u0000😀".repeat(20_000), LIMIT));
  }

  @Test
  void spacesAroundACodeAreNoLongQuestion() {
    assertEquals(
        PARSER.parse("550", LIMIT),
        PARSER.parse(" ".repeat(500) + "550" + "\n".repeat(500), LIMIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀😀",
        "👩‍👩‍👧‍👦",
        "\u0000\u0001\u0007",
        "\u202e\u202d\u200f",
        "\u200b",
        "---",
        "``````"
      })
  void whatSaysNothingIsAnsweredWithHelp(String typed) {
    assertEquals(new Question.Help(), PARSER.parse(typed, LIMIT));
  }
}
