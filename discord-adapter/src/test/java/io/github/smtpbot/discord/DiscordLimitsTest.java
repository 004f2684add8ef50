package io.github.smtpbot.discord;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No limit of ours is above the one that Discord documents. */
class DiscordLimitsTest {

  /** Written down from Discord's documentation. */
  private static final Map<String, Integer> DOCUMENTED =
      Map.ofEntries(
          entry("COMPONENTS", 40),
          entry("TEXT", 4000),
          entry("BUTTONS_IN_ROW", 5),
          entry("BUTTON_LABEL", 80),
          entry("CUSTOM_ID", 100),
          entry("OPTIONS", 25),
          entry("OPTION_TEXT", 100),
          entry("PLACEHOLDER", 100),
          entry("CHOICES", 25),
          entry("CHOICE_TEXT", 100),
          entry("COMMAND_NAME", 32),
          entry("DESCRIPTION", 100),
          entry("OPTION_INPUT", 6000),
          entry("MODAL_TITLE", 45),
          entry("INPUT_LABEL", 45),
          entry("INPUT_VALUE", 4000),
          entry("MEDIA_DESCRIPTION", 1024));

  @Test
  void noneIsHigherThanDiscords() throws IllegalAccessException {
    for (Field limit : DiscordLimits.class.getDeclaredFields()) {
      Integer most = DOCUMENTED.get(limit.getName());
      assertNotNull(most, limit.getName() + " has to be looked up");
      int ours = limit.getInt(null);
      assertTrue(ours > 0 && ours <= most, () -> limit.getName() + ": " + ours);
    }
  }
}
