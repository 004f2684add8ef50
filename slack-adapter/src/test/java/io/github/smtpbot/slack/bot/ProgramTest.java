package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.smtpbot.measure.Running;
import io.github.smtpbot.privacy.Markers;
import io.github.smtpbot.privacy.PrivatePastes;
import io.github.smtpbot.privacy.Records;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what it logs, and how it ends. */
@Timeout(120)
class ProgramTest {

  private static final String SECRET = "zebra-crossing@secret.example";

  @Test
  void itLogsNeitherTokensNorWhatPeopleWriteAndClosesInGoodOrder(@TempDir Path directory)
      throws Exception {
    Path log = Records.room(directory).resolve("log");
    try (FakeSlack slack = new FakeSlack()) {
      Process program = start(slack, log);
      try {
        slack.awaitConnection();
        Payloads payloads = new Payloads(slack);
        slack.send("slash_commands", payloads.command("U1", "550 5.1.1 <" + SECRET + ">"));
        slack.send("events_api", payloads.written("U1", "im", "550 5.1.1 " + SECRET));
        slack.await("chat.postMessage");
        slack.sendRaw("{\"type\":\"slash_commands\",\"envelope_id\":\"" + SECRET + "\",\"p");
        JsonObject file = Payloads.file("zebra.eml", slack.url("/files/zebra.eml"), 100);
        slack.send("events_api", payloads.written("U1", "im", "", file));
        slack.await("chat.update");
        slack.garble("chat.update", "{\"ok\":\"" + SECRET);
        slack.send("events_api", payloads.written("U1", "im", "", file));
        awaitLine(log, "Slack was not answered");
        slack.refuse("chat.postMessage", "missing_scope");
        slack.send("events_api", payloads.written("U1", "im", "550 5.1.1 " + SECRET));
        slack.await("chat.postMessage");
        awaitLine(log, "missing_scope");

        program.destroy();
        assertTrue(program.waitFor(15, TimeUnit.SECONDS), "ends when it is told to");
        assertEquals(143, program.exitValue());
      } finally {
        program.destroyForcibly();
      }
    }
    String logged = Files.readString(log);
    assertTrue(logged.contains("ready: Socket Mode"), logged);
    assertTrue(logged.contains("missing_scope"), logged);
    for (String secret :
        List.of(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "zebra", Markers.SLACK_TICKET, "\tat ")) {
      assertFalse(logged.contains(secret), logged);
    }
  }

  @Test
  void itsOwnerSeesNumbersAndLinesOfJsonWithoutWhatPeopleWrite(@TempDir Path directory)
      throws Exception {
    Path log = Records.room(directory).resolve("log");
    String numbers;
    try (FakeSlack slack = new FakeSlack()) {
      Process program =
          start(slack, log, Map.of("SMTPBOT_METRICS_PORT", "0", "SMTPBOT_LOG_FORMAT", "json"));
      try {
        slack.awaitConnection();
        Payloads payloads = new Payloads(slack);
        slack.send("slash_commands", payloads.command("U1", "252 501"));
        slack.send("slash_commands", payloads.command("U1", "252 501"));
        slack.send("slash_commands", payloads.command("U1", "550 5.1.1 <" + SECRET + ">"));
        slack.refuse("chat.postMessage", "missing_scope");
        slack.send("events_api", payloads.written("U1", "im", "550 5.1.1 " + SECRET));
        awaitLine(log, "missing_scope");

        assertEquals(200, get(log, "/health/ready").statusCode());
        numbers = get(log, "/metrics").body();
        for (String paste : PrivatePastes.all().toList()) {
          slack.send("slash_commands", payloads.command("U1", paste));
        }
        Records.metrics(get(log, "/metrics").body());
        slack.refuse("apps.connections.open", "internal_error");
        slack.restart();
        awaitStatus(log, "/health/ready", 503);
        assertEquals(200, get(log, "/health/live").statusCode());
      } finally {
        program.destroy();
        assertTrue(program.waitFor(15, TimeUnit.SECONDS), "ends when it is told to");
      }
    }
    for (String line :
        List.of(
            "smtpbot_questions_total{kind=\"compare\",language=\"en\",place=\"command\"} 2.0",
            "smtpbot_questions_total{kind=\"diagnosis\",language=\"en\",place=\"command\"} 1.0",
            "smtpbot_questions_total{kind=\"diagnosis\",language=\"en\",place=\"conversation\"} 1.0",
            "smtpbot_slack_connected_total 1.0",
            "smtpbot_slack_connections 1.0")) {
      assertTrue(numbers.lines().anyMatch(line::equals), line + "\nin\n" + numbers);
    }
    assertTrue(numbers.contains("{method=\"auth.test\",outcome=\"ok\"}"), numbers);
    assertTrue(numbers.contains("{method=\"chat.postMessage\",outcome=\"refused\"}"), numbers);
    List<String> logged = Files.readAllLines(log);
    for (String line : logged) {
      if (!line.startsWith("smtpbot-slack is ready")) {
        JsonObject told = JsonParser.parseString(line).getAsJsonObject();
        assertFalse(told.get("formattedMessage").getAsString().isEmpty(), line);
        assertTrue(told.has("level"), line);
      }
    }
    for (String secret : List.of(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "zebra", "ticket")) {
      assertFalse(logged.toString().contains(secret), logged.toString());
      assertFalse(numbers.contains(secret), numbers);
    }
  }

