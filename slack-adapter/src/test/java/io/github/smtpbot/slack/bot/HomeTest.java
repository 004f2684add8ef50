package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Home tab: what the bot can do, as buttons; what is set. */
@Timeout(60)
class HomeTest extends WithSocketBot {

  private static final String USER = Payloads.USER;

  @Test
  void whoeverOpensItSeesWhatTheBotCanDo() throws Exception {
    JsonObject home = open();

    String shown = Shown.text(home);
    for (String way : List.of("/smtp", "More actions", "Mention", ".eml", "Shortcuts")) {
      assertTrue(shown.contains(way), way + " in " + shown);
    }
    assertTrue(shown.contains("neither logged nor stored"), shown);
    assertTrue(shown.contains("SMTPBOT_SLACK_VISIBILITY"), shown);
    assertTrue(shown.contains("No reaction"), shown);
  }

  @Test
  void itSpeaksTheLanguageOfWhoeverOpensIt() throws Exception {
    slack.locale(USER, "th-TH");
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!Shown.text(open()).contains("วิธีถามใน Slack")) {
      assertTrue(System.nanoTime() < deadline, "never in Thai");
    }
  }

  @Test
  void itTellsWhatIsSet() throws Exception {
    bot.close();
    bot =
        new SocketBot(
            Map.of("SMTPBOT_SLACK_VISIBILITY", "in_channel", "SMTPBOT_SLACK_REACTION", ":smtp:"));
    slack = bot.slack;
    payloads = bot.payloads;

    String shown = Shown.text(open());

    assertTrue(shown.contains("The channel sees"), shown);
    assertTrue(shown.contains(":smtp:"), shown);
  }

  @Test
  void anExampleOpensItsWholeAnswer() throws Exception {
    JsonObject home = open();
    List<JsonObject> examples =
        Shown.buttons(home).stream()
            .filter(button -> button.get("action_id").getAsString().contains("example"))
            .toList();
    assertEquals(4, examples.size());

    for (JsonObject example : examples) {
      slack.send("interactive", payloads.pressedInView(USER, home, example));
      JsonObject view = slack.await("views.open").body().getAsJsonObject("view");
      assertTrue(view.getAsJsonArray("blocks").size() > 3, view.toString());
      assertFalse(Shown.hasButton(view, "smtpbot_post"), "there is no channel to post it to");
    }
  }

  @Test
  void theLargeInputOpensFromThere() throws Exception {
    JsonObject home = open();

    slack.send(
        "interactive", payloads.pressedInView(USER, home, Shown.button(home, "smtpbot_home_ask")));

    JsonObject view = slack.await("views.open").body().getAsJsonObject("view");
    assertTrue(view.toString().contains("\"multiline\":true"), view.toString());
  }

  @Test
  void theTabWithTheMessagesIsLeftAsItIs() throws Exception {
    slack.send("events_api", payloads.homeOpened(USER, "messages"));
    open();

    assertEquals(1, slack.calls("views.publish"));
  }

  @Test
  void whereTheAppHasNoHomeTabAllElseWorks() throws Exception {
    slack.refuse("views.publish", "not_enabled");
    open();
    open();

    JsonObject answer = slack.send("slash_commands", payloads.command(USER, "550"));
    assertTrue(Shown.text(answer).contains("550"));
  }

  private JsonObject open() throws InterruptedException {
    slack.send("events_api", payloads.homeOpened(USER, "home"));
    JsonObject published = slack.await("views.publish").body();
    assertEquals(USER, published.get("user_id").getAsString());
    return published.getAsJsonObject("view");
  }
}
