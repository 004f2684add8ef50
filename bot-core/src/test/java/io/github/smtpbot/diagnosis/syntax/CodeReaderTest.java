package io.github.smtpbot.diagnosis.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters are a code, and who knows it. */
class CodeReaderTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final CodeReader CODES = new CodeReader(CATALOG);

  @ParameterizedTest
  @CsvSource({
    "550, true",
    "200, true",
    "599, true",
    "199, false",
    "600, false",
    "5500, false",
    "55, false",
    "5x0, false",
    "55x, false",
    "550-, true",
    "550x, true"
  })
  void threeDigitsFromTwoToFiveAreACode(String text, boolean code) {
    assertEquals(code, CodeReader.isCodeAt(text, 0));
    assertEquals(code, CodeReader.isCodeAt("a " + text, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"211", "354", "421", "550"})
  void theNumberIsThatOfTheDigits(String text) {
    assertEquals(text, CodeReader.codeAt("a" + text, 1).text());
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, 5.1.1, 5",
    "4.7.500 x, 4.7.500, 7",
    "2.0.0, 2.0.0, 5",
    "5.123.1234, 5.123.1234, 10",
    "'5.1.1.', 5.1.1, 5",
    "'5.1.1. And', 5.1.1, 5",
    "'5.1.1: no', 5.1.1, 5",
    "'5.1.1-', 5.1.1, 5"
  })
  void anEnhancedStatusCodeIsReadWhereItBegins(String text, String code, int end) {
    CodeReader.Enhanced read = Objects.requireNonNull(CODES.enhancedAt(text, 0));
    assertEquals(code, read.code().text());
    assertEquals(end, read.end());
    assertEquals(2 + end, Objects.requireNonNull(CODES.enhancedAt("a " + text, 2)).end());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.1.1",
        "1.1.1",
        "6.1.1",
        "5.1.",
        "5..1",
        "5.1",
        "5.1.x",
        "5x1.1",
        "5.1234.1",
        "5.1.12345",
        "5.1.1.2",
        "5.1.1a",
        "5.1.1_",
        "5.1.1/",
        "5.1.1@",
        "5.1.1%",
        ""
      })
  void anAddressAVersionAndAWordAreNone(String text) {
    assertNull(CODES.enhancedAt(text, 0));
  }

  @Test
  void everyCodeOfTheCatalogIsKnownAsWhatItIs() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      assertTrue(CODES.isSeen(facts.code()));
      boolean registered =
          facts.sources().stream().anyMatch(s -> s.url().contains("smtp-enhanced-status-codes"));
      assertEquals(
          facts.status() != CodeStatus.NONSTANDARD || registered,
          CODES.isReplyCode(facts.code()),
          facts.code().text());
    }
    CATALOG
        .enhancedCodes()
        .forEach(facts -> assertTrue(CODES.isRegistered(facts.code().ofClass(5))));
  }

  @Test
  void whatNobodyKnowsIsNotKnown() {
    assertFalse(CODES.isSeen(new ReplyCode(599)));
    assertFalse(CODES.isReplyCode(new ReplyCode(599)));
    assertFalse(CODES.isRegistered(new EnhancedStatusCode(5, 99, 99)));
    assertFalse(CODES.isPublished(new EnhancedStatusCode(5, 99, 99)));
    assertTrue(CODES.isPublished(new EnhancedStatusCode(5, 7, 515)));
    // A range of a provider is not one code that it publishes.
    assertFalse(CODES.isPublished(new EnhancedStatusCode(4, 7, 501)));
  }
}
