package io.github.smtpbot.slack;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No limit of ours is above the one that Slack documents. */
class SlackLimitsTest {

  /** Written down from Slack's documentation; where it has none, what Slack was seen to take. */
  private static final Map<String, Integer> DOCUMENTED =
      Map.ofEntries(
          entry("MESSAGE_BLOCKS", 50),
          entry("VIEW_BLOCKS", 100),
          entry("MESSAGE_TEXT", 13_000),
          // Of 250 kB of JSON, in which a character may take six and the blocks take as much again.
          entry("VIEW_TEXT", 250_000 / 8),
          entry("PRIVATE_METADATA", 3000),
          entry("TABLE_ROWS_SHOWN", 100),
          entry("TABLE_COLUMNS_SHOWN", 20),
          // All cells together.
          entry("TABLE_CELL", 10_000 / (11 * 6)),
          entry("OVERFLOW_OPTIONS", 5),
          entry("FALLBACK_TEXT", 4000),
          entry("HEADER_TEXT", 150),
          entry("SECTION_TEXT", 3000),
          entry("SECTION_FIELDS", 10),
          entry("FIELD_TEXT", 2000),
          entry("RICH_TEXT", 3000),
          entry("CONTEXT_ELEMENTS", 10),
          entry("CONTEXT_TEXT", 2000),
          entry("ACTIONS_ELEMENTS", 25),
          entry("BUTTON_TEXT", 75),
          entry("BUTTON_VALUE", 2000),
          entry("ID", 255),
          entry("ALT_TEXT", 2000),
          entry("SELECT_OPTIONS", 100),
          entry("OPTION_TEXT", 75),
          entry("OPTION_VALUE", 150),
          entry("PLACEHOLDER", 150),
          entry("VIEW_TITLE", 24),
          entry("INPUT_TEXT", 3000),
          entry("INPUT_FILES", 10),
          entry("INPUT_LABEL", 2000));

  @Test
  void noneIsHigherThanSlacks() throws IllegalAccessException {
    for (Field limit : SlackLimits.class.getDeclaredFields()) {
      Integer most = DOCUMENTED.get(limit.getName());
      assertNotNull(most, limit.getName() + " has to be looked up");
      int ours = limit.getInt(null);
      assertTrue(ours > 0 && ours <= most, () -> limit.getName() + ": " + ours);
    }
  }

  @Test
  void allCellsOfATableTogetherFit() {
    int cells = SlackLimits.TABLE_ROWS_SHOWN * SlackLimits.TABLE_COLUMNS_SHOWN;
    assertTrue(cells * SlackLimits.TABLE_CELL <= 10_000);
  }
}
