package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.preview.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How high the cards are on a phone that Slack receives, as {@code bin/preview} estimates it. */
@Timeout(60)
class CardHeightTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void noCardIsHigherThanAScreen(String language) throws Exception {
    try (SocketBot bot = new SocketBot()) {
      SlackPreview preview = new SlackPreview(bot, language);
      List<String> tooHigh = new ArrayList<>();
      for (Scene scene : Scene.aimed()) {
        int height = preview.card(scene).height();
        if (height > scene.aim()) {
          tooHigh.add(scene.label() + ": " + height + " of " + scene.aim());
        }
      }
      assertEquals(List.of(), tooHigh);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void theCardOfALogIsNoHigherThanAScreen(String language) throws Exception {
    try (SocketBot bot = new SocketBot()) {
      int height = new SlackPreview(bot, language).cardOfLog().height();
      int aim = Scene.named("log").aim();
      assertTrue(height <= aim, "height with its picture: " + height + " of " + aim);
    }
  }
}
