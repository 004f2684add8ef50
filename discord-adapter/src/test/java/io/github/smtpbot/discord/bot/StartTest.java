package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.bot.DiscordBot.Invitation;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.discord.fake.LogLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong at the start: the bot waits and says why, and is ready only when it is. */
@Timeout(90)
class StartTest {

  private final LogLines log = new LogLines(DiscordBot.class);
  private FakeDiscord discord;
  private CompletableFuture<DiscordBot> bot = new CompletableFuture<>();

  @BeforeEach
  void begin() throws Exception {
    discord = new FakeDiscord();
  }

  @AfterEach
  void end() throws Exception {
    bot.get(20, TimeUnit.SECONDS).close();
    discord.close();
    log.close();
  }

  private void start(String... more) throws Exception {
    Map<String, String> environment =
        new HashMap<>(Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url()));
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    DiscordSettings settings = DiscordSettings.of(environment);
    bot =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return DiscordBot.start(settings);
              } catch (StartException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private CompletableFuture<Invitation> ready() throws Exception {
    CompletableFuture<Invitation> ready = new CompletableFuture<>();
    bot.get(30, TimeUnit.SECONDS).onReady(ready::complete);
    return ready;
  }

  private static void assertReady(CompletableFuture<Invitation> ready) throws Exception {
    assertNotNull(ready.get(30, TimeUnit.SECONDS));
  }

  @Test
  void itWaitsWhileDiscordHasATroubleOfItsOwn() throws Exception {
    discord.fail("GET /gateway/bot", 503, 1);
    discord.fail("GET /users/@me", 500, 1);
    start();
    assertReady(ready());
    String line = log.await("HTTP 503");
    assertTrue(line.startsWith("127.0.0.1: HTTP 503 to GET /gateway/bot; trying again in"), line);
    assertTrue(log.await("HTTP 500").contains("GET /users/@me"));
    assertEquals(2, log.all().size(), "one line each: " + log.all());
  }

  @Test
  void itWaitsUntilDiscordCanBeReached() throws Exception {
    discord.stop();
    start();
    String line = log.await("trying again");
    assertTrue(line.startsWith("127.0.0.1: ConnectException"), line);
    discord.comeBack();
    assertReady(ready());
  }

  @Test
  void itWaitsUntilItMayBeginASession() throws Exception {
    discord.useUpSessions(1);
    start();
    assertReady(ready());
    assertTrue(log.await("session_start_limit").contains("0 sessions"));
    assertEquals(1, discord.identified.size(), "and asked for none before");
  }

  @Test
  void itWaitsForAGatewayThatIsDown() throws Exception {
    discord.refuseUpgrades(1);
    start();
    assertReady(ready());
    String line = log.await("cannot connect to the gateway");
    assertTrue(line.startsWith("127.0.0.1: shard 0") && line.contains("503"), line);
  }

  @Test
  void itWaitsForAGatewayThatSendsItAway() throws Exception {
    discord.closeOnIdentify(4000);
    start();
    CompletableFuture<Invitation> ready = ready();
    String line = log.await("before it was ready");
    assertTrue(line.startsWith("127.0.0.1: ") && line.contains("close code 4000"), line);
    discord.closeOnIdentify(0);
    assertReady(ready);
  }

  @Test
  void itIsReadyOnlyWhenDiscordHasItsCommands() throws Exception {
    String commands = "/applications/" + Interactions.APPLICATION + "/commands";
    discord.fail("GET " + commands, 500, 1);
    discord.fail("PUT " + commands, 500, 1);
    start();
    CompletableFuture<Invitation> ready = ready();
    discord.awaitReady();
    assertFalse(ready.isDone());
    String line = log.await("could not be registered");
    assertTrue(line.startsWith("127.0.0.1: ") && line.contains("HTTP 500"), line);
    assertTrue(line.contains("not ready"), line);
    assertReady(ready);
    assertEquals(1, discord.registrations.size());
  }

  @ParameterizedTest
  @CsvSource({"PUT, 400, report it", "PUT, 403, /developers/applications/", "GET, 403, its token"})
  void commandsThatDiscordRefusesAreToldOnceAndNotTriedAgain(
      String method, int status, String remedy) throws Exception {
    String request = method + " /applications/" + Interactions.APPLICATION + "/commands";
    discord.fail(request, status, 1);
    start();
    CompletableFuture<Invitation> ready = ready();
    String line = log.await("refuses the commands");
    assertTrue(line.startsWith("127.0.0.1: ") && line.contains("HTTP " + status), line);
    assertTrue(line.contains(remedy), line);
    assertNull(discord.registrations.poll(3, TimeUnit.SECONDS), "the second time it would succeed");
    assertEquals(1, log.all().size(), "told once: " + log.all());
    assertFalse(ready.isDone());
  }

  @Test
  void whereItCannotBeAddedIsSaidWithTheRemedy() throws Exception {
    discord.allow("0");
    start();
    Invitation invitation = ready().get(30, TimeUnit.SECONDS);
    assertEquals(Set.of(IntegrationType.GUILD_INSTALL), invitation.contexts());
    String line = log.await("User Install");
    assertTrue(line.contains(Interactions.APPLICATION + "/installation"), line);
  }

  @Test
  void ofManyShardsItHoldsThoseThatItIsTold() throws Exception {
    start("DISCORD_SHARDS", "4", "DISCORD_SHARD_IDS", "1-2");
    assertReady(ready());
    Set<String> shards = new TreeSet<>();
    for (DataObject identify : discord.identified) {
      shards.add(identify.getArray("shard").toString());
    }
    assertEquals(Set.of("[1,4]", "[2,4]"), shards);
    assertEquals(0, discord.registrations.size(), "the commands are for who holds shard 0");
  }

  @Test
  void whoAsksFirstIsAnsweredOnAThreadOfItsOwn() throws Exception {
    start();
    assertReady(ready());
    discord.ask(
        Interactions.inGuild(
            2,
            "en-US",
            Interactions.MAY_WRITE,
            Interactions.slash(Interactions.option("question", "550"))));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("smtpbot-events-")));
  }
}
