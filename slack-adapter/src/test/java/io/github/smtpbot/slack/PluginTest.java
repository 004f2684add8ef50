package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.MessageEvent;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plugin in an ordinary Bolt app, as the README shows it. */
@Timeout(60)
class PluginTest {

  private static final String SECRET = "secret";

  private FakeSlack slack;
  private AppConfig config;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    SlackConfig slackConfig = new SlackConfig();
    slackConfig.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config =
        AppConfig.builder()
            .slack(Slack.getInstance(slackConfig))
            .singleTeamBotToken(FakeSlack.BOT_TOKEN)
            .signingSecret(SECRET)
            .build();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void anOrdinaryBoltAppAnswersOnceThePluginIsInstalled() throws Exception {
    App app = new App(config);
    app.command("/hello", (request, context) -> context.ack("hi"));

    SmtpSlackPlugin.install(app);

    Response response = run(app, form(new Payloads(slack).commandFields("U1", "252 501")));
    assertEquals(200, response.getStatusCode());
    var answer = JsonParser.parseString(response.getBody()).getAsJsonObject();
    SlackRules.checkMessage(answer);
    assertTrue(Shown.text(answer).contains("501"));
  }

  @Test
  void theAppsOwnHandlersStillGetTheMessagesThatAreNotForThePlugin() throws Exception {
    List<String> heard = new ArrayList<>();
    App app = SmtpSlackPlugin.install(new App(config));
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          heard.add(payload.getEvent().getText());
          return context.ack();
        });

    Response response = run(app, new Payloads(slack).written("U1", "channel", "hello").toString());

    assertEquals(200, response.getStatusCode());
    assertEquals(List.of("hello"), heard);
  }

  @Test
  void slowWorkRunsWhereItIsTold() throws Exception {
    List<Runnable> waiting = new ArrayList<>();
    App app =
        SmtpSlackPlugin.builder()
            .executor(waiting::add)
            .languagePatience(Duration.ofMillis(1))
            .install(new App(config));

    Response response = run(app, new Payloads(slack).written("U1", "im", "550").toString());

    assertEquals(200, response.getStatusCode());
    assertEquals(1, waiting.size());
    assertEquals(0, slack.calls("chat.postMessage"));
    waiting.get(0).run();
    slack.await("chat.postMessage");
  }

  private Response run(App app, String body) throws Exception {
    String timestamp = String.valueOf(System.currentTimeMillis() / 1000);
    Map<String, List<String>> headers =
        Map.of(
            "X-Slack-Request-Timestamp",
            List.of(timestamp),
            "X-Slack-Signature",
            List.of(new SlackSignature.Generator(SECRET).generate(timestamp, body)),
            "Content-Type",
            List.of(
                body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded"));
    return app.run(
        new SlackRequestParser(app.config())
            .parse(
                SlackRequestParser.HttpRequest.builder()
                    .requestUri("/slack/events")
                    .requestBody(body)
                    .headers(new RequestHeaders(headers))
                    .build()));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
