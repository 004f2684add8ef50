package io.github.smtpbot.diagnosis.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rust's lettre spells codes out, digit by digit. */
class SpelledCodeTest {

  private static String code(String severity, String category, String detail) {
    return "Code { severity: %s, category: %s, detail: %s }".formatted(severity, category, detail);
  }

  @ParameterizedTest
  @CsvSource({
    "PositiveCompletion, Syntax, Zero, 200",
    "PositiveIntermediate, MailSystem, Four, 354",
    "TransientNegativeCompletion, Connections, One, 421",
    "PermanentNegativeCompletion, MailSystem, Zero, 550",
    "PermanentNegativeCompletion, Unspecified3, Five, 535",
    "PermanentNegativeCompletion, Unspecified4, Nine, 549",
    "TransientNegativeCompletion, Information, Eight, 418"
  })
  void eachDigitHasAName(String severity, String category, String detail, String code) {
    assertEquals(
        "failed: code: " + code + " ",
        SpelledCode.inDigits("failed: " + code(severity, category, detail)));
  }

  @Test
  void theWordsBehindItFollowInTheSameLine() {
    String code = code("PermanentNegativeCompletion", "MailSystem", "Zero");
    assertEquals(
        "Response { code: 550 5.1.1 no\"] }",
        SpelledCode.inDigits("Response { " + code + ", message: [\"5.1.1 no\"] }"));
    assertEquals(
        "Response { code: 550  }, \"else\"",
        SpelledCode.inDigits("Response { " + code + " }, \"else\""));
    assertEquals("code: 550 , { \"x\"", SpelledCode.inDigits(code + ", { \"x\""));
    assertEquals(
        "code: 550 " + ".".repeat(80) + "\"x\"",
        SpelledCode.inDigits(code + ".".repeat(80) + "\"x\""),
        "too far behind");
  }

  @Test
  void overSeveralLinesAndTwiceItIsReadToo() {
    String code = code("PermanentNegativeCompletion", "MailSystem", "Two");
    assertEquals(
        "a code: 552  b code: 552  c",
        SpelledCode.inDigits(
            "a "
                + code.replace(" ", "\n    ").replace("Code\n    ", "Code ")
                + " b "
                + code
                + " c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Code { severity: PermanentNegativeCompletion, category: MailSystem }",
        "Code { severity: Bad, category: MailSystem, detail: Zero }",
        "Code { severity: PermanentNegativeCompletion, category: MailSystem, detail: Ten }",
        "Code { severity: PermanentNegativeCompletion, category: MailSystem, detail: Zero",
        "Code { }",
        "Code 550"
      })
  void whatIsNotWholeStaysAsItIs(String text) {
    assertEquals(text, SpelledCode.inDigits(text));
  }
}
