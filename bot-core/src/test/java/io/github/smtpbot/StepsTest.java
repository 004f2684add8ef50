package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to do about something, told alone. */
class StepsTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyCodeThatSaysWhatToDoFirstTellsTheStepsAlone(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    Catalog.builtIn()
        .replyCodes()
        .forEach(
            facts -> {
              Answer page = BOT.answer(facts.code().text(), locale);
              if (page.hasSteps()) {
                Answer steps = steps(page, locale);
                assertEquals(page.codes(), steps.codes());
                assertFalse(steps.hasSteps(), "they are told");
              }
            });
  }

  @Test
  void ofAPasteTheStepsBeginWithTheFirstOneAndEndWithWhoHelps() {
    Answer read = BOT.answer("550 5.1.1 <bob@example.com>: User unknown", Locale.ENGLISH);

    Answer steps = steps(read, Locale.ENGLISH);

    Part.Fact first = Objects.requireNonNull(read.brief().first());
    assertTrue(
        steps.lead().get(0) instanceof Part.Text text && text.heading().equals(first.label()));
    assertTrue(
        steps.lead().get(steps.lead().size() - 1) instanceof Part.Text text
            && text.heading().equals(BOT.label("escalate", Locale.ENGLISH)));
    assertFalse(steps.toString().contains("bob"), "they are for others, too");
    assertEquals(read.sources(), steps.sources());
    assertFalse(steps.sources().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"250", "354", "252 501", "how do I fix 550", "help", "list 5xx"})
  void nothingIsOfferedWhereNothingFailedOrItWasAskedFor(String question) {
    assertFalse(BOT.answer(question, Locale.ENGLISH).hasSteps());
  }

  private static Answer steps(Answer of, Locale locale) {
    return BOT.answerSteps(Objects.requireNonNull(of.shareable()), locale);
  }
}
