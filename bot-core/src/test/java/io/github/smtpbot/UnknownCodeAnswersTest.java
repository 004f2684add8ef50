package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A code that SMTP does not have is told from one that it has, and nobody is left alone with it.
 */
class UnknownCodeAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  @Test
  void whatAProviderMeansByAnUnassignedCodeComesFirst() {
    Answer answer = ask("5.7.515");
    Part.Bullets providers = assertInstanceOf(Part.Bullets.class, answer.lead().get(0));
    assertTrue(providers.items().get(0).startsWith("Microsoft 365"), providers.toString());
    assertEquals(providers.items().get(0), answer.summary());
    assertEquals(Answer.Kind.EXPLAIN, answer.kind());
    assertFalse(answer.toString().contains("no product"), "Microsoft's product uses it");
  }

  @Test
  void whatAProviderMeansByAnUnassignedCodeComesWithAFirstStep() {
    Part.Verdict verdict = assertInstanceOf(Part.Verdict.class, ask("5.7.515").lead().get(1));
    assertEquals(
        List.of("Cause", "Who acts", "Do this first"),
        verdict.facts().stream().map(Part.Fact::label).toList());
  }

  @Test
  void anUnassignedCodeIsNotSaidToBeNoCode() {
    assertEquals("5.99.1 is not assigned in any RFC or registry", ask("5.99.1").title());
    assertEquals("299 is not assigned in any RFC or registry", ask("299").title());
  }

  @Test
  void anUnassignedCodeIsReadByItsDigits() {
    Answer answer = ask("5.99.1");
    assertTrue(answer.lead().stream().anyMatch(part -> part.toString().contains("5.x.x")));
    assertTrue(answer.lead().stream().anyMatch(Part.Choices.class::isInstance));
  }

  @ParameterizedTest
  @ValueSource(strings = {"502 Bad Gateway", "404 Not Found", "404"})
  void anHttpStatusIsRepeatedAsTyped(String typed) {
    Answer answer = ask(typed);
    assertEquals(Answer.Kind.UNKNOWN, answer.kind());
    assertEquals(typed + " is not an SMTP code", answer.title());
    assertTrue(answer.summary().contains("HTTP"), answer.summary());
  }

  @Test
  void aCodeOutOfRangeSaysWhichDigitsThereAre() {
    assertTrue(ask("999").summary().contains("begin with 2, 3, 4 or 5"));
  }

  @Test
  void whereNoCodeIsNearExamplesHelpOn() {
    Part.Choices examples = assertInstanceOf(Part.Choices.class, ask("999").lead().get(1));
    assertEquals("550", examples.choices().get(0).question());
  }

  @Test
  void whatLooksLikeACodeSaysHowOneIsWritten() {
    assertTrue(ask("2.7.x9").summary().contains("three numbers separated by dots"));
  }
}
