package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.Feedback.About;
import io.github.smtpbot.Feedback.Count;
import io.github.smtpbot.Feedback.Vote;
import io.github.smtpbot.answer.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Votes on answers, which are counted without what was asked. */
class FeedbackTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private final Feedback feedback = new Feedback();

  @Test
  void whoSaysTheSameOfAnAnswerTwiceHasOneVote() {
    About about = about("550");

    assertTrue(feedback.vote("ann 550", about, Vote.RIGHT));
    assertFalse(feedback.vote("ann 550", about, Vote.RIGHT));
    assertTrue(feedback.vote("joe 550", about, Vote.RIGHT));

    assertEquals(Map.of(new Count(about, Vote.RIGHT), 2L), feedback.counts());
  }

  @Test
  void whoChangesTheirMindIsCountedOnce() {
    About about = about("550");
    feedback.vote("ann 550", about, Vote.RIGHT);

    assertTrue(feedback.vote("ann 550", about, Vote.WRONG));

    assertEquals(Map.of(new Count(about, Vote.WRONG), 1L), feedback.counts());
    assertEquals(1, feedback.total());
  }

  @Test
  void aDiagnosisIsCountedByItsCauseAndByNothingThatWasPasted() {
    About about = about("550 5.1.1 <zebra@example.org>: Recipient address rejected: User unknown");
    feedback.vote("ann zebra@example.org", about, Vote.WRONG);

    assertEquals("diagnosis.meaning.user_unknown wrong 1", feedback.toString());
  }

  @Test
  void theOneForOthersIsCountedAsTheOneForTheAsker() {
    Answer answer = BOT.answer("452 4.2.2 <a@example.org>: Mailbox full", Locale.ENGLISH);
    Answer shared = BOT.answerShared(Objects.requireNonNull(answer.shareable()), Locale.ENGLISH);

    assertEquals(About.of(answer), About.of(shared));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550",
        "is 421 permanent?",
        "252 501",
        "mailbox full",
        "550 5.7.1 <a@example.org>: Spam message rejected"
      })
  void whatAButtonCarriesIsReadBack(String question) {
    About about = about(question);

    assertEquals(Optional.of(about), About.ofToken(about.token()));
    assertTrue(about.token().length() <= 80, about.token());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "diagnosis.meaning", "diagnosis.meaning.x", "x.meaning.", "a.b.c.d"})
  void whatNobodyWroteIsNotCounted(String token) {
    assertEquals(Optional.empty(), About.ofToken(token));
  }

  private static About about(String question) {
    return About.of(BOT.answer(question, Locale.ENGLISH));
  }
}
