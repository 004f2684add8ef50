package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README's snippet, in somebody else's bot. */
@Timeout(60)
class EmbeddingTest {

  @Test
  void anOrdinaryBotAnswersWithThePlugin() throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      JDA jda =
          JDABuilder.createLight(FakeDiscord.TOKEN)
              .setRestConfig(new RestConfig().setBaseUrl(discord.url() + "/v10"))
              .setSessionController(discord.sessionController())
              .setCompression(Compression.NONE)
              .build();
      try {
        jda.awaitReady();
        // README: embedding in a JDA bot
        jda.addEventListener(new SmtpDiscordPlugin());
        jda.updateCommands().addCommands(SmtpDiscordPlugin.commands()).queue();
        // README: end
        assertNotNull(discord.registrations.poll(20, TimeUnit.SECONDS));
        Sent answer =
            discord.ask(
                Interactions.inGuild(
                    2,
                    "en-US",
                    Interactions.MAY_WRITE,
                    Interactions.slash(Interactions.option("question", "252 501"))));
        assertTrue(answer.text().contains("252"));
      } finally {
        jda.shutdown();
        assertTrue(jda.awaitShutdown(Duration.ofSeconds(10)));
      }
    }
  }
}
