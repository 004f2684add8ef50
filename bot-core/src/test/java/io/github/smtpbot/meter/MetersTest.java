package io.github.smtpbot.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.QuestionListener.Answered;
import io.github.smtpbot.QuestionListener.Place;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.privacy.Records;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetersTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private Meters meters;

  @BeforeEach
  void start() throws IOException {
    meters = Meters.start(new MeterSettings("127.0.0.1", 0));
  }

  @AfterEach
  void stop() {
    meters.close();
  }

  @Test
  void questionsAreCountedByKindPlaceAndLanguage() throws Exception {
    meters.answered(answered(Answer.Kind.COMPARE, Place.COMMAND, Locale.ENGLISH));
    meters.answered(answered(Answer.Kind.COMPARE, Place.COMMAND, Locale.ENGLISH));
    meters.answered(answered(Answer.Kind.DIAGNOSIS, Place.FORM, Locale.forLanguageTag("th")));

    String numbers = numbers();

    assertHas(
        numbers, "smtpbot_questions_total{kind=\"compare\",language=\"en\",place=\"command\"} 2.0");
    assertHas(
        numbers, "smtpbot_questions_total{kind=\"diagnosis\",language=\"th\",place=\"form\"} 1.0");
    assertHas(numbers, "smtpbot_answer_seconds_count{kind=\"compare\"} 2");
    assertHas(numbers, "smtpbot_diagnosis_seconds_count 1");
  }

  @Test
  void timesAreToldInSteps() throws Exception {
    meters.answered(
        new Answered(Answer.Kind.DIAGNOSIS, Place.MESSAGE, Locale.ENGLISH, Duration.ofMillis(50)));

    String numbers = numbers();

    assertHas(numbers, "smtpbot_diagnosis_seconds_bucket{le=\"0.01\"} 0");
    assertHas(numbers, "smtpbot_diagnosis_seconds_bucket{le=\"0.1\"} 1");
  }

  @Test
  void callsOfTheApiAreCountedByOutcome() throws Exception {
    meters.called("chat.postMessage", Meters.Outcome.OK, Duration.ofMillis(3));
    meters.called("chat.postMessage", Meters.Outcome.RATE_LIMITED, Duration.ofMillis(3));

    String numbers = numbers();

    assertHas(
        numbers,
        "smtpbot_api_calls_seconds_count{method=\"chat.postMessage\",outcome=\"rate_limited\"} 1");
    assertHas(
        numbers, "smtpbot_api_calls_seconds_count{method=\"chat.postMessage\",outcome=\"ok\"} 1");
  }

  @Test
  void aStatusSaysWhatCameOfACall() {
    assertEquals(Meters.Outcome.OK, Meters.Outcome.of(204));
    assertEquals(Meters.Outcome.REFUSED, Meters.Outcome.of(304));
    assertEquals(Meters.Outcome.REFUSED, Meters.Outcome.of(404));
    assertEquals(Meters.Outcome.RATE_LIMITED, Meters.Outcome.of(429));
    assertEquals(Meters.Outcome.FAILED, Meters.Outcome.of(503));
  }

  @Test
  void theCacheIsShown() throws Exception {
    SmtpBot bot = SmtpBot.create();
    meters.cache(bot);
    bot.answer("252 501", Locale.ENGLISH);
    bot.answer("252 501", Locale.ENGLISH);

    String numbers = numbers();

    assertHas(numbers, "smtpbot_cache_requests_total{result=\"hit\"} 1.0");
    assertHas(numbers, "smtpbot_cache_requests_total{result=\"miss\"} 1.0");
  }

  @Test
  void gaugesAndCountersAndTheMachineAreShown() throws Exception {
    meters.gauge("smtpbot.things", "Things", () -> 3);
    Runnable count = meters.counter("smtpbot.happened", "Things that happened");
    count.run();
    count.run();

    String numbers = numbers();

    assertHas(numbers, "smtpbot_things 3.0");
    assertHas(numbers, "smtpbot_happened_total 2.0");
    assertTrue(numbers.contains("jvm_memory_used_bytes"), "memory");
    assertTrue(numbers.contains("process_uptime_seconds"), "uptime");
  }

  @Test
  void whoIsAliveIsNotReadyBeforeItSaysSoNorWhileItEnds() throws Exception {
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(503, get("/health/ready").statusCode());

    AtomicBoolean connected = new AtomicBoolean(true);
    meters.ready(connected::get);
    assertEquals(200, get("/health/ready").statusCode());

    connected.set(false);
    assertEquals(503, get("/health/ready").statusCode());

    connected.set(true);
    meters.ending();
    assertEquals(503, get("/health/ready").statusCode());
    assertEquals(200, get("/health/live").statusCode());
  }

  @Test
  void whatIsNotThereIsNotFoundAndNothingIsTaken() throws Exception {
    assertEquals(404, get("/").statusCode());
    assertEquals(404, get("/metrics/../etc/passwd").statusCode());
    HttpRequest post =
        HttpRequest.newBuilder(uri("/metrics"))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertEquals(405, client.send(post, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aPortThatIsTakenIsAnError() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      MeterSettings settings = new MeterSettings("127.0.0.1", taken.getLocalPort());
      assertThrows(IOException.class, () -> Meters.start(settings));
    }
  }

  @Test
  void itIsOffUnlessThereIsAPortAndOnLoopbackUnlessTold() {
    assertNull(MeterSettings.of(Map.of()));
    assertNull(MeterSettings.of(Map.of(MeterSettings.PORT, " ")));
    assertEquals(
        new MeterSettings("127.0.0.1", 9464), MeterSettings.of(Map.of(MeterSettings.PORT, "9464")));
    assertEquals(
        new MeterSettings("0.0.0.0", 9464),
        MeterSettings.of(Map.of(MeterSettings.PORT, "9464", MeterSettings.HOST, "0.0.0.0")));
  }

  @Test
  void aWrongSettingSaysWhichItIs() {
    for (String wrong : new String[] {"x", "-1", "65536", "9464 9465"}) {
      String said =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> MeterSettings.of(Map.of(MeterSettings.PORT, wrong)))
              .toString();
      assertTrue(said.contains(MeterSettings.PORT), said);
      assertFalse(said.contains(wrong + " "), "what was typed may be a secret");
    }
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> MeterSettings.of(Map.of(MeterSettings.HOST, "0.0.0.0")))
            .toString();
    assertTrue(said.contains(MeterSettings.PORT), said);
  }

  private static Answered answered(Answer.Kind kind, Place place, Locale language) {
    return new Answered(kind, place, language, Duration.ofMillis(1));
  }

  private String numbers() throws Exception {
    HttpResponse<String> response = get("/metrics");
    assertEquals(200, response.statusCode());
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    Records.metrics(response.body());
    return response.body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + meters.address().getPort() + path);
  }

  private static void assertHas(String numbers, String line) {
    assertTrue(numbers.lines().anyMatch(line::equals), line + "\nin\n" + numbers);
  }
}
