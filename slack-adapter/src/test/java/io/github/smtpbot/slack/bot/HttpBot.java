package io.github.smtpbot.slack.bot;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.SlackSignature;
import io.github.smtpbot.privacy.Markers;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A bot that Slack reaches over HTTP, for the workspaces that install it, and a browser. */
final class HttpBot implements AutoCloseable {

  static final String SECRET = Markers.SLACK_SIGNING_SECRET;

  private final HttpClient client = HttpClient.newHttpClient();
  private final @Nullable SlackBot bot;
  private final int port;

  /** One that runs elsewhere, and listens on this port. */
  HttpBot(int port) {
    this.bot = null;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param more settings, such as those of a database
   */
  HttpBot(FakeSlack slack, Map<String, String> more) throws StartException {
    bot = SlackBot.start(SlackSettings.of(settings(slack, more)));
    port = bot.port();
  }

  /** The settings of a bot that workspaces install, and more. */
  static Map<String, String> settings(FakeSlack slack, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_CLIENT_ID", FakeSlack.CLIENT_ID);
    environment.put("SLACK_CLIENT_SECRET", FakeSlack.CLIENT_SECRET);
    environment.put("SLACK_SIGNING_SECRET", SECRET);
    environment.put("SLACK_API_URL", slack.apiUrl());
    environment.put("PORT", "0");
    environment.putAll(more);
    return environment;
  }

  /** A browser opens the page of the installation; its state comes with a cookie. */
  HttpResponse<String> beginToInstall() throws Exception {
    return get("/slack/install", "");
  }

  /** Slack sends the browser back. */
  HttpResponse<String> comeBack(String code, HttpResponse<String> begun) throws Exception {
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    return comeBack(code, state(begun), cookie);
  }

  HttpResponse<String> comeBack(String code, String state, String cookie) throws Exception {
    return get(
        "/slack/oauth_redirect?code="
            + code
            + "&state="
            + URLEncoder.encode(state, StandardCharsets.UTF_8),
        cookie);
  }

  static String state(HttpResponse<String> begun) {
    String address = begun.headers().firstValue("Location").orElseThrow();
    String after = address.substring(address.indexOf("&state=") + "&state=".length());
    return after.split("&", -1)[0];
  }

  HttpResponse<String> install(String code) throws Exception {
    return comeBack(code, beginToInstall());
  }

  HttpResponse<String> get(String path, String cookie) throws Exception {
    HttpRequest.Builder request = to(path);
    if (!cookie.isEmpty()) {
      request.header("Cookie", "other=1; " + cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Slack sends the fields of a form. */
  HttpResponse<String> command(Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(body, "application/x-www-form-urlencoded", Map.of());
  }

  /** Slack sends an event. */
  HttpResponse<String> event(JsonObject payload) throws Exception {
    return post(payload.toString(), "application/json", Map.of());
  }

  /** Slack sends an event once more. */
  HttpResponse<String> retry(JsonObject payload, int number) throws Exception {
    return post(
        payload.toString(),
        "application/json",
        Map.of("X-Slack-Retry-Num", "" + number, "X-Slack-Retry-Reason", "http_timeout"));
  }

  private HttpResponse<String> post(String body, String type, Map<String, String> headers)
      throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    HttpRequest.Builder request =
        to("/slack/events")
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", timestamp)
            .header(
                "X-Slack-Signature", new SlackSignature.Generator(SECRET).generate(timestamp, body))
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
  }
}
