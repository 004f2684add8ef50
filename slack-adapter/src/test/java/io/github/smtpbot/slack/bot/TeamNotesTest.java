package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import io.github.smtpbot.store.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a workspace notes stands above its answers, and what it chooses holds. */
@Timeout(60)
class TeamNotesTest {

  private final Map<String, String> settings;
  private final Path directory;
  private final SocketBot bot;

  TeamNotesTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    settings = TestDatabases.sqlite(directory);
    Map<String, String> more = new HashMap<>(settings);
    more.put("SMTPBOT_SLACK_REACTION", "email");
    bot = new SocketBot(more);
    bot.slack.administrator(Payloads.USER);
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void aNoteStandsAboveTheAnswerToACommand() throws Exception {
    String before = text(command("550 5.7.1"));
    assertTrue(text(command("note 550 5.7.1 ask <#C1|mail-ops> first")).startsWith("Noted: "));
    JsonObject answer = command("550 5.7.1");
    SlackRules.checkMessage(answer);
    String text = Shown.text(answer);
    int title = text.indexOf("550 5.7.1");
    int note = text.indexOf("📌 ask #mail-ops first (asker, 20");
    assertTrue(title >= 0 && note > title, text);
    assertEquals(before, text(command("550 5.7.1")).replaceAll("📌[^)]*\\)\\s*", ""), "the rest");

    assertTrue(text(command("note remove 1")).startsWith("Note 1 is removed."));
    assertEquals(before, text(command("550 5.7.1")));
  }

  @Test
  void anAnswerThatWasWrittenBeforeIsNotShownWithoutTheNoteNorOthersWithIt() throws Exception {
    assertFalse(text(command("550")).contains("📌"));
    assertFalse(text(command("421")).contains("📌"));
    command("note 550 see the runbook");
    for (int i = 0; i < 2; i++) {
      assertTrue(text(command("550")).contains("📌 see the runbook"));
      assertFalse(text(command("421")).contains("📌"));
    }
    command("note remove 1");
    assertFalse(text(command("550")).contains("📌"));
  }

  @Test
  void aLongListSaysHowMuchOfItIsShownAndCutsNoNote() throws Exception {
    command("settings notes everyone");
    for (int i = 1; i <= 40; i++) {
      command("note 550 " + i + " " + "x".repeat(290) + "end");
    }
    for (String what : new String[] {"note list", "note export"}) {
      JsonObject list = command(what);
      SlackRules.checkMessage(list);
      String text = Shown.text(list);
      int shown = text.split("xend", -1).length - 1;
      assertTrue(shown > 15 && shown < 40, "" + shown);
      assertTrue(
          text.contains(shown + " of 40 shown. The next: /smtp " + what + " " + (shown + 1)), text);
    }
    JsonObject yaml = command("note export 39");
    assertTrue(yaml.toString().contains("rich_text_preformatted"));
    assertTrue(Shown.text(yaml).contains("- for: '550'\n  text: 39 xxx"), Shown.text(yaml));
  }

  @Test
  void aNoteIsInert() throws Exception {
    command("note 550 <!channel> &lt;https://evil.example|click&gt; *bold* :smile: @here");
    JsonObject answer = command("550");
    SlackRules.checkMessage(answer);
    assertFalse(answer.toString().contains("\"type\":\"link\",\"url\":\"https://evil"), "no link");
    assertFalse(answer.toString().contains("\"type\":\"broadcast\""), "no mention");
    assertTrue(Shown.text(answer).contains("📌 @channel <https://evil.example|click> *bold*"));
  }

  @Test
  void whoTakesTheAppAwayLeavesNothingWithOneTokenEither() throws Exception {
    command("note 550 secret");
    JsonObject unused =
        bot.slack.send(
            "events_api",
            bot.payloads.ofApp(FakeSlack.TEAM, null, Payloads.json("{'type':'app_uninstalled'}")));
    assertFalse(text(command("note list")).contains("secret"));
  }

  @Test
  void aNoteStandsAboveAnswersInThreadsAndInFull() throws Exception {
    command("note mailbox_full call the customer");
    bot.slack.send("events_api", bot.payloads.mention(Payloads.USER, "552 5.2.2 Mailbox full"));
    JsonObject posted = bot.slack.await("chat.postMessage").body();
    assertTrue(Shown.text(posted).contains("📌 call the customer"), Shown.text(posted));
  }

  @Test
  void whoIsNoAdministratorWritesNoNotesUnlessAllMay() throws Exception {
    String other = "U0000OTHER";
    assertTrue(text(command(other, "note 550 mine")).startsWith("Only administrators may write"));
    command("settings notes everyone");
    assertTrue(text(command(other, "note 550 mine")).startsWith("Noted: 1."));
  }

