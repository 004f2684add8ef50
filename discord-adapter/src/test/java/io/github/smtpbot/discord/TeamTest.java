package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.TestDatabases;
import io.github.smtpbot.team.TeamSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server notes stands above its answers, and what it chooses holds. */
@Timeout(60)
class TeamTest {

  private static final long MANAGES_SERVER = 1L << 5;

  private final Map<String, String> database;
  private final Store store;
  private final ConnectedPlugin plugin;

  TeamTest(@TempDir Path directory) throws Exception {
    database = TestDatabases.sqlite(directory);
    store = TestDatabases.open(database);
    NoteBook notes = NoteBook.of(null, store.entries());
    plugin =
        new ConnectedPlugin(
            Duration.ofSeconds(2),
            new FileGate(SmtpBot.MAX_MESSAGE, Integer.MAX_VALUE, Duration.ofSeconds(1)),
            builder -> builder.notes(notes).settings(TeamSettings.of(store.entries())));
  }

  @BeforeEach
  void connect() throws Exception {
    plugin.connect();
  }

  @AfterEach
  void stop() throws Exception {
    plugin.discord.assertUnbroken();
    plugin.close();
    store.close();
  }

  @Test
  void aNoteStandsAboveTheAnswersOfTheServerThatItFits() throws Exception {
    Sent noted = manager("note 550 5.7.1 ask **#mail-ops** @everyone https://evil.example");
    assertTrue(noted.isEphemeral());
    assertTrue(noted.text().contains("Noted: 1."), noted.text());

    Sent answer = manager("550 5.7.1");
    assertFalse(answer.isEphemeral());
    String text = answer.text();
    assertTrue(text.contains("📌 ask"), text);
    assertTrue(text.indexOf("📌") < text.indexOf("Permanent"), text);
    assertFalse(text.contains("**#mail-ops**"), "markup of a note is none");
    assertFalse(text.contains("https://evil.example"), "nor is a link");

    assertFalse(direct("550 5.7.1").text().contains("📌"), "it is the server's");
    assertTrue(manager("note remove 1").text().contains("Note 1 is removed."));
    assertFalse(manager("550 5.7.1").text().contains("📌"));
  }

  @Test
  void aListIsReadLineByLineAndSaysHowMuchOfItIsShown() throws Exception {
    for (int i = 1; i <= 20; i++) {
      Sent unused = manager("note 550 " + i + " " + "x".repeat(290) + "end");
    }
    for (String what : new String[] {"note list", "note export"}) {
      String text = member(what).text();
      int shown = text.split("xend", -1).length - 1;
      assertTrue(shown > 5 && shown < 20, "" + shown);
      assertTrue(text.contains(shown + " of 20 shown."), text);
    }
    String list = member("note list 19").text();
    assertTrue(list.contains("end (") && list.contains("\n20\\. 550"), list);
    String yaml = member("note export 19").text();
    assertTrue(yaml.startsWith("```\n- for: '550'\n  text: 19 xxx"), yaml);
    assertTrue(member("settings").text().contains("\nvisibility"), "line by line");
  }

  @Test
  void aNoteStandsAboveADiagnosisToo() throws Exception {
    Sent unused = manager("note mailbox_full call the customer");
    assertTrue(manager("552 5.2.2 Mailbox full").text().contains("📌 call the customer"));
  }

  @Test
  void whoDoesNotManageTheServerWritesNoNotesUnlessAllMay() throws Exception {
    assertTrue(member("note 550 mine").text().contains("Only administrators may write"));
    assertTrue(member("settings notes everyone").text().contains("Only administrators"));
    Sent unused = manager("settings notes everyone");
    assertTrue(member("note 550 mine").text().contains("Noted: 1."));
  }

  @Test
  void whatAServerChoosesHolds() throws Exception {
    assertFalse(member("550").isEphemeral());
    Sent unused = manager("settings visibility asker");
    assertTrue(member("550").isEphemeral());
    unused = manager("settings visibility everyone");
    unused = manager("settings language th");
    assertTrue(member("550").text().chars().anyMatch(c -> c >= 0xe00 && c < 0xe80), "Thai");
  }

  @Test
  void inADirectMessageThereIsNoServer() throws Exception {
    assertTrue(direct("note 550 x").text().contains("belong to a workspace or a server"));
  }

  @Test
  void whileTheDatabaseIsAwayAnswersGoOnAndSaySo() throws Exception {
    Sent unused = manager("note 550 one");
    TestDatabases.takeAway(database);
    String text = member("550").text();
    assertTrue(text.contains("The notes of your team cannot be read right now"), text);
    assertTrue(text.contains("550"), text);
  }

  private Sent manager(String text) throws Exception {
    return ask(Interactions.MAY_WRITE | MANAGES_SERVER, text);
  }

  private Sent member(String text) throws Exception {
    return ask(Interactions.MAY_WRITE, text);
  }

  private Sent ask(long permissions, String text) throws Exception {
    return plugin.discord.ask(
        Interactions.inGuild(
            2, "en-US", permissions, Interactions.slash(Interactions.option("question", text))));
  }

  private Sent direct(String text) throws Exception {
    return plugin.discord.ask(
        Interactions.inDirectMessage(
            2, "en-US", Interactions.slash(Interactions.option("question", text))));
  }
}
