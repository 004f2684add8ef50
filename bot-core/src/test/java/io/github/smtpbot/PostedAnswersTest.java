package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.question.QuestionScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is posted, opened in full or told as steps is the answer to the question that was asked. */
class PostedAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();

  /** What Discord lets a button carry is 100 characters; {@code smtp:steps:} is before it. */
  private static final int MAX_BARE = 89;

  private static final List<String> OF_CODES =
      List.of(
          "%s",
          "is %s permanent?",
          "is %s temporary?",
          "will %s be retried",
          "whose fault is %s",
          "how do I fix %s",
          "why do I get %s",
          "which code for mailbox full, %s?",
          "do I remove the address after %s",
          "what does %s mean at gmail",
          "fix %s from outlook",
          "is %s final at yahoo",
          "%s ถาวรไหม",
          "วิธีแก้ %s",
          "ควรลบสมาชิกหลังได้ %s ไหม");

  private static final List<String> OF_CAUSES =
      List.of(
          "%s",
          "is %s permanent?",
          "will %s be retried",
          "who is responsible for %s",
          "how do I fix %s",
          "why %s",
          "which code for %s",
          "452 or 552 for %s?",
          "remove subscriber %s",
          "unsubscribe after %s?",
          "what does gmail answer for %s",
          "%s ต้องลบสมาชิกไหม");

  private static Stream<String> codes() {
    return Stream.of(
        "250",
        "354",
        "421",
        "550",
        "5.1.1",
        "450 4.2.2",
        "550 5.7.515",
        "5.7.26",
        "4xx",
        "252 vs 501",
        "econnrefused");
  }

  private static Stream<String> causes() {
    return Stream.concat(
        Stream.of(Cause.values()).map(Cause::label),
        Catalog.builtIn().cues().stream()
            .filter(cues -> Catalog.builtIn().languages().contains(cues.language()))
            .flatMap(
                cues ->
                    Stream.concat(
                        cues.causes().values().stream(), cues.situations().values().stream()))
            .map(words -> words.get(0)));
  }

  private static Stream<String> questions() {
    return Stream.of(
            QuestionScore.corpus().stream().map(QuestionScore.Expected::text),
            codes().flatMap(code -> OF_CODES.stream().map(asks -> asks.formatted(code))),
            causes().flatMap(cause -> OF_CAUSES.stream().map(asks -> asks.formatted(cause))),
            Stream.of(
                "TSS04",
                "is TSS04 permanent",
                "fix TSS04",
                "how to fix 5.7.26 gmail",
                "list providers",
                "list causes",
                "which commands are there",
                "mail from",
                "550 after end of data",
                "better to send 421 or 451 when overloaded",
                "550 or 554 for spam?",
                "remove subscriber mailbox full"))
        .flatMap(all -> all)
        .distinct();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void whatOthersSeeIsWhatTheAskerSees(String tag) {
    assertNoneWrong(
        tag,
        (question, own) -> {
          if (own.shareable() == null) {
            return null;
          }
          Answer posted = BOT.answerShared(carried(own), own.language());
          return own.title().equals(posted.title()) && own.summary().equals(posted.summary())
              ? null
              : told(question, own, posted);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void theStepsAreThoseOfTheSameThing(String tag) {
    assertNoneWrong(
        tag,
        (question, own) -> {
          boolean offered = own.hasSteps() || own.followUps().stream().anyMatch(own::asksForSteps);
          if (!offered) {
            return null;
          }
          Answer steps = BOT.answerSteps(carried(own), own.language());
          return steps.asked().intent() == Intent.FIX && codesOf(own).equals(codesOf(steps))
              ? null
              : told(question, own, steps);
        });
  }

  /** What is wrong with an answer to a question, or null. */
  private interface Check {
    @Nullable String of(String question, Answer own);
  }

  private static void assertNoneWrong(String tag, Check check) {
    Locale locale = Locale.forLanguageTag(tag);
    List<String> wrong =
        questions()
            .map(question -> check.of(question, BOT.answer(question, locale)))
            .flatMap(Stream::ofNullable)
            .toList();
    assertEquals(List.of(), wrong, wrong.size() + " wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void whatIsOfferedToAskIsUnderstood(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    List<String> wrong = new ArrayList<>();
    for (String code : (Iterable<String>) codes()::iterator) {
      for (FollowUp next : BOT.answer(code, locale).followUps()) {
        Answer answer = BOT.answer(next.question(), locale);
        if (next.intent() != null && answer.asked().intent() != next.intent()) {
          wrong.add(code + ": " + next.question() + " is read as " + answer.asked().intent());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** A reply's two codes may stand apart or together. */
  private static String codesOf(Answer answer) {
    return String.join(" ", answer.codes());
  }

  private static Shareable carried(Answer answer) {
    Shareable shareable = Objects.requireNonNull(answer.shareable());
    assertTrue(shareable.bareToken().length() <= MAX_BARE, shareable.bareToken());
    return Shareable.ofToken(shareable.token()).orElseThrow();
  }

  private static String told(String question, Answer own, Answer other) {
    return String.join(
        "\n  ",
        question + " [" + Objects.requireNonNull(own.shareable()).token() + "]",
        own.title() + ": " + own.summary(),
        other.title() + ": " + other.summary(),
        "");
  }
}