  @Test
  void whatAWorkspaceChoosesHolds() throws Exception {
    assertEquals("ephemeral", command("550").get("response_type").getAsString());
    command("settings visibility everyone");
    assertEquals("in_channel", command("550").get("response_type").getAsString());
    command("settings language th");
    assertTrue(text(command("550")).contains("ปฏิเสธ") || text(command("550")).contains("ถาวร"));
    command("settings visibility asker");
    assertEquals("ephemeral", command("550").get("response_type").getAsString());
  }

  @Test
  void anAdministratorChoosesInTheHomeTab() throws Exception {
    JsonObject home = home(Payloads.USER);
    SlackRules.checkHome(home);
    JsonObject menu = menu(home, "smtpbot_setting_visibility");
    assertEquals("default", chosen(menu));
    assertTrue(Shown.text(home).contains("Answers to /smtp"), "in words");
    assertTrue(menu.toString().contains("Answers to /smtp: the asker alone"), menu.toString());
    JsonObject everyone = menu.getAsJsonArray("options").get(2).getAsJsonObject();
    menu.add("options", new JsonArray());
    menu.getAsJsonArray("options").add(everyone);
    JsonObject unused =
        bot.slack.send("interactive", bot.payloads.pressedInView(Payloads.USER, home, menu));
    JsonObject after = bot.slack.await("views.publish").body().getAsJsonObject("view");
    assertEquals("everyone", chosen(menu(after, "smtpbot_setting_visibility")));
    assertTrue(Shown.text(after).contains("The channel sees"), Shown.text(after));
    assertEquals("in_channel", command("550").get("response_type").getAsString());

    assertFalse(home("U0000OTHER").toString().contains("smtpbot_setting_"), "nobody else");
  }

  private JsonObject home(String user) throws Exception {
    JsonObject unused = bot.slack.send("events_api", bot.payloads.homeOpened(user, "home"));
    return bot.slack.await("views.publish").body().getAsJsonObject("view");
  }

  private static JsonObject menu(JsonObject home, String actionId) {
    for (JsonElement block : home.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().has("elements")) {
        for (JsonElement element : block.getAsJsonObject().getAsJsonArray("elements")) {
          JsonElement id = element.getAsJsonObject().get("action_id");
          if (id != null && id.getAsString().equals(actionId)) {
            return element.getAsJsonObject();
          }
        }
      }
    }
    throw new AssertionError("no " + actionId);
  }

  private static String chosen(JsonObject menu) {
    return menu.getAsJsonObject("initial_option").get("value").getAsString();
  }

  @Test
  void theLogSaysWhoDidWhatAndNotWhatWasWritten() throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
    try {
      command("note 550 secret-marker");
      assertEquals(
          "slack T00000001: note 1 added, by " + Payloads.USER,
          lines.list.get(0).getFormattedMessage());
      assertFalse(lines.list.toString().contains("marker"));
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }
  }

  @Test
  void notesOfAFileNeedNoDatabase() throws Exception {
    Path file = Files.writeString(directory.resolve("n.yaml"), "- for: 550\n  text: by the file\n");
    try (SocketBot other = new SocketBot(Map.of("SMTPBOT_NOTES", file.toString()))) {
      JsonObject answer =
          other.slack.send("slash_commands", other.payloads.command(Payloads.USER, "550"));
      assertTrue(Shown.text(answer).contains("📌 by the file"), Shown.text(answer));
    }
    Files.writeString(file, "- for: nothing\n");
    StartException refused =
        assertThrows(
            StartException.class, () -> new SocketBot(Map.of("SMTPBOT_NOTES", file.toString())));
    assertEquals(StartException.USAGE, refused.exitCode());
    assertEquals(
        "SMTPBOT_NOTES (" + file + "): note 1 is for no code, provider or cause",
        refused.getMessage());
    Files.writeString(
        file, "- for: 550\n  text: short\n- for: 554\n  text: " + "x".repeat(301) + "\n");
    StartException tooLong =
        assertThrows(
            StartException.class, () -> new SocketBot(Map.of("SMTPBOT_NOTES", file.toString())));
    assertEquals(StartException.USAGE, tooLong.exitCode());
    assertEquals(
        "SMTPBOT_NOTES (" + file + "): note 2 (554) has 301 characters, and may have 300",
        tooLong.getMessage());
  }

  @Test
  void whileTheDatabaseIsAwayAnswersGoOnAndSaySo() throws Exception {
    command("note 550 one");
    TestDatabases.takeAway(settings);
    String text = text(command("550"));
    assertTrue(text.contains("The notes of your team cannot be read right now"), text);
    assertTrue(text(command("note 550 x")).startsWith("The database is away"));
  }

  private JsonObject command(String text) throws Exception {
    return command(Payloads.USER, text);
  }

  private JsonObject command(String user, String text) throws Exception {
    JsonObject payload = bot.payloads.command(user, text);
    payload.addProperty("user_name", "asker");
    return bot.slack.send("slash_commands", payload);
  }

  private static String text(JsonObject message) {
    return Shown.text(message);
  }
}
