package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.preview.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How high the cards are on a phone that Discord receives, as {@code bin/preview} estimates it. */
@Timeout(60)
class CardHeightTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void noCardIsHigherThanAScreen(String language) throws Exception {
    FakeDiscord discord = new FakeDiscord();
    DiscordBot bot = DiscordPreview.connect(discord);
    try {
      DiscordPreview preview = new DiscordPreview(discord, language);
      List<String> tooHigh = new ArrayList<>();
      for (Scene scene : Scene.aimed()) {
        int height = preview.card(scene).height();
        if (height > scene.aim()) {
          tooHigh.add(scene.label() + ": " + height + " of " + scene.aim());
        }
      }
      assertEquals(List.of(), tooHigh);
    } finally {
      bot.close();
      discord.close();
    }
  }
}
