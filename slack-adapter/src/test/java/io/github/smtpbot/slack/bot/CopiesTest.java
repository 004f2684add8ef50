package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.measure.Running;
import io.github.smtpbot.privacy.Records;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two copies as processes of their own share a database: PostgreSQL where there is one, or else a
 * file of SQLite. Each event is answered once.
 */
@Timeout(120)
class CopiesTest {

  private static final String TEAM = "T0000FIRST";
  private static final String READY = "ready: HTTP, port ";

  private final Path directory;
  private final Map<String, String> database;
  private final FakeSlack slack = new FakeSlack();
  private final Payloads payloads = new Payloads(slack);
  private Copy first;
  private Copy second;

  /** A process, and the way to it. */
  private record Copy(Process process, HttpBot bot) {}

  CopiesTest(@TempDir Path directory) throws Exception {
    this.directory = Records.room(directory);
    boolean postgres = System.getenv(TestDatabases.POSTGRES) != null;
    database = postgres ? TestDatabases.postgres() : TestDatabases.sqlite(directory);
    first = start("first");
    second = start("second");
  }

  @BeforeEach
  void install() throws Exception {
    // What one copy begins, the other ends.
    var begun = first.bot().beginToInstall();
    assertTrue(
        second
            .bot()
            .comeBack(slack.workspaces().consent(TEAM, null), begun)
            .body()
            .contains("The app is installed."));
  }

  @AfterEach
  void stop() {
    first.process().destroyForcibly();
    second.process().destroyForcibly();
    slack.close();
  }

  @Test
  void whatSlackSendsAgainToAnotherCopyIsAnsweredOnce() throws Exception {
    JsonObject event = written();
    assertEquals(200, first.bot().event(event).statusCode());
    assertEquals(200, second.bot().retry(event, 1).statusCode());
    assertEquals(200, first.bot().retry(event, 2).statusCode());
    assertAnswers(1);
  }

  @Test
  void whatComesToBothAtOnceIsAnsweredOnce() throws Exception {
    for (int i = 1; i <= 5; i++) {
      JsonObject event = written();
      CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> status(second, event));
      assertEquals(200, first.bot().event(event).statusCode());
      assertEquals(200, other.join());
      assertAnswers(i);
    }
  }

  @Test
  void whatAKilledCopyHadTakenIsAnsweredByTheOther() throws Exception {
    slack.delay("auth.test", Duration.ofSeconds(20));
    JsonObject event = written();
    CompletableFuture<Integer> lost = CompletableFuture.supplyAsync(() -> status(first, event));
    slack.await("auth.test"); // of the installation
    slack.await("auth.test"); // The first has taken it, and waits for Slack.
    first.process().destroyForcibly().waitFor();
    assertEquals(-1, lost.join(), "nobody acknowledges it");

    slack.delay("auth.test", Duration.ZERO);
    assertEquals(200, second.bot().retry(event, 1).statusCode());
    assertAnswers(1);
  }

  @Test
  void aCopyThatIsToldToEndAnswersWhatItHasTakenAndTheOtherGoesOn() throws Exception {
    slack.delay("users.info", Duration.ofMillis(500));
    assertEquals(200, first.bot().event(written()).statusCode());
    first.process().destroy();
    assertTrue(first.process().waitFor(15, TimeUnit.SECONDS));
    assertEquals(143, first.process().exitValue());
    assertAnswers(1);
    assertEquals(200, second.bot().event(written()).statusCode());
    assertAnswers(2);
  }

  @Test
  void aCopyThatIsToldToEndSaysSoAndAnswersOnUntilTheBalancerHasHeard() throws Exception {
    assertEquals(200, first.bot().get("/healthz", "").statusCode());
    assertEquals(200, first.bot().event(written()).statusCode());
    assertAnswers(1);
    first.process().destroy();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    int status = 200;
    while (status == 200 && System.nanoTime() < deadline) {
      status = first.bot().get("/healthz", "").statusCode();
    }
    assertEquals(503, status);
    assertEquals(200, first.bot().event(written()).statusCode());
    assertAnswers(2);
    assertTrue(first.process().waitFor(10, TimeUnit.SECONDS));
  }

  @Test
  void whatAKilledCopyHadTakenIsNotDoneHoweverTheClocksDiffer() throws Exception {
    JsonObject event = written();
    try (Store store = TestDatabases.open(database)) {
      // As if a copy whose clock is a minute ahead had taken it, and was killed.
      assertTrue(
          store
              .claims()
              .take("slack event " + event.get("event_id").getAsString(), Duration.ofSeconds(62)));
    }
    assertEquals(503, second.bot().event(event).statusCode(), "Slack comes again");
  }

  @Test
  void whileTheDatabaseIsAwayWhatComesIsAnsweredAllTheSame() throws Exception {
    assertEquals(200, first.bot().event(written()).statusCode());
    assertAnswers(1);
    TestDatabases.takeAway(database);
    assertEquals(200, first.bot().event(written()).statusCode());
    assertAnswers(2);
  }

  /** So many, and no more. */
  private void assertAnswers(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (slack.calls("chat.postMessage") < count && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    Thread.sleep(500);
    assertEquals(
        count,
        slack.calls("chat.postMessage"),
        () -> "the first's log: " + log(directory.resolve("first.log")));
  }

  private static String log(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int status(Copy copy, JsonObject event) {
    try {
      return copy.bot().event(event).statusCode();
    } catch (Exception e) {
      return -1;
    }
  }

  private JsonObject written() {
    JsonObject payload = payloads.written(Payloads.USER, "im", "550");
    payload.addProperty("team_id", TEAM);
    return payload;
  }

  private Copy start(String name) throws Exception {
    Path log = directory.resolve(name + ".log");
    ProcessBuilder builder =
        Running.program(
                List.of("-Dlogback.configurationFile=src/app/resources/logback.xml"),
                SlackMain.class)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(HttpBot.settings(slack, database));
    Process process = builder.start();
    return new Copy(process, new HttpBot(port(process, log)));
  }

  private static int port(Process process, Path log) throws IOException, InterruptedException {
    while (process.isAlive()) {
      String said = Files.readString(log);
      int at = said.indexOf(READY);
      if (at >= 0 && said.indexOf('\n', at) > 0) {
        return Integer.parseInt(
            said.substring(at + READY.length(), said.indexOf('\n', at)).strip());
      }
      Thread.sleep(50);
    }
    throw new AssertionError(Files.readString(log));
  }
}
