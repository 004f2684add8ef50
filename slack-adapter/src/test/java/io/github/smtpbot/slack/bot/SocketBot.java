package io.github.smtpbot.slack.bot;

import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import java.util.Map;

/** The bot as it is by default, connected by Socket Mode to a Slack of its own. */
final class SocketBot implements AutoCloseable {

  final FakeSlack slack;
  final Payloads payloads;
  private final SlackBot bot;

  SocketBot() throws Exception {
    slack = new FakeSlack();
    payloads = new Payloads(slack);
    bot =
        SlackBot.start(
            SlackSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN,
                    "SLACK_APP_TOKEN", FakeSlack.APP_TOKEN,
                    "SLACK_API_URL", slack.apiUrl())));
    slack.awaitConnection();
  }

  @Override
  public void close() {
    bot.close();
    slack.close();
  }
}
