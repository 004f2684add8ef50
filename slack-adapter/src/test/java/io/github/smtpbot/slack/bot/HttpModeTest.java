package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature;
import io.github.smtpbot.privacy.Markers;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** The bot, reached by Slack over HTTP: signatures, replays, malformed requests, limits. */
@Timeout(60)
class HttpModeTest {

  private static final String SECRET = Markers.SLACK_SIGNING_SECRET;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client = HttpClient.newHttpClient();
  private FakeSlack slack;
  private Payloads payloads;
  private SlackBot bot;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    payloads = new Payloads(slack);
    bot =
        SlackBot.start(
            SlackSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN",
                    FakeSlack.BOT_TOKEN,
                    "SLACK_SIGNING_SECRET",
                    SECRET,
                    "SLACK_API_URL",
                    slack.apiUrl(),
                    "PORT",
                    "0")));
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  @Test
  void aSignedCommandIsAnsweredInOneRoundTrip() throws Exception {
    HttpResponse<String> response = post(command("252 501"), Instant.now(), SECRET);

    assertEquals(200, response.statusCode());
    assertTrue(response.headers().firstValue("Content-Type").orElse("").contains("json"));
    JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
    SlackRules.checkMessage(answer);
    assertTrue(Shown.text(answer).contains("501"));
  }

  @Test
  void textOfAnyScriptSurvivesTheWay() throws Exception {
    HttpResponse<String> response = post(command("252 กับ 501"), Instant.now(), SECRET);

    assertTrue(response.body().contains("501"));
  }

  @Test
  void aSignedEventIsAnswered() throws Exception {
    String body = payloads.written(Payloads.USER, "im", "550").toString();

    assertEquals(200, post(body, Instant.now(), SECRET, "application/json").statusCode());
    assertEquals("D000000001", slack.await("chat.postMessage").body().get("channel").getAsString());
  }

  @Test
  void theUrlIsVerified() throws Exception {
    String body = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c-123\"}";

    HttpResponse<String> response = post(body, Instant.now(), SECRET, "application/json");

    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("c-123"));
  }

  @Test
  void aWrongSignatureIsRefused() throws Exception {
    HttpResponse<String> response = post(command("550"), Instant.now(), "another secret");

    assertEquals(401, response.statusCode());
    assertFalse(response.body().contains("550"));
  }

  @Test
  void aMissingSignatureIsRefused() throws Exception {
    HttpRequest request = to("/slack/events").POST(BodyPublishers.ofString(command("550"))).build();

    assertEquals(401, send(request).statusCode());
  }

  @Test
  void aStaleTimestampIsRefusedThoughItIsSigned() throws Exception {
    Instant old = Instant.now().minus(Duration.ofMinutes(6));

    assertEquals(401, post(command("550"), old, SECRET).statusCode());
  }

  @Test
  void aTimestampOfTheFutureIsRefusedThoughItIsSigned() throws Exception {
    Instant future = Instant.now().plus(Duration.ofMinutes(6));

    assertEquals(401, post(command("550"), future, SECRET).statusCode());
  }

  @Test
  void aTimestampThatIsNoNumberIsRefused() throws Exception {
    HttpRequest request =
        to("/slack/events")
            .header("X-Slack-Request-Timestamp", "yesterday")
            .header("X-Slack-Signature", "v0=00")
            .POST(BodyPublishers.ofString(command("550")))
            .build();

    assertEquals(401, send(request).statusCode());
  }

  @Test
  void malformedPayloadsAreRefusedAndTheNextRequestIsAnswered() throws Exception {
    for (String body :
        new String[] {
          "", "{", "[]", "null", "payload={", "payload=%7B%22type%22%3A%22nonsense%22%7D", "=&=&%zz"
        }) {
      int status = post(body, Instant.now(), SECRET).statusCode();
      assertTrue(status >= 400 && status < 500, body + ": " + status);
    }

    assertEquals(200, post(command("550"), Instant.now(), SECRET).statusCode());
  }

  @Test
  void whatIsMalformedIsNotLogged() throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger("io.github.smtpbot");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.setLevel(Level.WARN);
    log.setAdditive(false);
    log.addAppender(lines);
    try {
      post("payload=%7Bzebra%40example.org", Instant.now(), SECRET);
    } finally {
      log.detachAppender(lines);
      log.setAdditive(true);
      log.setLevel(null);
    }
    assertEquals(1, lines.list.size());
    ILoggingEvent line = lines.list.get(0);
    assertTrue(line.getFormattedMessage().startsWith("A request was not understood: "));
    assertFalse(line.getFormattedMessage().contains("zebra"), line.getFormattedMessage());
    assertNull(line.getThrowableProxy(), "its message quotes what was read");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    String body = "text=" + "x".repeat(SlackRequestHandler.MAX_BODY);

    assertEquals(413, post(body, Instant.now(), SECRET).statusCode());
  }

  @Test
  void aBodyThatIsTooLargeAndDoesNotSayHowLongItIsIsRefused() throws Exception {
    byte[] body = new byte[SlackRequestHandler.MAX_BODY + 100_000];
    HttpRequest request =
        to("/slack/events")
            .header("X-Slack-Request-Timestamp", now())
            .header("X-Slack-Signature", "v0=00")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    assertEquals(413, send(request).statusCode());
  }

  @Test
  void anUnknownPathIsNotFoundAndHealthIsTold() throws Exception {
    assertEquals(404, send(to("/").GET().build()).statusCode());
    assertEquals(404, send(to("/slack/oauth").GET().build()).statusCode());
    assertEquals(405, send(to("/slack/events").GET().build()).statusCode());
    HttpResponse<String> health = send(to("/healthz").GET().build());
    assertEquals(200, health.statusCode());
    assertEquals("ok\n", health.body());
  }

  @Test
  void whoeverStopsSendingIsDisconnected() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bot.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(slowRequest().getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();

      assertFalse(new String(in.readAllBytes(), StandardCharsets.US_ASCII).contains("200"));
    }
  }

  @Test
  void aHundredWhoSendSlowlyKeepNobodyWaiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), bot.port());
        slow.add(socket);
        socket.getOutputStream().write(slowRequest().getBytes(StandardCharsets.US_ASCII));
      }

      assertEquals(200, post(command("550"), Instant.now(), SECRET).statusCode());
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void threeHundredConnectionsThatSayNothingKeepNobodyWaiting() throws Exception {
    // What the first answer loads is not what is measured.
    post(command("550"), Instant.now(), SECRET);
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), bot.port()));
      }
      HttpClient another = HttpClient.newHttpClient();
      long start = System.nanoTime();

      int status =
          another
              .send(signed(command("550"), Instant.now(), SECRET, FORM), BodyHandlers.ofString())
              .statusCode();

      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertEquals(200, status);
      assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, "Slack waits three seconds: " + took);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void aBodyThatDripsIsRefusedInTheEnd() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bot.port())) {
      socket.setSoTimeout(1_000);
      OutputStream out = socket.getOutputStream();
      out.write(slowRequest().getBytes(StandardCharsets.US_ASCII));
      int status = -1;
      for (int i = 0; i < 25 && status == -1; i++) {
        out.write('x');
        out.flush();
        status = statusSoFar(socket.getInputStream());
      }

      assertEquals(408, status);
    }
  }

  /** The status of the answer; -1 if none came within a second. */
  private static int statusSoFar(InputStream in) throws IOException {
    try {
      String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      return Integer.parseInt(line.substring(9));
    } catch (SocketTimeoutException e) {
      return -1;
    }
  }

  private static String slowRequest() {
    return "POST /slack/events HTTP/1.1\r\nHost: bot\r\nX-Slack-Request-Timestamp: "
        + now()
        + "\r\nX-Slack-Signature: v0=00\r\nContent-Length: 100\r\n\r\nx";
  }

  private static String now() {
    return String.valueOf(Instant.now().getEpochSecond());
  }

  private String command(String text) {
    return payloads.commandFields(Payloads.USER, text).entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> post(String body, Instant at, String secret) throws Exception {
    return post(body, at, secret, FORM);
  }

  private HttpResponse<String> post(String body, Instant at, String secret, String type)
      throws Exception {
    return send(signed(body, at, secret, type));
  }

  private HttpRequest signed(String body, Instant at, String secret, String type) {
    String timestamp = String.valueOf(at.getEpochSecond());
    return to("/slack/events")
        .header("Content-Type", type)
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", new SlackSignature.Generator(secret).generate(timestamp, body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }
}
