package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes that only a provider explains are compared by what it says of them, which is less. */
class OwnCodesComparedTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Set<Answer.Kind> OF_CODES =
      Set.of(Answer.Kind.COMPARE, Answer.Kind.EXPLAIN, Answer.Kind.REPLY, Answer.Kind.UNKNOWN);

  static List<Locale> languages() {
    return BOT.languages();
  }

  private static Stream<EnhancedPattern> published() {
    return CATALOG.providers().stream()
        .flatMap(provider -> provider.rules().stream())
        .flatMap(rule -> Stream.ofNullable(rule.enhanced()));
  }

  /** Every code of the registry in every class, and both ends of all that providers publish. */
  private static Set<EnhancedStatusCode> known() {
    Set<EnhancedStatusCode> codes = new TreeSet<>();
    CATALOG
        .enhancedCodes()
        .forEach(facts -> Stream.of(0, 2, 4, 5).forEach(of -> codes.add(facts.code().ofClass(of))));
    published()
        .forEach(
            pattern -> {
              codes.add(pattern.first());
              codes.add(after(pattern.first(), pattern.last() - pattern.first().detail()));
            });
    return codes;
  }

  private static EnhancedStatusCode after(EnhancedStatusCode code, int more) {
    return new EnhancedStatusCode(code.classDigit(), code.subject(), code.detail() + more);
  }

  private static Answer assertAnswered(String question, Locale language) {
    Answer answer = BOT.answer(question, language);
    assertTrue(OF_CODES.contains(answer.kind()), question + " is a " + answer.kind());
    assertEquals(language, answer.language());
    Bounds.assertHeld(answer);
    return answer;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCodeIsComparedWithItselfItsNeighbourAndOthersInBothOrders(Locale language) {
    for (EnhancedStatusCode code : known()) {
      for (String other :
          List.of(code.text(), after(code, 1).text(), "5.1.1", "5.7.606", "550", "550 5.7.515")) {
        assertAnswered(code + " vs " + other, language);
        assertAnswered(other + " vs " + code, language);
      }
      assertAnswered(code + " vs 550 vs 5.7.649", language);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyRangeThatAProviderPublishesIsAnswered(Locale language) {
    List<EnhancedPattern> ranges = published().filter(pattern -> !pattern.isOne()).toList();
    assertTrue(ranges.size() > 3, ranges.toString());
    for (EnhancedPattern range : ranges) {
      Answer answer = assertAnswered(range.text(), language);
      assertEquals(Answer.Kind.COMPARE, answer.kind(), range.text());
      assertEquals(range.text(), String.join("-", answer.codes()));
    }
  }

  private static List<Part.Section> sections(Answer answer) {
    return answer.details().stream()
        .filter(Part.Section.class::isInstance)
        .map(Part.Section.class::cast)
        .toList();
  }

  @Test
  void whatAProviderMeansByEachIsToldAndNoSituationThatNobodyPublishes() {
    Answer answer = BOT.answer("5.7.606 vs 5.7.705", Locale.ENGLISH);
    assertEquals(2, answer.details().size(), "nothing beside the two sections");
    for (Part.Section section : sections(answer)) {
      assertEquals(
          List.of("What it means", "How to fix it"),
          section.parts().stream()
              .map(OwnCodesComparedTest::heading)
              .filter(heading -> !heading.isEmpty())
              .toList());
    }
    assertFalse(answer.toString().contains("Which applies when"));
  }

  private static String heading(Part part) {
    return part instanceof Part.Text text
        ? text.heading()
        : part instanceof Part.Bullets bullets ? bullets.heading() : "";
  }

  @Test
  void besideACodeWhoseSituationIsKnownItIsNamed() {
    Part.Bullets applies =
        (Part.Bullets) BOT.answer("5.7.606 vs 5.1.1", Locale.ENGLISH).details().get(2);
    assertEquals("Which applies when", applies.heading());
    assertEquals("5.7.606: Sending IP address blocklisted or distrusted", applies.items().get(0));
    assertTrue(
        applies.items().get(1).startsWith("5.1.1: The address is mistyped"), applies.toString());
  }
}
