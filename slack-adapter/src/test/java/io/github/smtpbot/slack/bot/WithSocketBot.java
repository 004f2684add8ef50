package io.github.smtpbot.slack.bot;

import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a bot that is connected by Socket Mode; each has one of its own, and a Slack. */
abstract class WithSocketBot {

  SocketBot bot;
  FakeSlack slack;
  Payloads payloads;

  /** More settings than the bot needs. */
  Map<String, String> settings() {
    return Map.of();
  }

  @BeforeEach
  void startBot() throws Exception {
    bot = new SocketBot(settings());
    slack = bot.slack;
    payloads = bot.payloads;
  }

  @AfterEach
  void stopBot() {
    bot.close();
  }
}
