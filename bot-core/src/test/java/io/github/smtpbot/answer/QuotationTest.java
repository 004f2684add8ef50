package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What was pasted is quoted on one line, masked, and then cut. */
class QuotationTest {

  @Test
  void spacesAndEndsOfLinesBecomeOneSpace() {
    assertEquals("a b c d", Quotation.of(" \t a\u00a0 \r\n b\tc\u2028d \n"));
  }

  @Test
  void whatActsUnseenIsLeftOut() {
    assertEquals("550 no", Quotation.of("5\u202e50\u0007 n\u200bo"));
  }

  @Test
  void itIsMaskedBeforeItIsCut() {
    String local = "b".repeat(90);
    assertEquals("550 b…@x.org", Quotation.of("550 " + local + "@x.org", 80));
    assertEquals("550 b…@…", Quotation.of("550 " + local + "@x.org", 8));
  }

  @Test
  void whoseReplyItIsIsNotToldWithoutTheAddressEither() {
    assertEquals("550 z… is away", Quotation.of("550 zorro is away", "zorro@example.org"));
  }

  @Test
  void itIsNoLongerThanAPartMayBe() {
    String quoted = Quotation.of("a".repeat(1000));
    assertEquals(Quotation.MAX, quoted.length());
    assertTrue(quoted.endsWith("…"));
  }
}
