package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Severity;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one may ask next about a code: what its answer does not tell, and of this code. */
class NextQuestionsTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Catalog CATALOG = Catalog.builtIn();

  private static Stream<FollowUp> next(String question) {
    return BOT.answer(question, Locale.ENGLISH).followUps().stream();
  }

  private static String intents(String question) {
    return next(question)
        .map(FollowUp::intent)
        .filter(Objects::nonNull)
        .map(Enum::name)
        .collect(Collectors.joining(" "));
  }

  private static Stream<Code> codes() {
    return Stream.concat(
        CATALOG.replyCodes().stream().map(facts -> (Code) facts.code()),
        CATALOG.enhancedCodes().stream().map(facts -> (Code) facts.code()));
  }

  /** The page of a code tells when it is sent; any other answer leads to the page. */
  @ParameterizedTest
  @CsvSource({
    "550, FIX PERMANENT WHO",
    "450, FIX PERMANENT WHO",
    "5.7.1, FIX PERMANENT WHO",
    "x.7.1, FIX PERMANENT WHO",
    "550 5.7.1, FIX PERMANENT WHO",
    "550 fix, PERMANENT WHO WHEN",
    "550 5.7.1 fix, PERMANENT WHO WHEN",
    "is 550 permanent, FIX WHO WHEN",
    "who has to act on 550, FIX PERMANENT WHEN",
    "when is 550 sent, FIX PERMANENT WHO",
    "550 gmail, FIX PERMANENT WHO WHEN"
  })
  void ofAFailureWhatItsAnswerDoesNotTell(String question, String intents) {
    assertEquals(intents, intents(question));
  }

  @Test
  void ofASuccessNobodyAsksHowToFixItOrWhoActs() {
    for (Code code : codes().toList()) {
      boolean well =
          code.severity() == Severity.SUCCESS || code.severity() == Severity.INTERMEDIATE;
      assertEquals(well ? "" : "FIX PERMANENT WHO", intents(code.text()), code.text());
    }
    assertEquals("", intents("250 2.1.5"));
    assertEquals("", intents("250 fix"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"550 fix", "is 550 permanent", "550 gmail", "550 who", "when is 550 sent"})
  void thePageIsOneClickAwayWhereverItIsNotShown(String question) {
    FollowUp first = next(question).findFirst().orElseThrow();
    assertEquals(new FollowUp("All about 550", "550"), first);
    assertFalse(next("550").anyMatch(first::equals), "the page itself");
  }

  /** Those whose meaning is known and not told yet, two at the most; Gmail first. */
  @ParameterizedTest
  @CsvSource({
    "5.7.1, 5.7.1 google;5.7.1 exchangeonline",
    "5.7.26, 5.7.26 google",
    "553 5.7.1, 553 5.7.1 yahoo",
    "5.7.1 gmail, 5.7.1 exchangeonline;5.7.1 yahoo",
    "5.7.1 microsoft 365, 5.7.1 google;5.7.1 yahoo",
    "5.7.1 yahoo, 5.7.1 google;5.7.1 exchangeonline",
    "5.7.1 gmail yahoo, 5.7.1 exchangeonline",
    "252,",
    "354,"
  })
  void theGreatProvidersThatMeanSomethingByIt(String question, String asked) {
    assertEquals(
        asked == null ? "" : asked,
        next(question)
            .filter(one -> one.label().matches("What .* means? by it"))
            .map(FollowUp::question)
            .collect(Collectors.joining(";")));
  }

  @Test
  void aProviderIsAskedAboutByItsShortName() {
    assertTrue(
        next("5.7.26").anyMatch(new FollowUp("What Gmail means by it", "5.7.26 google")::equals));
  }

  @ParameterizedTest
  @CsvSource({
    "550, 550 vs 450",
    "250, 250 vs 252",
    "354, 354 vs 250",
    "5.7.1, 5.7.1 vs 5.7.0",
    "250 2.1.5, 250 vs 252",
    "553 5.7.1, 553 vs 550;5.7.1 vs 5.7.0",
    "334,",
    "x.7.1,"
  })
  void ofEachCodeTheOneItIsConfusedWithMost(String question, String pairs) {
    assertEquals(
        pairs == null ? "" : pairs,
        next(question)
            .map(FollowUp::question)
            .filter(asked -> asked.contains(" vs "))
            .collect(Collectors.joining(";")));
  }
}
