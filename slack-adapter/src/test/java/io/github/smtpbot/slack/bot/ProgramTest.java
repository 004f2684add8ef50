package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.measure.Running;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
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
    Path log = directory.resolve("log");
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
        List.of(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "zebra", "fake-secret-ticket", "\tat ")) {
      assertFalse(logged.contains(secret), logged);
    }
  }

  @Test
  void aTokenThatSlackRefusesIsToldInOneLine(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
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
    return builder.start();
  }
}
