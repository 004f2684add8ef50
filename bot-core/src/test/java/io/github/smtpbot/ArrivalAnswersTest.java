package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code says of the message's end: whether it has arrived, whether it comes back. */
class ArrivalAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does 250 mean delivered",
        "does 250 mean delivered?",
        "is 250 delivered",
        "does a 250 after DATA mean it was delivered",
        "does 250 mean it is in the inbox?",
        "does 250 guarantee delivery",
        "does 2.0.0 mean delivered?",
        "does gmail 250 mean delivered"
      })
  void anAcceptanceIsNoDelivery(String question) {
    assertTrue(said(question).startsWith("No, not by itself: "), question);
  }

  @Test
  void theCardOfAnAcceptanceAnswersFirst() {
    Answer answer = BOT.answer("does 250 mean delivered", Locale.ENGLISH);

    assertEquals("Does 250 mean delivered?", answer.brief().title());
    assertTrue(
        Objects.requireNonNull(answer.brief().verdict())
            .text()
            .startsWith("✅ No, not by itself: 250 is an acceptance, not a delivery"),
        answer.brief().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can 250 still bounce",
        "can a message bounce after 250?",
        "can 250 bounce later",
        "could mail accepted with 250 still fail"
      })
  void whatWasAcceptedMayComeBack(String question) {
    assertTrue(said(question).startsWith("Yes: what was accepted with 250 can"), question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does 252 mean delivered",
        "does 354 mean delivered",
        "does 250 after RCPT mean delivered",
        "is 221 delivered"
      })
  void aReplyToAnotherStepIsNoDelivery(String question) {
    assertTrue(said(question).contains("answers another step of the session"), said(question));
  }

  @Test
  void whatAnotherStepComesToIsNotTold() {
    assertTrue(said("can 354 still bounce").startsWith("Not told: "));
  }

  @Test
  void anAcceptanceHasNotBounced() {
    assertEquals(
        "No: 250 reports no failure. What was accepted may still bounce later.",
        said("does 250 mean it bounced"));
    assertTrue(said("does 354 mean it bounced").startsWith("No: 354 reports no failure."));
  }

  @Test
  void aRefusalHasBounced() {
    assertTrue(said("is 550 a bounce?").startsWith("Yes: 550 is permanent."));
    assertTrue(said("does 421 mean it bounced").startsWith("No, not at once: 421"));
  }

  @Test
  void aRefusalIsNotDelivered() {
    assertTrue(said("is 550 delivered?").startsWith("No: 550 is a permanent refusal."));
    assertTrue(said("does 550 bounce?").startsWith("Yes: 550 is permanent."));
  }

  @Test
  void aTemporaryFailureIsNotDeliveredYet() {
    assertTrue(said("does 451 mean delivered").startsWith("No, not yet: 451 is temporary."));
    assertTrue(said("can 421 bounce").startsWith("No, not at once: 421 is temporary."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"does 250 mean not delivered", "250", "what is 250"})
  void whatAsksSomethingElseIsNotAnsweredByYesOrNo(String question) {
    String said = said(question);

    assertFalse(said.startsWith("Yes") || said.startsWith("No"), said);
  }

  @Test
  void thaiIsAnsweredInThai() {
    assertTrue(
        said("250 แปลว่าส่งถึงแล้วไหม").startsWith("ไม่ใช่เสมอไป"),
        said("250 แปลว่าส่งถึงแล้วไหม"));
  }

  @Test
  void aYesOrNoQuestionInUnknownWordsIsToldToBeOpen() {
    Answer answer = BOT.answer("is 550 flurbish", Locale.ENGLISH);

    assertTrue(
        answer.brief().notice().contains("Not all words of the question are known"),
        answer.summary());
    // Others do not see the words that are not known, so what they see is not about them.
    Shareable shared = Objects.requireNonNull(answer.shareable());
    assertEquals(answer.summary(), BOT.answerShared(shared, Locale.ENGLISH).summary());
    assertEquals("", BOT.answerShared(shared, Locale.ENGLISH).brief().notice());
  }

  @ParameterizedTest
  @ValueSource(strings = {"does 250 mean delivered", "can 250 still bounce", "is 252 delivered"})
  void othersAreAnsweredTheSame(String question) {
    Answer answer = BOT.answer(question, Locale.ENGLISH);
    Shareable shareable = Objects.requireNonNull(answer.shareable());

    assertEquals(answer.summary(), BOT.answerShared(shareable, Locale.ENGLISH).summary());
  }

  private static String said(String question) {
    return BOT.answer(question, Locale.ENGLISH).summary();
  }
}
