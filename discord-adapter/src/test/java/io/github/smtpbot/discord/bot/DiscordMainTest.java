package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.measure.Running;
import io.github.smtpbot.meter.MeterSettings;
import io.github.smtpbot.privacy.Records;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(90)
class DiscordMainTest {

  /** What a run printed and how it ended. */
  private record Run(int exit, String out, String err) {}

  private static Run run(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        DiscordMain.run(
            args, environment, new PrintWriter(out, true), new PrintWriter(err, true), bot -> {});
    return new Run(exit, out.toString(), err.toString());
  }

  private static void assertOneLine(Run run) {
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(run.err().contains(FakeDiscord.TOKEN), run.err());
    assertEquals("", run.out());
  }

  @Test
  void helpListsEverySetting() {
    Run help = run(Map.of(), "--help");
    assertEquals(0, help.exit());
    for (String setting :
        List.of(
            DiscordSettings.TOKEN,
            DiscordSettings.API_URL,
            DiscordSettings.SHARDS,
            DiscordSettings.SHARD_IDS,
            DiscordSettings.VISIBILITY,
            MeterSettings.PORT,
            MeterSettings.HOST)) {
      assertTrue(help.out().contains(setting), help.out());
    }
  }

  @Test
  void itTellsItsVersion() {
    Run version = run(Map.of(), "--version");
    assertEquals(0, version.exit());
    assertTrue(version.out().startsWith("smtpbot-discord "), version.out());
  }

  @Test
  void anUnknownOptionIsAMistakeInUsage() {
    assertEquals(StartException.USAGE, run(Map.of(), "--verbose").exit());
  }

  @Test
  void withoutATokenItSaysWhereToFindOne() {
    Run run = run(Map.of());
    assertEquals(StartException.USAGE, run.exit());
    assertOneLine(run);
    assertTrue(run.err().contains("DISCORD_TOKEN"));
  }

