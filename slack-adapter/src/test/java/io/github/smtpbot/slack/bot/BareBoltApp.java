package io.github.smtpbot.slack.bot;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.Objects;

/** The least that a Bolt app in Socket Mode can be: what {@code bin/bench bots} measures us by. */
public final class BareBoltApp {

  private BareBoltApp() {}

  public static void main(String[] args) throws Exception {
    SlackConfig slack = new SlackConfig();
    slack.setMethodsEndpointUrlPrefix(setting("SLACK_API_URL"));
    App app =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .singleTeamBotToken(setting("SLACK_BOT_TOKEN"))
                .build());
    app.command("/smtp", (request, context) -> context.ack(request.getPayload().getText()));
    new SocketModeApp(setting("SLACK_APP_TOKEN"), app, SocketModeClient.Backend.JavaWebSocket)
        .start();
  }

  private static String setting(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }
}
