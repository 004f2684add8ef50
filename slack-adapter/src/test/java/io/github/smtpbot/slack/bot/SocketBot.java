package io.github.smtpbot.slack.bot;

import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import java.util.HashMap;
import java.util.Map;

/**
 * The bot as it is by default or with some settings, connected by Socket Mode to a Slack of its
 * own.
 */
final class SocketBot implements AutoCloseable {

  final FakeSlack slack;
  final Payloads payloads;
  private final SlackBot bot;

  SocketBot() throws Exception {
    this(Map.of());
  }

  /** With more settings than it needs. */
  SocketBot(Map<String, String> more) throws Exception {
    slack = new FakeSlack();
    payloads = new Payloads(slack);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    environment.put("SLACK_API_URL", slack.apiUrl());
    bot = SlackBot.start(SlackSettings.of(environment));
    slack.awaitConnection();
  }

  /** Ends the bot, and lets the Slack go on. */
  void stop() {
    bot.close();
  }

  @Override
  public void close() {
    bot.close();
    slack.close();
  }
}
