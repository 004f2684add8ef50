package io.github.smtpbot.catalog;

import static io.github.smtpbot.catalog.FactTable.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reply codes of the catalog hold against the table of basic codes. */
class ReplyCodeFactsTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  /** After AUTH it asks for another login; Exchange sends it for too many messages at once. */
  private static final ReplyCode TWO_MEANINGS = new ReplyCode(432);

  /** The first row of each number is its main meaning: {@code 454}, then {@code 454 (AUTH)}. */
  static Stream<Map<String, String>> mainMeanings() {
    return FactTable.rows("basic_codes").stream()
        .collect(Collectors.toMap(ReplyCodeFactsTest::number, row -> row, (first, other) -> first))
        .values()
        .stream();
  }

  private static String number(Map<String, String> row) {
    return get(row, "code").substring(0, 3);
  }

  @ParameterizedTest
  @MethodSource("mainMeanings")
  void everyCodeOfTheTableIsThereWithItsStatus(Map<String, String> row) {
    ReplyCodeFacts facts = CATALOG.find(new ReplyCode(Integer.parseInt(number(row))));
    assertNotNull(facts, number(row));
    assertEquals(get(row, "status"), facts.status().name().toLowerCase(Locale.ROOT));
  }

  @Test
  void theCatalogHasNoCodeOfItsOwn() {
    Set<String> known = mainMeanings().map(row -> number(row)).collect(Collectors.toSet());
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      assertTrue(known.contains(facts.code().text()), facts.code().text());
    }
  }

  @Test
  void aStandardCodeCitesAnRfc() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      boolean rfc = facts.sources().stream().anyMatch(s -> s.label().startsWith("RFC "));
      assertTrue(rfc || facts.status() != CodeStatus.STANDARD, facts.code().text());
    }
  }

  @Test
  void theOutcomeOfAStandardCodeGoesWithItsFirstDigit() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      Set<Outcome> fitting =
          switch (facts.code().severity()) {
            case SUCCESS -> Set.of(Outcome.PROCEEDS, Outcome.ENDS, Outcome.INFORMS, Outcome.ADAPTS);
            case INTERMEDIATE -> Set.of(Outcome.AWAITS);
            case TRANSIENT -> Set.of(Outcome.RETRIES, Outcome.ADAPTS, Outcome.ENDS);
            case PERMANENT -> Set.of(Outcome.BOUNCES, Outcome.ADAPTS);
            case UNKNOWN -> Set.of(Outcome.VARIES);
          };
      boolean fits =
          facts.status() != CodeStatus.STANDARD
              || facts.code().equals(TWO_MEANINGS)
              || fitting.contains(facts.outcome());
      assertTrue(fits, facts.code() + " " + facts.outcome());
    }
  }

  @Test
  void noCodeIsRelatedToItself() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      assertFalse(facts.related().contains(facts.code()), facts.code().text());
    }
  }

  @Test
  void everyRelatedCodeIsThere() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      facts.related().forEach(code -> assertTrue(CATALOG.has(code), facts.code() + ": " + code));
    }
  }
}
