package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many lines of a phone a text takes, and when a screen is full. */
class ScreenTest {

  private static final int COLUMNS = Brief.COLUMNS;

  @Test
  void aTextTakesALineUpToTheLastColumnAndThenAnother() {
    assertEquals(1, Screen.lines(""));
    assertEquals(1, Screen.lines("a"));
    assertEquals(1, Screen.lines("a".repeat(COLUMNS)));
    assertEquals(2, Screen.lines("a".repeat(COLUMNS + 1)));
    assertEquals(2, Screen.lines("a".repeat(2 * COLUMNS)));
    assertEquals(3, Screen.lines("a".repeat(2 * COLUMNS + 1)));
  }

  @Test
  void wordsStandBesideEachOtherWithOneSpaceBetween() {
    assertEquals(1, Screen.lines("a " + "b".repeat(COLUMNS - 2)));
    assertEquals(2, Screen.lines("a " + "b".repeat(COLUMNS - 1)));
    assertEquals(2, Screen.lines("a " + "b".repeat(COLUMNS)));
    assertEquals(3, Screen.lines("a " + "b".repeat(COLUMNS) + " c"));
    String half = "b".repeat(COLUMNS / 2);
    assertEquals(2, Screen.lines(half + " " + half + " " + "c".repeat(COLUMNS / 2 - 1)));
    assertEquals(1, Screen.lines("a ".repeat(COLUMNS / 2).strip()));
    assertEquals(2, Screen.lines("a ".repeat(COLUMNS / 2 + 1).strip()));
  }

  @Test
  void aRunThatIsWiderThanALineGoesOnWhereTheLineIs() {
    assertEquals(2, Screen.lines("a " + "b".repeat(2 * COLUMNS - 2)));
    assertEquals(3, Screen.lines("a " + "b".repeat(2 * COLUMNS - 1)));
    assertEquals(2, Screen.lines("b".repeat(COLUMNS + 1) + " " + "c".repeat(COLUMNS - 2)));
    assertEquals(3, Screen.lines("b".repeat(COLUMNS + 1) + " " + "c".repeat(COLUMNS - 1)));
    assertEquals(3, Screen.lines("b".repeat(2 * COLUMNS) + " c"));
    assertEquals(3, Screen.lines("a".repeat(COLUMNS) + " " + "b".repeat(COLUMNS + 1)));
  }

  @ParameterizedTest
  @CsvSource({"abc~, 4", "é, 1", "ก, 1", "กี่, 1", "⛔, 2", "📬x, 3", "漢字, 4", "a\u200db, 2"})
  void signsAboveALetterTakeNoColumnAndAnEmojiTakesTwo(String text, int columns) {
    assertEquals(columns, Screen.width(text));
  }

  @Test
  void aScreenTakesLinesUntilItIsFullAndNotOneMore() {
    Screen screen = new Screen();
    for (int i = 0; i < Brief.MAX_LINES; i++) {
      assertEquals(Brief.MAX_LINES - i, screen.lines());
      assertTrue(screen.take("a"));
    }
    assertEquals(0, screen.lines());
    assertFalse(screen.take("a"));
    assertTrue(screen.take(""), "nothing takes no room");
    screen.free("");
    assertFalse(screen.take("a"));
    screen.free("a");
    assertEquals(1, screen.lines());
    assertTrue(screen.take("a"));
  }

  @Test
  void aScreenTakesCharactersUntilItIsFullAndNotOneMore() {
    // No column, so that only the characters count; each text also ends a line.
    String unseen = "\u200d".repeat(Brief.MAX_CHARACTERS - 1);
    Screen screen = new Screen();
    assertFalse(screen.take(unseen + "\u200d"));
    assertEquals(Brief.MAX_LINES, screen.lines(), "what does not fit takes nothing");
    assertTrue(screen.take(unseen));
    assertFalse(screen.take("a"));
    screen.free(unseen);
    assertTrue(screen.take(unseen));
    assertEquals(Brief.MAX_LINES - 1, screen.lines());
  }
}
