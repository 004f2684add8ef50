package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question is answered in the language that it asks for, whatever the asker's profile says. */
class AskedLanguageTest extends WithSocketBot {

  private static final String USER = Payloads.USER;

  private static boolean isThai(JsonObject message) {
    return Shown.text(message).codePoints().anyMatch(c -> c >= 0x0E00 && c <= 0x0E7F);
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, 550 คืออะไร, true",
    "en-US, th 550, true",
    "en-US, 252 กับ 501 ต่างกันอย่างไร, true",
    "en-US, กล่องจดหมายเต็ม, true",
    "en-US, what does 550 mean, false",
    "th-TH, 550 in English please, false",
    "th-TH, 550, true",
    "de-DE, 550, false"
  })
  void aMentionIsAnsweredInItsLanguageInTheThread(String profile, String text, boolean thai)
      throws Exception {
    slack.locale(USER, profile);
    slack.send("events_api", payloads.mention(USER, text));

    assertEquals(thai, isThai(slack.await("chat.postMessage").body()));
  }

  @Test
  void whatIsPostedStaysInTheLanguageThatWasAskedIn() throws Exception {
    JsonObject own = slack.send("slash_commands", payloads.command(USER, "550 คืออะไร"));
    assertTrue(isThai(own));

    JsonObject button = Shown.button(own, "smtpbot_post");
    slack.send("interactive", payloads.pressed(USER, Shown.actions(own), button));
    JsonObject posted = slack.await("response_url").body();
    assertTrue(isThai(posted), Shown.text(posted));
    JsonObject after = slack.await("response_url").body();
    assertTrue(isThai(after), Shown.text(after));
    assertFalse(Shown.hasButton(after, "smtpbot_post"));
  }
}
