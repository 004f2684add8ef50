package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An index of cues finds what looking for each of them alone finds. */
class CueIndexTest {

  private static final List<String> TEXTS =
      List.of("[", "ab", "aba", "abab", "baba [", "ภาษ", "ภาษาไทย", "code 55", "ode 5", "\uff05a");

  private static final CueIndex INDEX = new CueIndex(TEXTS);

  @Test
  void findsWhatStandsInRandomTexts() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String text = randomText(random);
      assertEquals(TEXTS.stream().filter(text::contains).toList(), INDEX.in(text), text);
      assertEquals(
          TEXTS.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1),
          INDEX.startOfFirst(text),
          text);
      assertEquals(
          TEXTS.stream()
              .filter(text::contains)
              .mapToInt(known -> text.lastIndexOf(known) + known.length())
              .max()
              .orElse(-1),
          INDEX.endOfLast(text),
          text);
      int at = random.nextInt(text.length() + 1);
      assertEquals(
          TEXTS.stream().anyMatch(known -> text.startsWith(known, at)), INDEX.isAt(text, at), text);
    }
  }

  @Test
  void aNumberIsNotFoundWithinALongerOne() {
    assertTrue(INDEX.isIn("code 55"));
    assertTrue(INDEX.isIn("code 550, code 55."));
    assertFalse(INDEX.isIn("xode 55"));
    assertFalse(INDEX.isIn("code 550"));
    List<Integer> places = new ArrayList<>();
    INDEX.places("code 550 aba", places::add);
    assertEquals(List.of(1, 2), places.stream().sorted().toList());
  }

  @Test
  void anEmptyTextHoldsNothing() {
    assertFalse(INDEX.isIn(""));
    assertFalse(INDEX.isAt("", 0));
    assertEquals(List.of(), new CueIndex(List.of()).in("abab"));
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      String some = TEXTS.get(random.nextInt(TEXTS.size()));
      int from = random.nextInt(some.length());
      text.append(some, from, from + 1 + random.nextInt(some.length() - from));
    }
    return text.toString();
  }
}
