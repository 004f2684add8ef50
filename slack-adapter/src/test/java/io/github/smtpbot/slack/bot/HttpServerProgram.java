package io.github.smtpbot.slack.bot;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import java.util.Map;
import java.util.Objects;

/**
 * One of the servers that {@code bin/bench http} compares: ours, or a bare Bolt app behind the same
 * Jetty that answers with what was typed or with a body that is given. Prints its port, and runs
 * until it is ended.
 */
public final class HttpServerProgram {

  private HttpServerProgram() {}

  /**
   * Serves.
   *
   * @param args {@code ours}, {@code echo} or {@code body}; the last takes it from the setting
   *     {@code BODY}
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> environment = System.getenv();
    if (args[0].equals("ours")) {
      System.out.println(SlackBot.start(SlackSettings.of(environment)).port());
    } else {
      String body = environment.get("BODY");
      App app = bare(environment);
      app.command(
          "/smtp",
          (request, context) ->
              body == null
                  ? context.ack(request.getPayload().getText())
                  : Response.builder()
                      .statusCode(200)
                      .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                      .body(body)
                      .build());
      app.start();
      System.out.println(HttpEndpoint.start(app, 0, null).port());
    }
    Thread.currentThread().join();
  }

  /** Set up as ours: it asks Slack once who it is. */
  private static App bare(Map<String, String> environment) {
    SlackConfig slack = new SlackConfig();
    slack.setMethodsEndpointUrlPrefix(setting(environment, "SLACK_API_URL"));
    return new App(
        AppConfig.builder()
            .slack(Slack.getInstance(slack))
            .singleTeamBotToken(setting(environment, "SLACK_BOT_TOKEN"))
            .signingSecret(setting(environment, "SLACK_SIGNING_SECRET"))
            .authTestCacheEnabled(true)
            .authTestCacheExpirationMillis(3_600_000)
            .build());
  }

  private static String setting(Map<String, String> environment, String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }
}
