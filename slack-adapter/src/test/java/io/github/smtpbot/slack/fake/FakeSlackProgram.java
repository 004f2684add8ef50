package io.github.smtpbot.slack.fake;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A fake Slack as a process of its own, for {@code bin/bench bots}. It prints the settings that a
 * bot needs, {@code listening}, and {@code ready} when the bot has connected; for each number on
 * standard input it asks so many questions and prints {@code answered}.
 */
public final class FakeSlackProgram {

  private FakeSlackProgram() {}

  public static void main(String[] args) throws Exception {
    try (FakeSlack slack = new FakeSlack();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("SLACK_API_URL=" + slack.apiUrl());
      System.out.println("SLACK_BOT_TOKEN=" + FakeSlack.BOT_TOKEN);
      System.out.println("SLACK_APP_TOKEN=" + FakeSlack.APP_TOKEN);
      System.out.println("listening");
      slack.awaitConnection();
      System.out.println("ready");
      Payloads payloads = new Payloads(slack);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        for (int i = 0; i < Integer.parseInt(line); i++) {
          slack.send("slash_commands", payloads.command("U" + i % 10, "252 " + (500 + i % 5)));
        }
        System.out.println("answered");
      }
    }
  }
}
