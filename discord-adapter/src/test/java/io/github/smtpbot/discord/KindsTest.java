package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.discord.fake.DiscordRules;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.preview.Scene;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of a log, all kinds of failures are told and posted: the message itself carries them. */
@Timeout(60)
class KindsTest {

  @RegisterExtension
  static final ConnectedPlugin PLUGIN = new ConnectedPlugin(Duration.ofSeconds(2));

  private static final FakeDiscord discord = PLUGIN.discord;

  private static Sent log() throws Exception {
    return discord.ask(
        Interactions.inGuild(
            5, "en-US", Interactions.MAY_WRITE, Interactions.form(Scene.named("log").text())));
  }

  private static Sent done(Sent on, DataObject data) throws Exception {
    DataObject message =
        Interactions.message("", Interactions.bot())
            .put("flags", on.message().getInt("flags"))
            .put("components", on.message().getArray("components"));
    return discord.ask(
        Interactions.inGuild(3, "en-US", Interactions.MAY_WRITE, data).put("message", message));
  }

  private static String button(Sent on, String start) {
    return on.customIds().stream().filter(id -> id.startsWith(start)).findFirst().orElseThrow();
  }

  private static List<DataObject> options(Sent on) {
    return DiscordRules.components(on.message()).stream()
        .flatMap(
            component ->
                component.optArray("options").orElseGet(DataArray::empty).stream(
                    DataArray::getObject))
        .toList();
  }

  private static void assertTellsAll(String text) {
    for (String kind :
        List.of("15 replies of 4 kinds", "21 delivered", "550 5.7.1", "421 4.7.0", "550 5.1.1")) {
      assertTrue(text.contains(kind), kind + ": " + text);
    }
    assertTrue(text.replace("\\", "").contains("4.4.1"), text);
  }

  @Test
  void eachKindIsInTheMenu() throws Exception {
    List<DataObject> options = options(log());
    assertEquals(4, options.size());
    assertEquals(
        "3 × 550 5.7.1 · Sending IP address blocklisted or distrusted · outlook",
        options.get(0).getString("label"));
    for (DataObject option : options) {
      Shareable kind = Shareable.ofToken(option.getString("value")).orElseThrow();
      assertEquals(1, ((Shareable.Groups) kind).groups().size());
    }
  }

  @Test
  void allKindsArePosted() throws Exception {
    Sent card = log();
    assertTrue(card.isEphemeral());
    assertTellsAll(card.text());
    done(card, Interactions.button(button(card, "smtp:post:")));
    Sent posted = discord.awaitAnswer();
    assertFalse(posted.isEphemeral());
    assertTellsAll(posted.text());
    assertEquals(4, options(posted).size(), "whoever reads it may ask on");
    discord.awaitAnswer();
  }

  @Test
  void allKindsAreExplained() throws Exception {
    Sent card = log();
    assertTellsAll(done(card, Interactions.button(button(card, "smtp:full:"))).text());
    String steps = done(card, Interactions.button(button(card, "smtp:steps:"))).text();
    assertTrue(steps.contains("Outlook.com") && steps.contains("Sending too fast"), steps);
  }

  @Test
  void oneKindIsExplainedThatIsChosen() throws Exception {
    Sent card = log();
    String kind = options(card).get(1).getString("value");
    Sent told = done(card, Interactions.menu(Action.CHOOSE, kind));
    assertTrue(told.isEphemeral());
    assertTrue(told.text().contains("421 4.7.0 — Sending too fast"), told.text());
    assertFalse(told.text().contains("550 5.7.1"), told.text());
  }

  /** A message whose menu is gone still tells of the first kind and how many more there are. */
  @Test
  void withoutItsMenuTheFirstKindIsTold() throws Exception {
    Sent card = log();
    String full = button(card, "smtp:full:");
    DataObject bare = Interactions.message("", Interactions.bot());
    Sent told =
        discord.ask(
            Interactions.inGuild(3, "en-US", Interactions.MAY_WRITE, Interactions.button(full))
                .put("message", bare));
    assertTrue(told.text().contains("15 replies of 4 kinds"), told.text());
    assertTrue(told.text().contains("12 × others"), told.text());
  }
}