  private static HttpResponse<String> get(Path log, String path) throws Exception {
    String found = "Metrics and health on 127.0.0.1, port ";
    String logged = Files.readString(log);
    int at = logged.indexOf(found) + found.length();
    int port = Integer.parseInt(logged.substring(at, logged.indexOf('"', at)));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static void awaitStatus(Path log, String path, int status) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (get(log, path).statusCode() != status) {
      assertTrue(System.nanoTime() < deadline, path);
      Thread.sleep(50);
    }
  }

  @Test
  void aRequestOfAProgramThatIsNotUnderstoodIsNotLogged(@TempDir Path directory) throws Exception {
    Path log = Records.room(directory).resolve("log");
    try (FakeSlack slack = new FakeSlack()) {
      Map<String, String> http =
          Map.of(
              "SMTPBOT_SLACK_MODE",
              "http",
              "SLACK_SIGNING_SECRET",
              Markers.SLACK_SIGNING_SECRET,
              "SMTPBOT_MCP_TOKEN",
              Markers.MCP_TOKEN,
              "PORT",
              "0");
      Process program = start(slack, log, http);
      try {
        awaitLine(log, "HTTP, port ");
        String logged = Files.readString(log);
        int at = logged.indexOf("HTTP, port ") + "HTTP, port ".length();
        URI mcp = URI.create("http://127.0.0.1:" + logged.substring(at).strip() + "/mcp");
        for (String body :
            List.of(
                "{\"text\":\"" + SECRET + "\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + SECRET + "\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"" + SECRET + "\"}",
                SECRET)) {
          HttpRequest request =
              HttpRequest.newBuilder(mcp)
                  .header("Authorization", "Bearer " + Markers.MCP_TOKEN)
                  .header("Content-Type", "application/json")
                  .header("Accept", "application/json, text/event-stream")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build();
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
      } finally {
        program.destroy();
        assertTrue(program.waitFor(15, TimeUnit.SECONDS), "ends when it is told to");
      }
    }
    String logged = Files.readString(log);
    assertTrue(logged.contains("ready"), logged);
    assertFalse(logged.contains("zebra"), logged);
  }

  @Test
  void aMetricsPortThatIsTakenIsToldInOneLine(@TempDir Path directory) throws Exception {
    Path log = Records.room(directory).resolve("log");
    try (FakeSlack slack = new FakeSlack();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Process program = start(slack, log, Map.of("SMTPBOT_METRICS_PORT", port));
      try {
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        assertEquals(4, program.exitValue());
      } finally {
        program.destroyForcibly();
      }
      assertEquals(
          List.of("smtpbot-slack: metrics: 127.0.0.1, port " + port + " cannot be listened on"),
          Files.readAllLines(log));
    }
  }

  @Test
  void aTokenThatSlackRefusesIsToldInOneLine(@TempDir Path directory) throws Exception {
    Path log = Records.room(directory).resolve("log");
    try (FakeSlack slack = new FakeSlack()) {
      slack.refuse("auth.test", "invalid_auth");
      Process program = start(slack, log);
      try {
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        assertEquals(3, program.exitValue());
      } finally {
        program.destroyForcibly();
      }
    }
    assertEquals(
        List.of("smtpbot-slack: Slack refuses SLACK_BOT_TOKEN: invalid_auth"),
        Files.readAllLines(log));
  }

  /** The program logs on its own time. */
  private static void awaitLine(Path log, String text) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (!Files.readString(log).contains(text) && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
  }

  private static Process start(FakeSlack slack, Path log) throws Exception {
    return start(slack, log, Map.of());
  }

  private static Process start(FakeSlack slack, Path log, Map<String, String> more)
      throws Exception {
    ProcessBuilder builder =
        Running.program(
                List.of("-Dlogback.configurationFile=src/app/resources/logback.xml"),
                SlackMain.class)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SLACK_BOT_TOKEN",
                FakeSlack.BOT_TOKEN,
                "SLACK_APP_TOKEN",
                FakeSlack.APP_TOKEN,
                "SLACK_API_URL",
                slack.apiUrl(),
                "SMTPBOT_LOG_LEVEL",
                "TRACE"));
    builder.environment().putAll(more);
    return builder.start();
  }
}
