package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import io.github.smtpbot.Feedback;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Was this right? In the modal, counted without what was asked. */
@Timeout(60)
class VotesTest {

  private static final String USER = Payloads.USER;

  private final Feedback feedback = new Feedback();
  private FakeSlack slack;
  private Payloads payloads;
  private SocketModeApp socketMode;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    payloads = new Payloads(slack);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    App app =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(FakeSlack.BOT_TOKEN)
                .build());
    SmtpSlackPlugin.builder().feedback(feedback).install(app);
    socketMode =
        new SocketModeApp(FakeSlack.APP_TOKEN, app, SocketModeClient.Backend.JavaWebSocket);
    socketMode.startAsync();
    slack.awaitConnection();
  }

  @AfterEach
  void stop() throws Exception {
    socketMode.close();
    slack.close();
  }

  @Test
  void aVoteIsCountedOnceHoweverOftenItIsPressed() throws Exception {
    JsonObject view = full("550 5.1.1 <zebra@example.org>: User unknown");

    JsonObject after = vote(USER, view, "smtpbot_vote_right");
    vote(USER, view, "smtpbot_vote_right");
    vote("U0000OTHER", view, "smtpbot_vote_wrong");

    assertTrue(Shown.text(after).contains("Thank you"), Shown.text(after));
    assertFalse(Shown.hasButton(after, "smtpbot_vote_right"));
    assertFalse(Shown.hasButton(after, "smtpbot_vote_wrong"));
    assertTrue(Shown.hasButton(after, "smtpbot_share"), "all else stays");
    assertEquals(
        "diagnosis.meaning.user_unknown right 1, diagnosis.meaning.user_unknown wrong 1",
        feedback.toString());
  }

  @Test
  void helpIsNeitherRightNorWrong() throws Exception {
    JsonObject answer = slack.send("interactive", payloads.submission(USER, "help"));

    assertFalse(Shown.hasButton(answer.getAsJsonObject("view"), "smtpbot_vote_right"));
  }

  private JsonObject full(String question) throws InterruptedException {
    JsonObject card = slack.send("slash_commands", payloads.command(USER, question));
    slack.send(
        "interactive",
        payloads.pressed(USER, Shown.actions(card), Shown.button(card, "smtpbot_full")));
    return slack.await("views.open").body().getAsJsonObject("view");
  }

  private JsonObject vote(String user, JsonObject view, String button) throws InterruptedException {
    slack.send("interactive", payloads.pressedInView(user, view, Shown.button(view, button)));
    return slack.await("views.update").body().getAsJsonObject("view");
  }
}
