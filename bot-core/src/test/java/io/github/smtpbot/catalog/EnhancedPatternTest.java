package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider's rule is about one enhanced status code, one of any class, or a range. */
class EnhancedPatternTest {

  @ParameterizedTest
  @CsvSource({
    "5.7.1, 5.7.1, true",
    "5.7.1, 4.7.1, false",
    "5.7.1, x.7.1, true",
    "5.7.1, 5.7.10, false",
    "x.7.1, 4.7.1, true",
    "4.7.500-4.7.699, 4.7.499, false",
    "4.7.500-4.7.699, 4.7.500, true",
    "4.7.500-4.7.699, 4.7.699, true",
    "4.7.500-4.7.699, 4.7.700, false",
    "4.7.500-4.7.699, 5.7.550, false",
    "4.7.500-4.7.699, 4.6.550, false",
    "x.7.500-x.7.699, 5.7.550, true"
  })
  void aCodeMatchesWithinClassSubjectAndBothEnds(String pattern, String code, boolean matches) {
    EnhancedPattern read = EnhancedPattern.parse(pattern).orElseThrow();
    assertEquals(matches, read.matches((EnhancedStatusCode) Codes.parse(code).orElseThrow()));
    assertEquals(pattern, read.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550",
        "4.7.500-699",
        "4.7.500-5.7.699",
        "4.7.500-4.6.699",
        "4.7.699-4.7.500",
        "4.7.500-4.7.500",
        "4.7.500-",
        "-4.7.500",
        "4.7.500-4.7.600-4.7.700"
      })
  void whatIsNoCodeAndNoRangeIsRefused(String pattern) {
    assertTrue(EnhancedPattern.parse(pattern).isEmpty(), pattern);
  }
}