  @ParameterizedTest
  @CsvSource({
    "DISCORD_TOKEN, two words",
    "DISCORD_API_URL, discord.com",
    "DISCORD_API_URL, ftp://example.org",
    "DISCORD_API_URL, https://user@example.org",
    "DISCORD_SHARDS, many",
    "DISCORD_SHARDS, 0",
    "DISCORD_SHARDS, 99999",
    "DISCORD_SHARD_IDS, 0",
    "SMTPBOT_DISCORD_VISIBILITY, nobody",
    "SMTPBOT_METRICS_PORT, eighty"
  })
  void aWrongSettingStopsTheStartWithOneLine(String name, String value) {
    Map<String, String> environment = new HashMap<>(Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN));
    environment.put(name, value);
    Run run = run(environment);
    assertEquals(StartException.USAGE, run.exit());
    assertOneLine(run);
    assertTrue(run.err().contains(name), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1, http://127.0.0.1:1/api/v10/",
    "http://127.0.0.1:1/, http://127.0.0.1:1/api/v10/",
    "https://proxy.example/api, https://proxy.example/api/v10/",
    "https://proxy.example/discord/api/, https://proxy.example/discord/api/v10/",
    "https://proxy.example/api/v10/, https://proxy.example/api/v10/"
  })
  void anAddressWithoutAVersionGetsTheOneThatIsSpoken(String given, String used) throws Exception {
    DiscordSettings settings =
        DiscordSettings.of(Map.of("DISCORD_TOKEN", "x", "DISCORD_API_URL", given));
    assertEquals(used, String.valueOf(settings.apiUrl()));
  }

  @Test
  void aTokenThatIsRefusedEndsInOneLine() throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      discord.refuseTokens();
      for (String shards : List.of("auto", "2")) {
        Run run =
            run(
                Map.of(
                    "DISCORD_TOKEN",
                    FakeDiscord.TOKEN,
                    "DISCORD_API_URL",
                    discord.url(),
                    "DISCORD_SHARDS",
                    shards));
        assertEquals(StartException.REFUSED, run.exit());
        assertOneLine(run);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4004, 3", "4010, 2", "4011, 2", "4014, 4"})
  void aGatewayThatRefusesForGoodEndsInOneLine(int closeCode, int exit) throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      discord.closeOnIdentify(closeCode);
      Run run = run(Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url()));
      assertEquals(exit, run.exit());
      assertOneLine(run);
      assertEquals(exit == 4, run.err().contains("127.0.0.1: close code " + closeCode), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"some", "4", "2-1", "0-4", "1-", "'0,,1'", "-1", "99999"})
  void shardsThatThereAreNotStopTheStartWithOneLine(String ids) {
    Run run =
        run(
            Map.of(
                "DISCORD_TOKEN",
                FakeDiscord.TOKEN,
                "DISCORD_SHARDS",
                "4",
                "DISCORD_SHARD_IDS",
                ids));
    assertEquals(StartException.USAGE, run.exit());
    assertOneLine(run);
    assertTrue(run.err().contains("from 0 to 3"), run.err());
  }

  @ParameterizedTest
  @CsvSource({"GET /gateway/bot, 404, 2", "GET /gateway/bot, 403, 4", "GET /users/@me, 401, 3"})
  void whatWaitingCannotMendEndsInOneLine(String request, int status, int exit) throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      discord.fail(request, status, 1);
      Run run = run(Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url()));
      assertEquals(exit, run.exit());
      assertOneLine(run);
    }
  }

  @Test
  void itRunsUntilItIsClosedAndPrintsHowToInviteIt() throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      StringWriter out = new StringWriter();
      CompletableFuture<DiscordBot> started = new CompletableFuture<>();
      CompletableFuture<Integer> exit =
          CompletableFuture.supplyAsync(
              () ->
                  DiscordMain.run(
                      new String[0],
                      Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url()),
                      new PrintWriter(out, true),
                      new PrintWriter(out, true),
                      started::complete));
      DiscordBot running = started.get(20, TimeUnit.SECONDS);
      discord.awaitReady();
      assertNotNull(discord.registrations.poll(20, TimeUnit.SECONDS));
      CompletableFuture<DiscordBot.Invitation> ready = new CompletableFuture<>();
      running.onReady(ready::complete);
      ready.get(20, TimeUnit.SECONDS);
      running.close();
      assertEquals(DiscordMain.STOPPED, exit.get(20, TimeUnit.SECONDS));
      assertEquals(1000, discord.goodbyes.poll(20, TimeUnit.SECONDS));
      assertTrue(out.toString().contains("client_id=" + Interactions.APPLICATION));
      assertTrue(out.toString().contains("scope=applications.commands&integration_type=0"));
      assertTrue(out.toString().contains("scope=applications.commands&integration_type=1"));
      assertFalse(out.toString().contains("scope=bot"), "it need not be a member: " + out);
      assertFalse(out.toString().contains(FakeDiscord.TOKEN));
    }
  }

  @Test
  void asAProcessItIsQuietAboutWhatPeopleWriteAndGoesInGoodOrder(@TempDir Path directory)
      throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      Path log = Records.room(directory).resolve("log");
      Process process = start(discord, log);
      try {
        discord.awaitReady();
        awaitLine(log, "smtpbot-discord is ready.");
        assertNotNull(discord.registrations.poll(20, TimeUnit.SECONDS));
        discord.send(DataObject.empty().put("type", "a-secret-paste"));
        discord.sendRaw("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":{\"a-secret-paste\"");
        discord.ask(
            Interactions.inGuild(
                2,
                "en-US",
                Interactions.MAY_WRITE,
                Interactions.slash(Interactions.option("question", "a-secret-paste 550"))));
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(128 + 15, process.exitValue());
        assertEquals(1000, discord.goodbyes.poll(20, TimeUnit.SECONDS));
      } finally {
        process.destroyForcibly();
      }
      String printed = Files.readString(log, StandardCharsets.UTF_8);
      assertTrue(printed.contains("smtpbot-discord is ready."), printed);
      assertFalse(printed.contains("a-secret-paste"), printed);
      assertFalse(printed.contains(FakeDiscord.TOKEN), printed);
      assertFalse(printed.contains("\tat "), printed);
    }
  }

  @Test
  void itsOwnerSeesNumbersAndLinesOfJsonWithoutWhatPeopleWrite(@TempDir Path directory)
      throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      Path log = Records.room(directory).resolve("log");
      Process process =
          start(discord, log, Map.of("SMTPBOT_METRICS_PORT", "0", "SMTPBOT_LOG_FORMAT", "json"));
      String numbers;
      try {
        discord.awaitReady();
        awaitLine(log, "smtpbot-discord is ready.");
        assertEquals(200, get(log, "/health/ready").statusCode());
        discord.send(DataObject.empty().put("type", "a-secret-paste"));
        for (String question : List.of("252 501", "550 5.1.1 a-secret-paste unknown")) {
          discord.ask(
              Interactions.inGuild(
                  2,
                  "en-US",
                  Interactions.MAY_WRITE,
                  Interactions.slash(Interactions.option("question", question))));
        }
        numbers = get(log, "/metrics").body();
        Records.metrics(numbers);
        assertEquals(200, get(log, "/health/live").statusCode());
      } finally {
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      }
      for (String line :
          List.of(
              "smtpbot_questions_total{kind=\"compare\",language=\"en\",place=\"command\"} 1.0",
              "smtpbot_questions_total{kind=\"diagnosis\",language=\"en\",place=\"command\"} 1.0",
              "smtpbot_discord_connected_total 1.0",
              "smtpbot_discord_shards 1.0")) {
        assertTrue(numbers.lines().anyMatch(line::equals), line + "\nin\n" + numbers);
      }
      assertTrue(numbers.contains("{method=\"interactions\",outcome=\"ok\"}"), numbers);
      String printed = Files.readString(log, StandardCharsets.UTF_8);
      for (String line : printed.lines().filter(line -> line.startsWith("{")).toList()) {
        assertFalse(DataObject.fromJson(line).getString("formattedMessage").isEmpty(), line);
      }
      assertFalse((printed + numbers).contains("a-secret-paste"), printed + numbers);
      assertFalse((printed + numbers).contains(FakeDiscord.TOKEN), printed + numbers);
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

  @Test
  void asAProcessItSaysInOneLineThatTheTokenIsRefused(@TempDir Path directory) throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      discord.closeOnIdentify(4004);
      Path log = Records.room(directory).resolve("log");
      Process process = start(discord, log);
      try {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      } finally {
        process.destroyForcibly();
      }
      String printed = Files.readString(log, StandardCharsets.UTF_8);
      assertEquals(StartException.REFUSED, process.exitValue(), printed);
      assertEquals(1, printed.lines().count(), printed);
      assertFalse(printed.contains(FakeDiscord.TOKEN), printed);
    }
  }

  @Test
  void asAProcessItEndsWhenMemoryHasRunOut(@TempDir Path directory) throws Exception {
    try (FakeDiscord discord = new FakeDiscord()) {
      Path log = Records.room(directory).resolve("log");
      Process process = start(discord, log, "-Xmx48m");
      try {
        discord.awaitReady();
        awaitLine(log, "smtpbot-discord is ready.");
        String large = "{\"op\":0,\"t\":\"X\",\"s\":9,\"d\":{\"a\":\"" + "a".repeat(15_000_000);
        discord.sendRaw(large + "\"}}");
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      } finally {
        process.destroyForcibly();
      }
      String printed = Files.readString(log, StandardCharsets.UTF_8);
      assertEquals(DiscordMain.OUT_OF_MEMORY, process.waitFor(), printed);
      assertTrue(printed.contains("out of memory"), printed);
    }
  }

  private static void awaitLine(Path log, String line) throws Exception {
    for (int i = 0; i < 600 && !Files.readString(log).contains(line); i++) {
      Thread.sleep(50);
    }
    assertTrue(Files.readString(log).contains(line), Files.readString(log));
  }

  /** The program in a process of its own, logging as its jar does. */
  private static Process start(FakeDiscord discord, Path log, String... options)
      throws IOException {
    return start(discord, log, Map.of(), options);
  }

  private static Process start(
      FakeDiscord discord, Path log, Map<String, String> more, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Dlogback.configurationFile=" + Path.of("src/main/app/logback.xml").toUri());
    ProcessBuilder builder =
        Running.program(all, DiscordMain.class)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("DISCORD_TOKEN", FakeDiscord.TOKEN);
    builder.environment().put("DISCORD_API_URL", discord.url());
    builder.environment().putAll(more);
    return builder.start();
  }
}
