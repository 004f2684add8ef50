package io.github.smtpbot.diagnosis.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text is found by where it ends, whatever its case. */
class EndingsTest {

  private static final Endings LEADS = new Endings(List.of("said:", "Error:", "ตอบว่า"));

  private static boolean endAt(String line, int end) {
    return LEADS.endAt(line, end, (text, from) -> true);
  }

  @Test
  void aTextIsFoundWhereItEndsAndNowhereElse() {
    String line = "SMTP error: 550";
    for (int end = 0; end <= line.length(); end++) {
      assertEquals(end == 11, endAt(line, end), line.substring(0, end));
    }
    assertTrue(endAt("ตอบว่า", 6));
  }

  @Test
  void aLineMayBeShorterThanTheTextItEndsLike() {
    assertFalse(endAt("aid:", 4));
    assertFalse(endAt("", 0));
  }

  @Test
  void whereItBeginsMayRuleItOut() {
    List<String> begun = new ArrayList<>();
    assertFalse(LEADS.endAt("he said:", 8, (text, from) -> !begun.add(text + from)));
    assertEquals(List.of("said:3"), begun);
  }
}
