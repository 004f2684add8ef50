package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.SmtpDiscordPlugin;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.discord.fake.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the bot comes, stays and comes back. */
@Timeout(90)
class ConnectionTest {

  private FakeDiscord discord;
  private DiscordBot bot;
  private WebSocket connection;

  @BeforeEach
  void connect() throws Exception {
    discord = new FakeDiscord();
    bot = start();
    connection = discord.awaitReady();
  }

  private DiscordBot start() throws Exception {
    return DiscordBot.start(
        DiscordSettings.of(
            Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url())));
  }

  @AfterEach
  void disconnect() {
    bot.close();
    discord.close();
  }

  private Sent ask(String question) throws InterruptedException {
    return discord.ask(
        Interactions.inGuild(
            2,
            "en-US",
            Interactions.MAY_WRITE,
            Interactions.slash(Interactions.option("question", question))));
  }

  @Test
  void itIdentifiesWithoutPrivilegedIntents() throws Exception {
    DataObject identify = discord.identified.poll(20, TimeUnit.SECONDS);
    assertNotNull(identify);
    // 1: guilds, which JDA always declares. No members, presences, messages or message content.
    assertEquals(1, identify.getInt("intents"));
    assertEquals(DataArray.empty().add(0).add(1).toString(), identify.getArray("shard").toString());
  }

  @Test
  void commandsAreRegisteredOnceAndOnlyAgainWhenTheyDiffer() throws Exception {
    DataArray registered = discord.registrations.poll(20, TimeUnit.SECONDS);
    assertNotNull(registered);
    assertEquals(
        List.of("smtp", "smtp-file", "smtp-paste", "Explain SMTP reply"),
        registered.stream(DataArray::getObject).map(c -> c.getString("name")).toList());
    assertTrue(registered.toString().contains("\"th\""), "in Thai too");

    bot.close();
    bot = start();
    discord.awaitReady();
    // The commands are compared before the first answer to a later request for them.
    ask("550");
    discord.awaitRequest("GET /api/v10/applications/" + Interactions.APPLICATION + "/commands", 2);
    assertEquals(0, discord.registrations.size(), "registered again without need");

    bot.close();
    discord.forgetACommand();
    bot = start();
    discord.awaitReady();
    assertNotNull(discord.registrations.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void whatIsTypedBehindTheCommandIsTheQuestion() throws Exception {
    DataArray registered = discord.registrations.poll(20, TimeUnit.SECONDS);
    assertNotNull(registered);
    DataObject ask = registered.getObject(0);
    // A client takes it so only where the first option is required, and is no subcommand.
    DataObject first = ask.getArray("options").getObject(0);
    assertEquals("question", first.getString("name"));
    assertTrue(first.getBoolean("required") && first.getBoolean("autocomplete"));
    assertTrue(
        ask.getArray("options").stream(DataArray::getObject).allMatch(o -> o.getInt("type") > 2));
    DataArray files = registered.getObject(1).getArray("options");
    assertEquals(
        List.of(true, false, false, false, false),
        files.stream(DataArray::getObject).map(o -> o.getBoolean("required", false)).toList());
    assertTrue(files.stream(DataArray::getObject).allMatch(o -> o.getInt("type") == 11));
  }

  @Test
  void whileARestartOverlapsEachQuestionIsAnsweredOnceAndNothingIsLogged() throws Exception {
    try (LogLines log = new LogLines(SmtpDiscordPlugin.class)) {
      DiscordBot old = bot;
      bot = start();
      discord.awaitReady();
      for (int i = 0; i < 5; i++) {
        DataObject question =
            Interactions.inGuild(
                2,
                "en-US",
                Interactions.MAY_WRITE,
                Interactions.slash(Interactions.option("question", "421")));
        discord.sendToAll(question);
        String path =
            "/interactions/" + question.getString("id") + "/" + question.getString("token");
        assertTrue(discord.awaitAnswer().path().startsWith(path));
        discord.awaitRequest("POST /api/v10" + path + "/callback", 2);
        assertFalse(discord.hasMoreAnswers(), "answered twice");
      }
      old.close();
      assertTrue(ask("550").text().contains("550"));
      assertEquals(List.of(), log.all());
    }
  }

  @Test
  void howeverManyAnswersAreUnderWayTheThreadsThatSendThemAreBounded() throws Exception {
    ask("550");
    discord.takeAnswersSlowly(Duration.ofSeconds(1));
    int questions = 4 * RestThreads.MOST;
    for (int i = 0; i < questions; i++) {
      discord.send(
          Interactions.inGuild(
              2,
              "en-US",
              Interactions.MAY_WRITE,
              Interactions.slash(Interactions.option("question", "550"))));
    }
    long most = 0;
    for (int i = 0; i < questions; i++) {
      assertTrue(discord.awaitAnswer().text().contains("550"));
      most = Math.max(most, restThreads());
    }
    assertTrue(most > 1 && most <= RestThreads.MOST, "threads: " + most);
    discord.takeAnswersSlowly(Duration.ZERO);
  }

  /** Ours, and those that JDA would start. */
  private static long restThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(RestThreads.NAME) || name.contains("RateLimit-Elastic"))
        .count();
  }

  @Test
  void itComesBackAfterTheServerWasGone() throws Exception {
    ask("550");
    discord.restart();
    discord.awaitReady();
    assertTrue(ask("421").text().contains("421"));
  }

  @Test
  void itReconnectsWhenAskedToAndResumesItsSession() throws Exception {
    discord.sendRaw("{\"op\":7,\"d\":null,\"s\":null,\"t\":null}");
    discord.awaitReady();
    assertNotNull(discord.resumed.poll(1, TimeUnit.SECONDS));
    assertTrue(ask("421").text().contains("421"));
  }

  @Test
  void itResumesItsSessionAndAnswersWhatItMissedWhenTheNetworkFails() throws Exception {
    // Whoever is answered has a session; one that is cut before it has begun cannot be resumed.
    ask("550");
    discord.cut(connection);
    assertTrue(ask("421").text().contains("421"));
    assertNotNull(discord.resumed.poll(1, TimeUnit.SECONDS));
  }

  @Test
  void itIdentifiesAnewWhenItsSessionIsInvalid() throws Exception {
    discord.identified.clear();
    discord.sendRaw("{\"op\":9,\"d\":false,\"s\":null,\"t\":null}");
    discord.awaitReady();
    assertNotNull(discord.identified.poll(1, TimeUnit.SECONDS));
    assertTrue(ask("421").text().contains("421"));
  }
}
