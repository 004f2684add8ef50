package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.privacy.Markers;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs use the tools over HTTP, beside Slack, with the owner's token. */
@Timeout(60)
class McpEndpointTest {

  private static final String TOKEN = Markers.MCP_TOKEN;

  private FakeSlack slack;
  private SlackBot bot;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    bot = SlackBot.start(settings(Map.of("SMTPBOT_MCP_TOKEN", TOKEN)));
  }

  private SlackSettings settings(Map<String, String> more) throws StartException {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.putIfAbsent("SLACK_SIGNING_SECRET", Markers.SLACK_SIGNING_SECRET);
    environment.putIfAbsent("SLACK_API_URL", slack.apiUrl());
    environment.putIfAbsent("PORT", "0");
    return SlackSettings.of(environment);
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  @Test
  void theToolsAnswerWithoutWhatIsPrivate() {
    try (McpSyncClient client = client()) {
      client.initialize();
      assertEquals(
          List.of("explain", "compare", "diagnose", "summarise_log", "search"),
          client.listTools().tools().stream().map(Tool::name).toList());

      CallToolResult told =
          client.callTool(
              CallToolRequest.builder("diagnose")
                  .arguments(Map.of("text", "550 5.1.1 <john.doe@example.com>: User unknown"))
                  .build());

      assertEquals("user_unknown", ((Map<?, ?>) told.structuredContent()).get("cause"));
      assertFalse(told.toString().contains("john.doe"), told.toString());
    }
  }

  @Test
  void noFileOfTheMachineIsRead() {
    try (McpSyncClient client = client()) {
      client.initialize();
      CallToolResult told =
          client.callTool(
              CallToolRequest.builder("summarise_log")
                  .arguments(Map.of("path", "/etc/passwd", "log", ""))
                  .build());
      assertTrue(told.isError());
    }
  }

  @Test
  void whoDoesNotSendTheTokenIsRefused() throws Exception {
    for (String authorization : List.of("", "Bearer", "Bearer wrong", "Basic " + TOKEN)) {
      assertEquals(401, post(authorization), authorization);
    }
    assertEquals(200, post("Bearer " + TOKEN));
  }

  @Test
  void slackIsAnsweredBesideIt() throws Exception {
    HttpRequest health = HttpRequest.newBuilder(uri("/healthz")).build();
    assertEquals(
        200, HttpClient.newHttpClient().send(health, BodyHandlers.ofString()).statusCode());
    HttpRequest unsigned =
        HttpRequest.newBuilder(uri("/slack/events")).POST(BodyPublishers.ofString("x")).build();
    assertEquals(
        401, HttpClient.newHttpClient().send(unsigned, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aWrongSettingSaysWhatToWrite() {
    assertWrong(Map.of("SMTPBOT_MCP_TOKEN", "short"));
    assertWrong(Map.of("SMTPBOT_MCP_TOKEN", "with spaces in between them"));
    assertWrong(
        Map.of(
            "SMTPBOT_MCP_TOKEN",
            TOKEN,
            "SLACK_APP_TOKEN",
            FakeSlack.APP_TOKEN,
            "SMTPBOT_SLACK_MODE",
            "socket"));
  }

  private void assertWrong(Map<String, String> environment) {
    StartException wrong = assertThrows(StartException.class, () -> settings(environment));
    assertEquals(StartException.USAGE, wrong.exitCode());
    assertTrue(String.valueOf(wrong.getMessage()).startsWith("SMTPBOT_MCP_TOKEN"));
    assertFalse(String.valueOf(wrong.getMessage()).contains(TOKEN));
  }

  private int post(String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(McpEndpoint.PATH))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private McpSyncClient client() {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + bot.port())
                .endpoint(McpEndpoint.PATH)
                .addHttpRequestCustomizer(
                    (request, method, uri, body, context) ->
                        request.header("Authorization", "Bearer " + TOKEN))
                .build())
        .build();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + bot.port() + path);
  }
}
