package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real bounces and replies are read right as often as they were when these bounds were set. A reply
 * in words that anybody sends names nobody here, although the corpus knows from whom it came.
 */
class CorpusTest {

  private static final Score SCORE = new Score(Catalog.builtIn());

  @BeforeAll
  static void count() {
    SCORE.run();
  }

  @ParameterizedTest
  @CsvSource({
    "bounces: no failure, 1.0",
    "bounces: reply code, 0.985",
    "bounces: enhanced code, 0.975",
    "bounces: cause, 0.945",
    "replies: reply code, 0.99",
    "replies: enhanced code, 0.99",
    "replies: provider, 0.79"
  })
  void isReadRightAtLeastThisOften(String field, double share) {
    assertTrue(SCORE.share(field) >= share, () -> field + ": " + SCORE.share(field));
  }
}
