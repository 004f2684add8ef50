package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CommandReply;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code answers alone, in phases and in pairs, in both languages and inside all bounds. */
class EveryAnswerTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Catalog CATALOG = Catalog.builtIn();

  /** One of each kind: success, transient, permanent, obsolete, nonstandard, with a note. */
  private static final List<String> SAMPLE =
      List.of(
          "252", "334", "451", "550", "538", "422", "571", "5.7.1", "4.2.2", "x.1.1", "550 5.1.1");

  static List<Locale> languages() {
    return BOT.languages();
  }

  /** Every reply code, and every enhanced status code with each of its classes and with none. */
  static List<String> codes() {
    List<String> codes = new ArrayList<>();
    CATALOG.replyCodes().forEach(facts -> codes.add(facts.code().text()));
    CATALOG
        .enhancedCodes()
        .forEach(
            facts -> {
              codes.add(facts.code().text());
              Stream.of(2, 4, 5).forEach(digit -> codes.add(facts.code().ofClass(digit).text()));
            });
    return codes;
  }

  private static Answer assertAnswered(String question, Answer.Kind kind, Locale language) {
    Answer answer = BOT.answer(question, language);
    assertEquals(kind, answer.kind(), question);
    assertEquals(language, answer.language());
    Bounds.assertHeld(answer);
    assertTheFirstStepIsToldOnce(answer);
    answer.followUps().forEach(followUp -> assertIsAQuestion(followUp.question(), language));
    return answer;
  }

  private static void assertTheFirstStepIsToldOnce(Answer answer) {
    Part.Fact first = answer.brief().first();
    if (first != null) {
      assertTrue(
          answer.details().stream()
              .filter(Part.Bullets.class::isInstance)
              .flatMap(part -> ((Part.Bullets) part).items().stream())
              .noneMatch(item -> item.endsWith(first.value())),
          answer.title());
    }
  }

  /** What a button asks is a question of codes; a click must never end in a search. */
  private static void assertIsAQuestion(String question, Locale language) {
    Answer.Kind kind = BOT.answer(question, language).kind();
    assertTrue(
        kind != Answer.Kind.SEARCH && kind != Answer.Kind.UNKNOWN && kind != Answer.Kind.DIAGNOSIS,
        question + " is a " + kind);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCodeIsExplained(Locale language) {
    for (String code : codes()) {
      Answer answer = assertAnswered(code, Answer.Kind.EXPLAIN, language);
      assertEquals(List.of(code), answer.codes());
      assertTrue(answer.title().startsWith(code + " — "), answer.title());
      assertTrue(!answer.sources().isEmpty(), code);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCodeIsComparedWithASampleOfOthers(Locale language) {
    for (String code : codes()) {
      for (String other : SAMPLE) {
        if (!other.equals(code)) {
          Answer answer = assertAnswered(code + " vs " + other, Answer.Kind.COMPARE, language);
          assertEquals(List.of(code, other), answer.codes());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void fiveCodesAreComparedAtOnce(Locale language) {
    List<String> codes = codes();
    for (int i = 0; i + 5 <= codes.size(); i += 5) {
      assertAnswered(String.join(" vs ", codes.subList(i, i + 5)), Answer.Kind.COMPARE, language);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyEnhancedCodeIsExplainedAsAReplyWithItsReplyCodes(Locale language) {
    CATALOG
        .enhancedCodes()
        .forEach(
            facts ->
                facts
                    .basic()
                    .forEach(
                        basic -> {
                          String enhanced = facts.code().ofClass(basic.value() / 100).text();
                          assertAnswered(basic + " " + enhanced, Answer.Kind.REPLY, language);
                        }));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyReplyToACommandIsExplainedInItsPhase(Locale language) {
    for (CommandReply reply : CATALOG.commandReplies()) {
      String question = new Question.InPhase(reply.code(), reply.command()).canonical();
      assertAnswered(question, Answer.Kind.PHASE, language);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCommandIsAnsweredWithItsReplies(Locale language) {
    for (Command command : Command.values()) {
      String question = new Question.CommandReplies(command).canonical();
      Answer answer = assertAnswered(question, Answer.Kind.COMMAND, language);
      assertTrue(!answer.codes().isEmpty(), question);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyFamilyIsBrowsed(Locale language) {
    List<String> families = new ArrayList<>(List.of("list"));
    for (String first : List.of("2", "3", "4", "5")) {
      families.add(first + "xx");
      for (int second = 0; second <= 9; second++) {
        families.add(first + second + "x");
      }
    }
    for (String first : List.of("x", "2", "4", "5")) {
      families.add(first + ".x.x");
      for (int subject = 0; subject <= 7; subject++) {
        families.add(first + "." + subject + ".x");
      }
    }
    families.forEach(family -> assertAnswered(family, Answer.Kind.BROWSE, language));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void familiesAreCompared(Locale language) {
    assertAnswered("4xx vs 5xx", Answer.Kind.COMPARE, language);
    assertAnswered("2xx 3xx 4xx 5xx", Answer.Kind.COMPARE, language);
    assertAnswered("4.x.x vs 5.x.x", Answer.Kind.COMPARE, language);
    assertAnswered("x.1.x vs x.7.x", Answer.Kind.COMPARE, language);
    assertAnswered("45x vs 55x", Answer.Kind.COMPARE, language);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCauseIsFoundByItsName(Locale language) {
    for (Cause cause : Cause.values()) {
      if (cause != Cause.OTHER && cause != Cause.SUCCESS) {
        String name = CATALOG.words(language).cause(cause).name();
        Answer answer = BOT.answer(name, language);
        Bounds.assertHeld(answer);
        assertTrue(answer.summary().startsWith(name), name + " finds " + answer.summary());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatIsNoCodeIsAnsweredInsideTheBounds(Locale language) {
    for (int number = 0; number <= 999; number++) {
      Bounds.assertHeld(BOT.answer(String.format(Locale.ROOT, "%03d", number), language));
    }
    Stream.of("9.9.9", "5.99.99", "2.7.x9", "4.0.999", "502 Bad Gateway", "5.7.515", "299 5.99.1")
        .forEach(text -> Bounds.assertHeld(BOT.answer(text, language)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void helpAndLimitsAreAnsweredInsideTheBounds(Locale language) {
    assertAnswered("", Answer.Kind.HELP, language);
    assertAnswered("220 250 251 252 354 421", Answer.Kind.LIMIT, language);
    assertAnswered(
        "550 5.1.1, 551 5.1.1, 552 5.1.1, 553 5.1.1, 554 5.1.1, 450 4.1.1",
        Answer.Kind.LIMIT,
        language);
    assertAnswered("x".repeat(SmtpBot.MAX_TEXT + 1), Answer.Kind.LIMIT, language);
  }

  @Test
  void aMessageThatIsTooLargeIsAnsweredWithTheLimit() {
    Answer answer = BOT.answerMessage(new byte[SmtpBot.MAX_MESSAGE + 1], Locale.ENGLISH);
    assertEquals(Answer.Kind.LIMIT, answer.kind());
    Bounds.assertHeld(answer);
  }

  @Test
  void aLanguageThatThereIsNotIsAnsweredInEnglish() {
    assertEquals(Locale.ENGLISH, BOT.answer("550", Locale.JAPANESE).language());
  }
}
