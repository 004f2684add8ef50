package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever Slack refuses after the acknowledgement, whoever asked is told something. */
class FaultsTest extends WithSocketBot {

  private static final String USER = Payloads.USER;

  @Test
  void whereTheBotMayNotWriteInTheChannelTheAskerIsToldToInviteIt() throws Exception {
    slack.refuse("chat.postMessage", "not_in_channel");

    slack.send("events_api", payloads.mention(USER, "550"));

    JsonObject told = slack.await("chat.postEphemeral").body();
    assertEquals(USER, told.get("user").getAsString());
    assertFalse(told.has("thread_ts"), "nobody has begun that thread");
    assertTrue(Shown.text(told).contains("/invite"), told.toString());
  }

  @Test
  void whereNothingCanBeShownInTheChannelTheAskerIsToldInADirectMessage() throws Exception {
    slack.refuse("chat.postEphemeral", "not_in_channel");

    slack.send("events_api", payloads.mention(USER, "qwertzuiop yxcvbnm"));

    slack.await("chat.postEphemeral");
    assertEquals(USER, slack.await("chat.postMessage").body().get("channel").getAsString());
  }

  @Test
  void whereSlackTakesNoBlocksTheTextIsSent() throws Exception {
    slack.refuseBlocks();

    slack.send("events_api", payloads.mention(USER, "550"));

    JsonObject told =
        slack
            .await(
                call ->
                    call.method().equals("chat.postMessage") && Shown.types(call.body()).isEmpty())
            .body();
    assertTrue(told.get("text").getAsString().contains("550"), told.toString());
  }

  @Test
  void whatWentWrongIsToldWithTheNumberThatTheLogHas() throws Exception {
    slack.refuse("chat.postMessage", "fatal_error");

    slack.send("events_api", payloads.mention(USER, "550"));

    String told = Shown.text(slack.await("chat.postEphemeral").body());
    assertTrue(told.matches("(?s).*number [0-9a-f]{8},.*"), told);
  }

  @Test
  void whoeverUsesTheGlobalShortcutTooLateIsToldInADirectMessage() throws Exception {
    slack.refuse("views.open", "expired_trigger_id");

    slack.send("interactive", payloads.globalShortcut(USER));

    JsonObject told = slack.await("chat.postMessage").body();
    assertEquals(USER, told.get("channel").getAsString());
    assertTrue(Shown.text(told).contains("in time"), told.toString());
  }

  @Test
  void whereAWindowDoesNotTakeTheAnswerNobodyWaitsAndItComesAsAMessage() throws Exception {
    slack.refuse("views.update", "invalid_arguments");

    slack.send("interactive", payloads.messageShortcut(USER, Payloads.message("550 5.1.1 no")));

    assertTrue(
        Shown.text(slack.await("views.update").body().getAsJsonObject("view")).contains("5.1.1"));
    assertTrue(
        Shown.text(slack.await("views.update").body().getAsJsonObject("view")).contains("number "));
    JsonObject told = slack.await("response_url").body();
    assertTrue(Shown.text(told).contains("5.1.1"), told.toString());
  }

  @Test
  void whereNoWayIsLeftButADirectMessageItIsTaken() throws Exception {
    slack.refuse("views.open", "expired_trigger_id");
    slack.refuse("response_url", "expired_url");
    slack.refuse("chat.postEphemeral", "channel_not_found");

    slack.send("interactive", payloads.messageShortcut(USER, Payloads.message("550 5.1.1 no")));

    JsonObject told = slack.await("chat.postMessage").body();
    assertEquals(USER, told.get("channel").getAsString());
    assertTrue(Shown.text(told).contains("5.1.1"), told.toString());
  }

