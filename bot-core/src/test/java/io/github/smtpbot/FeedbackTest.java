package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.Feedback.About;
import io.github.smtpbot.Feedback.Ballot;
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
    Ballot ballot = ballot("550");

    assertTrue(feedback.vote("ann", "here", ballot, Vote.RIGHT));
    assertFalse(feedback.vote("ann", "in another window", ballot, Vote.RIGHT));
    assertTrue(feedback.vote("joe", "here", ballot, Vote.RIGHT));
    assertTrue(feedback.vote("ann", "here", ballot("551"), Vote.RIGHT));

    assertEquals(Map.of(new Count(ballot.about(), Vote.RIGHT), 3L), feedback.counts());
  }

  @Test
  void whoChangesTheirMindIsCountedOnce() {
    Ballot ballot = ballot("550");
    feedback.vote("ann", "here", ballot, Vote.RIGHT);

    assertTrue(feedback.vote("ann", "here", ballot, Vote.WRONG));

    assertEquals(Map.of(new Count(ballot.about(), Vote.WRONG), 1L), feedback.counts());
    assertEquals(1, feedback.total());
  }

  @Test
  void anAnswerAndTheStepsOfTheSamePasteAreVotedOnApart() {
    Answer answer = BOT.answer("452 4.2.2 <a@example.org>: Mailbox full", Locale.ENGLISH);
    Answer steps = BOT.answerSteps(Objects.requireNonNull(answer.shareable()), Locale.ENGLISH);
    assertEquals(
        Objects.requireNonNull(answer.shareable()).bareToken(),
        Objects.requireNonNull(steps.shareable()).bareToken());

    feedback.vote("ann", "here", Ballot.of(answer), Vote.RIGHT);
    feedback.vote("ann", "here", Ballot.of(steps), Vote.WRONG);

    assertEquals(
        Map.of(
            new Count(About.of(answer), Vote.RIGHT),
            1L,
            new Count(About.of(steps), Vote.WRONG),
            1L),
        feedback.counts());
    assertEquals(2, feedback.total());
  }

  @Test
  void anAnswerThatCannotBeShownAgainIsThatOfItsPlace() {
    Ballot ballot = new Ballot(about("550"), "");
    feedback.vote("ann", "here", ballot, Vote.RIGHT);

    assertFalse(feedback.vote("ann", "here", ballot, Vote.RIGHT));
    assertTrue(feedback.vote("ann", "there", ballot, Vote.RIGHT));
  }

  @Test
  void aDiagnosisIsCountedByItsCauseAndByNothingThatWasPasted() {
    Ballot ballot =
        ballot("550 5.1.1 <zebra@example.org>: Recipient address rejected: User unknown");
    feedback.vote("ann", "here", ballot, Vote.WRONG);

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
    Ballot ballot = ballot(question);

    assertEquals(Optional.of(ballot), Ballot.ofToken(ballot.token()));
    assertTrue(ballot.token().length() <= 80, ballot.token());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "diagnosis.meaning",
        "diagnosis.meaning.x",
        "x.meaning.",
        "a.b.c.d",
        "explain.meaning.:",
        "explain.meaning.:0123456789ax"
      })
  void whatNobodyWroteIsNotCounted(String token) {
    assertEquals(Optional.empty(), Ballot.ofToken(token));
  }

  private static Ballot ballot(String question) {
    return Ballot.of(BOT.answer(question, Locale.ENGLISH));
  }

  private static About about(String question) {
    return About.of(BOT.answer(question, Locale.ENGLISH));
  }
}
