package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.smtpbot.SmtpBot;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every label is said, in every language. */
class LabelTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @EnumSource(Label.class)
  void everyLabelIsSaidInEveryLanguage(Label label) {
    String english = label.of(BOT, Locale.ENGLISH, "a", "b", "c");
    for (Locale locale : BOT.languages()) {
      String said = label.of(BOT, locale, "a", "b", "c");
      assertFalse(said.isBlank());
      assertFalse(said.contains("{"), said);
      if (!locale.equals(Locale.ENGLISH) && label != Label.PASTE_PLACEHOLDER) {
        assertNotEquals(english, said, "not translated");
      }
    }
  }
}
