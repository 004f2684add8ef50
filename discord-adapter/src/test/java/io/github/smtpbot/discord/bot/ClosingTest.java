package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who was promised an answer hears from the bot before it goes. */
@Timeout(60)
class ClosingTest {

  private FakeDiscord discord;
  private DiscordBot bot;

  @BeforeEach
  void connect() throws Exception {
    discord = new FakeDiscord();
    bot =
        DiscordBot.start(
            DiscordSettings.of(
                Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url())));
    discord.awaitReady();
  }

  @AfterEach
  void disconnect() {
    bot.close();
    discord.close();
  }

  private void askAboutAFile(int seconds) throws Exception {
    discord.files.put(
        "/attachments/9/9/a.eml",
        new MockResponse.Builder()
            .body("550 5.1.1 User unknown")
            .headersDelay(seconds, TimeUnit.SECONDS)
            .build());
    Sent deferred =
        discord.ask(
            Interactions.inGuild(
                2,
                "en-US",
                Interactions.MAY_WRITE,
                Interactions.files(
                    Interactions.attachment(
                        "a.eml", "text/plain", 30, discord.origin() + "/attachments/9/9/a.eml"))));
    assertEquals(5, deferred.type());
    discord.awaitRequest("GET /attachments/9/9/a.eml", 1);
  }

  @Test
  void whatIsUnderWayIsFinished() throws Exception {
    askAboutAFile(2);
    bot.close();
    assertTrue(discord.awaitAnswer().text().contains("550 5.1.1"));
  }

  @Test
  void whoCannotBeAnsweredIsTold() throws Exception {
    askAboutAFile(15);
    bot.close();
    assertTrue(discord.awaitAnswer().text().contains("being restarted"));
  }
}
