package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.util.json.GsonFactory;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.slack.fake.SlackRules;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of buttons and notes: there in every language, and short enough to be shown whole. */
class LabelTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @EnumSource(Label.class)
  void everyLabelIsSaidInEveryLanguage(Label label) {
    String english = label.of(BOT, Locale.ENGLISH, "a", "b");
    for (Locale locale : BOT.languages()) {
      String said = label.of(BOT, locale, "a", "b");
      assertFalse(said.isBlank());
      assertFalse(said.contains("{"), said);
      if (!locale.equals(Locale.ENGLISH)) {
        assertNotEquals(english, said, "not translated");
      }
    }
  }

  @Test
  void titlesAndButtonsFitUncut() {
    for (Locale locale : BOT.languages()) {
      for (Label label : new Label[] {Label.ASK_TITLE, Label.ASK_SUBMIT, Label.CLOSE}) {
        assertTrue(label.of(BOT, locale).length() <= SlackLimits.VIEW_TITLE, label + " " + locale);
      }
      assertTrue(Label.ASK_PLACEHOLDER.of(BOT, locale).length() <= SlackLimits.PLACEHOLDER);
    }
  }

  @Test
  void theModalKeepsAllLimits() {
    for (Locale locale : BOT.languages()) {
      SlackRules.checkView(
          GsonFactory.createSnakeCase()
              .toJsonTree(AskView.input(Label.Speaker.of(BOT, locale)))
              .getAsJsonObject());
    }
  }
}
