package io.github.smtpbot.discord.fake;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A fake Discord as a process of its own, for {@code bin/bench bots}. It prints the settings that a
 * bot needs, {@code listening}, and {@code ready} when the bot has connected; for each number on
 * standard input it asks so many questions and prints {@code answered}.
 */
public final class FakeDiscordProgram {

  private FakeDiscordProgram() {}

  public static void main(String[] args) throws Exception {
    try (FakeDiscord discord = new FakeDiscord();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("DISCORD_API_URL=" + discord.url());
      System.out.println("DISCORD_GATEWAY=" + discord.sessionController().getGateway());
      System.out.println("DISCORD_TOKEN=" + FakeDiscord.TOKEN);
      System.out.println("listening");
      discord.awaitReady();
      System.out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        for (int i = 0; i < Integer.parseInt(line); i++) {
          discord.ask(
              Interactions.inGuild(
                  2,
                  "en-US",
                  Interactions.MAY_WRITE,
                  Interactions.slash(Interactions.option("question", "252 " + (500 + i % 5)))));
        }
        System.out.println("answered");
      }
    }
  }
}
