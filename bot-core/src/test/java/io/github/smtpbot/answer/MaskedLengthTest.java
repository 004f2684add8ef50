package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However long a reply is, no more of it is kept than may be, and no mark of an address is cut. */
class MaskedLengthTest {

  private static String shown(String reply) {
    return Masked.of(reply, null).shown((shown, hash) -> 2);
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  @Test
  void whereverAReplyIsCutMarksStayWhole() {
    for (int length = 540; length <= Masked.MOST + 5; length++) {
      String kept = Masked.of("x".repeat(length) + " someone@example.com refused", null).marked();
      assertTrue(kept.length() <= Masked.MOST + 1, "kept " + kept.length());
      assertEquals(count(kept, Masked.OPEN), count(kept, Masked.CLOSE), "marks at " + length);
    }
  }

  @Test
  void whatFitsIsNotCut() {
    String fits = "x".repeat(Masked.MOST);
    assertEquals(fits, Masked.of(fits, null).marked());
    assertEquals(fits + "…", Masked.of(fits + "x", null).marked());
  }

  @Test
  void noMarkIsShownAndNoMoreThanAQuotationHolds() {
    String shown = shown("someone@example.com " + "word ".repeat(200));
    assertTrue(shown.startsWith("s…e(2)@example.com word"), shown);
    assertTrue(shown.length() <= Quotation.MAX, shown);
    assertEquals(0, count(shown, Masked.OPEN) + count(shown, Masked.CLOSE));
  }

  /** What tells two of them apart is asked for with the address as it is shown. */
  @ParameterizedTest
  @CsvSource({
    "someone@Example.COM, s…e@example.com",
    "550 <someone@a-b.example>: no, s…e@a-b.example",
    "by someone@example.com., s…e@example.com",
    "jane@[192.0.2.1], j…e",
    "bob@example.com, b…@example.com",
    "jane@example.com, j…e@example.com",
    "用户名称@例え.jp, 用…称@例え.jp"
  })
  void theAddressAsItIsShownTellsWhichOneItIs(String reply, String asked) {
    StringBuilder seen = new StringBuilder();
    Masked.of(reply, null)
        .shown(
            (shown, hash) -> {
              seen.append(shown);
              return 1;
            });
    assertEquals(asked, seen.toString());
  }
}