  @Test
  void whatSlackPutsOffIsSentWhenSlackSaysAndNobodyElseWaits() throws Exception {
    slack.limitOnce("chat.postMessage", 2);
    slack.send("events_api", payloads.mention(USER, "550"));
    slack.await("chat.postMessage");

    slack.send("interactive", payloads.globalShortcut(USER));
    slack.await("views.open");

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("550"));
    assertEquals(2, slack.calls("chat.postMessage"));
  }

  @Test
  void whatSlackPutsOffForTooLongIsToldByAnotherWay() throws Exception {
    slack.limitOnce("chat.postMessage", 600);

    slack.send("events_api", payloads.mention(USER, "550"));

    String told = Shown.text(slack.await("chat.postEphemeral").body());
    assertTrue(told.contains("in 600 seconds"), told);
  }

  @Test
  void wherePostsAreSlowWindowsAreNot() throws Exception {
    slack.delay("chat.postMessage", Duration.ofSeconds(20));
    for (int i = 0; i < 40; i++) {
      slack.send("events_api", payloads.mention(USER, "550"));
    }
    slack.await("chat.postMessage");

    slack.send("interactive", payloads.globalShortcut(USER));
    slack.await("views.open");
    assertTrue(slack.calls("chat.postMessage") < 10, "others wait their turn");
  }

  @Test
  void whatAnAdministratorHasToDoIsTold() throws Exception {
    slack.refuse("chat.postMessage", "restricted_action");
    slack.send("events_api", payloads.mention(USER, "550"));
    String told = Shown.text(slack.await("chat.postEphemeral").body());
    assertTrue(told.contains("Only some members may post there"), told);

    slack.refuse("chat.postMessage", "missing_scope");
    slack.send("events_api", payloads.mention(USER, "550"));
    told = Shown.text(slack.await("chat.postEphemeral").body());
    assertTrue(told.contains("lacks a right"), told);
  }

  @Test
  void anEditedMentionChangesItsAnswer() throws Exception {
    slack.send("events_api", payloads.mention(USER, "550"));
    slack.await("chat.postMessage");
    slack.send("events_api", payloads.editedMention(USER, "421"));

    JsonObject changed = slack.await("chat.update").body();
    assertTrue(Shown.text(changed).contains("421"), changed.toString());
    assertEquals(1, slack.calls("chat.postMessage"));
  }

  @Test
  void anEditedMentionThatAsksNothingAnyMoreHasItsAnswerTakenBack() throws Exception {
    slack.send("events_api", payloads.mention(USER, "550"));
    slack.await("chat.postMessage");
    slack.send("events_api", payloads.editedMention(USER, "qwertzuiop yxcvbnm"));

    slack.await("chat.delete");
    slack.await("chat.postEphemeral");
  }

  @Test
  void anEditedDirectMessageChangesItsAnswerOnceForEachEdit() throws Exception {
    slack.send("events_api", payloads.written(USER, "im", "550"));
    slack.await("chat.postMessage");
    slack.send("events_api", payloads.edited(USER, "im", "421", "1700000001.000001"));
    assertTrue(Shown.text(slack.await("chat.update").body()).contains("421"));

    // Slack sends the like when it shows what is behind a link.
    slack.send("events_api", payloads.edited(USER, "im", "421", "1700000001.000001"));
    slack.send("events_api", payloads.edited(USER, "im", "252", "1700000002.000001"));

    assertTrue(Shown.text(slack.await("chat.update").body()).contains("252"));
    assertEquals(1, slack.calls("chat.postMessage"));
  }

  @Test
  void anAnswerThatWasDeletedIsPostedAgain() throws Exception {
    slack.send("events_api", payloads.mention(USER, "550"));
    slack.await("chat.postMessage");
    slack.refuse("chat.update", "message_not_found");

    slack.send("events_api", payloads.editedMention(USER, "421"));

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("421"));
  }

  @Test
  void aFollowUpInAThreadStaysThere() throws Exception {
    JsonObject answer = slack.send("slash_commands", payloads.command(USER, "550"));
    JsonObject pressed =
        payloads.pressedInPublic(USER, answer, Shown.button(answer, "smtpbot_follow_up_0"));
    pressed.getAsJsonObject("message").addProperty("thread_ts", "1699999998.000100");

    slack.send("interactive", pressed);

    assertEquals(
        "1699999998.000100", slack.await("response_url").body().get("thread_ts").getAsString());
  }

  @Test
  void aFollowUpBelowADiagnosisDoesNotTakeItsPlace() throws Exception {
    JsonObject answer =
        slack.send(
            "slash_commands",
            payloads.command(USER, "550 5.7.26 bob@example.com fails DMARC gsmtp"));
    JsonObject button = Shown.button(answer, "smtpbot_follow_up_diagnosis_0");

    slack.send("interactive", payloads.pressed(USER, Shown.actions(answer, button), button));

    assertFalse(slack.await("response_url").body().get("replace_original").getAsBoolean());
  }

  @Test
  void whatNobodyAnswersIsAcknowledged() throws Exception {
    JsonObject written = payloads.written(USER, "channel", "550");
    written.getAsJsonObject("event").addProperty("subtype", "bot_message");
    written.getAsJsonObject("event").addProperty("bot_id", "B0000OTHER");
    slack.send("events_api", written);
    slack.send("events_api", payloads.written(USER, "channel", "550"));
    slack.send("events_api", payloads.edited(USER, "channel", "550", "1700000001.000001"));

    JsonObject answer = slack.send("slash_commands", payloads.command(USER, "550"));
    JsonObject unknown = Shown.button(answer, "smtpbot_post");
    unknown.addProperty("action_id", "button_of_another_time");
    slack.send("interactive", payloads.pressed(USER, Shown.actions(answer, unknown), unknown));
    JsonObject shortcut = payloads.globalShortcut(USER);
    shortcut.addProperty("callback_id", "shortcut_of_another_time");
    slack.send("interactive", shortcut);

    assertEquals(0, slack.calls("chat.postMessage"));
  }
}
