package io.github.smtpbot.slack.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.privacy.PrivatePastes;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others see of a paste: the finding, and nothing by which anybody is known. */
@Timeout(120)
class PrivacyTest extends WithSocketBot {

  private static final String USER = Payloads.USER;

  private static final String LETTER =
      "Dear Anna, thank you for your letter; Pierre will call you tomorrow in the office of Lyon,"
          + " and on Sunday we shall all meet at the lake.";

  private static final byte[] BOUNCE =
      "<zorro@example.com>: host mx7.corp.example.org[192.0.2.1] said: 550 5.1.1 User unknown\r\n"
          .getBytes(UTF_8);

  @Test
  void ofAFileThatMentionsTheBotAllSeeTheFindingAndNothingElse() throws Exception {
    slack.send("events_api", mentionWith("corp.eml", BOUNCE));

    JsonObject posted = slack.await("chat.postMessage").body();
    assertTrue(posted.get("text").getAsString().contains("550 5.1.1"), posted.toString());
    assertPublic(posted);
    assertEquals(1, slack.calls("chat.postMessage"), "nor is the name of the file told");
  }

  private static void assertPublic(JsonObject posted) {
    for (String secret : List.of("orro", "corp", "192.0.2.1", "Anna")) {
      assertFalse(posted.toString().contains(secret), posted.toString());
    }
    assertFalse(Shown.hasButton(posted, "smtpbot_post"), "it is public already");
  }

  @Test
  void aFileThatHoldsNothingForOthersIsAnsweredToWhoMentionedTheBot() throws Exception {
    slack.send("events_api", mentionWith("letter.eml", LETTER.getBytes(UTF_8)));
    assertEquals(USER, told().get("user").getAsString());

    assertEquals(0, slack.calls("chat.postMessage"));
  }

  @Test
  void thatAFileCannotBeReadIsToldToWhoMentionedTheBot() throws Exception {
    JsonObject mention = payloads.mention(USER, "what is this?");
    JsonObject file = Payloads.file("corp.eml", slack.url("/files/corp.eml"), 11L << 20);
    Payloads.withFiles(mention.getAsJsonObject("event"), file);
    slack.send("events_api", mention);

    JsonObject told = told();
    assertEquals(USER, told.get("user").getAsString());
    assertTrue(Shown.text(told).contains("corp.eml is too large"), told.toString());
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  private JsonObject told() throws InterruptedException {
    return slack.await("chat.postEphemeral").body();
  }

  private JsonObject mentionWith(String name, byte[] content) {
    JsonObject mention = payloads.mention(USER, "what is this?");
    Payloads.withFiles(
        mention.getAsJsonObject("event"),
        Payloads.file(name, slack.file(name, content), content.length));
    return mention;
  }

  @Test
  void whereverAPasteIsShownItsAddressesAreMasked() throws Exception {
    for (String paste : PrivatePastes.all().toList()) {
      JsonObject own = slack.send("slash_commands", payloads.command(USER, paste));
      PrivatePastes.assertMasked(own);
      if (Shown.hasButton(own, "smtpbot_post")) {
        JsonObject post = Shown.button(own, "smtpbot_post");
        slack.send("interactive", payloads.pressed(USER, Shown.actions(own), post));
        PrivatePastes.assertMasked(slack.await("response_url").body());
        for (String opens : List.of("smtpbot_full", "smtpbot_fix")) {
          if (Shown.hasButton(own, opens)) {
            JsonObject button = Shown.button(own, opens);
            slack.send("interactive", payloads.pressed(USER, Shown.actions(own), button));
            PrivatePastes.assertMasked(slack.await("views.open").body());
          }
        }
      }
      slack.send("events_api", payloads.mention(USER, paste));
      PrivatePastes.assertMasked(slack.await(this::isAnswerToAMention).body());
    }
  }

  private boolean isAnswerToAMention(FakeSlack.Call call) {
    return call.method().equals("chat.postMessage") || call.method().equals("chat.postEphemeral");
  }

  @Test
  void soTheyAreInFilesModalsShortcutsAndDirectMessages() throws Exception {
    for (String paste : PrivatePastes.all().toList()) {
      PrivatePastes.assertMasked(slack.send("interactive", payloads.submission(USER, paste)));
      slack.send("interactive", payloads.messageShortcut(USER, Payloads.message(paste)));
      PrivatePastes.assertMasked(slack.await("views.update").body());
      byte[] content = paste.getBytes(UTF_8);
      slack.send(
          "events_api",
          payloads.written(
              USER,
              "im",
              "",
              Payloads.file("a.eml", slack.file("a.eml", content), content.length)));
      PrivatePastes.assertMasked(slack.await("chat.update").body());
    }
  }
}
