package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Posting an answer where the reader chooses, and taking it back. */
@Timeout(60)
class PostingTest {

  private static final String USER = Payloads.USER;
  private static final String OTHER = "U0000OTHER";
  private static final String CHOSEN = "C000000002";

  private FakeSlack slack;
  private Payloads payloads;
  private SocketBot bot;

  private final Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void start() throws Exception {
    log.setLevel(Level.WARN);
    lines.start();
    log.addAppender(lines);
    bot = new SocketBot();
    slack = bot.slack;
    payloads = bot.payloads;
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    log.setLevel(null);
    bot.close();
  }

  @Test
  void anAnswerIsPostedToTheConversationThatIsChosen() throws Exception {
    JsonObject picker = picker(full(ask("550 5.1.1 <zebra@example.org>: User unknown")));

    JsonObject waiting = choose(USER, picker);
    assertEquals("update", waiting.get("response_action").getAsString());
    SlackRules.checkView(waiting.getAsJsonObject("view"));

    JsonObject posted = slack.await("response_url").body();
    assertEquals("in_channel", posted.get("response_type").getAsString());
    assertTrue(Shown.text(posted).contains("<@" + USER + ">"), Shown.text(posted));
    assertFalse(posted.toString().contains("zebra@example.org"), "addresses are masked");
    FakeSlack.Call told = slack.await("views.update");
    assertEquals(
        waiting.getAsJsonObject("view").get("external_id"), told.body().get("external_id"));
    assertTrue(Shown.text(told.body().getAsJsonObject("view")).contains("Posted ✓"));
  }

  @Test
  void itIsPostedThereOnceHoweverOftenAndByWhomeverItIsSubmitted() throws Exception {
    JsonObject picker = picker(full(ask("550")));

    choose(USER, picker);
    slack.await("views.update");
    choose(OTHER, picker);

    assertTrue(shownInModal().contains("Posted ✓"));
    assertEquals(1, slack.calls("response_url"));
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  @Test
  void whatWasPostedWhereItWasAskedIsNotPostedThereAgainByThePicker() throws Exception {
    JsonObject view = full(ask("550"));
    slack.send(
        "interactive", payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_post")));
    JsonObject posted = slack.await("views.update").body().getAsJsonObject("view");
    assertTrue(Shown.text(posted).contains("Posted ✓"));

    JsonObject picker = picker(posted);
    slack.send("interactive", payloads.chosen(USER, picker, Payloads.CHANNEL));

    assertTrue(shownInModal().contains("Posted ✓"));
    assertEquals(1, slack.calls("response_url"));
  }

  @Test
  void anAnswerOfTheLargeInputMayBePosted() throws Exception {
    JsonObject view =
        slack.send("interactive", payloads.submission(USER, "550 5.7.1")).getAsJsonObject("view");

    choose(USER, picker(view));

    assertTrue(Shown.text(slack.await("response_url").body()).contains("5.7.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel, /invite",
    "channel_not_found, /invite",
    "is_archived, archived",
    "restricted_action, Only some members",
    "restricted_action_read_only_channel, Only some members",
    "msg_too_long, Choose another channel"
  })
  void whereSlackRefusesItTheModalSaysWhatToDoAndAsksAgain(String error, String remedy)
      throws Exception {
    slack.refuse("response_url", "expired_url");
    slack.refuse("chat.postMessage", error);
    choose(USER, picker(full(ask("550"))));

    JsonObject again = slack.await("views.update").body().getAsJsonObject("view");
    assertTrue(Shown.text(again).contains(remedy), Shown.text(again));

    slack.accept("chat.postMessage");
    choose(USER, again);
    FakeSlack.Call posted = slack.await("chat.postMessage");
    assertEquals(CHOSEN, posted.body().get("channel").getAsString());
    assertTrue(shownInModal().contains("Posted ✓"));
  }

  @Test
  void whereTheButtonOfACardCannotPostItIsSaidWhatToDo() throws Exception {
    slack.refuse("response_url", "expired_url");
    slack.refuse("chat.postMessage", "is_archived");
    JsonObject card = ask("550");

    press(USER, card, "smtpbot_post");

    assertTrue(Shown.text(slack.await("chat.postEphemeral").body()).contains("archived"));
    assertTrue(logged().contains(": is_archived"), logged());
  }

  @Test
  void whatCannotBeTakenBackIsSaid() throws Exception {
    press(USER, ask("550"), "smtpbot_post");
    JsonObject posted = slack.await("response_url").body();
    slack.await("response_url");
    slack.refuse("response_url", "expired_url");
    slack.refuse("chat.delete", "cant_delete_message");

    pressInPublic(USER, posted);

    // The card that says so may come by this way, too, if it was overtaken.
    slack.await(
        call ->
            call.method().equals("chat.postEphemeral")
                && Shown.text(call.body()).contains("went wrong"));
    assertTrue(logged().contains(": cant_delete_message"), logged());
  }

  private String logged() {
    return lines.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whoPostedItMayTakeItBackAndPostItAgain() throws Exception {
    JsonObject card = ask("550");
    press(USER, card, "smtpbot_post");
    JsonObject posted = slack.await("response_url").body();
    slack.await("response_url");

    pressInPublic(USER, posted);

    JsonObject deletion = slack.await("response_url").body();
    assertEquals(Payloads.json("{'delete_original':true}"), deletion);

    press(USER, card, "smtpbot_post");
    assertEquals(
        "in_channel", slack.await("response_url").body().get("response_type").getAsString());
  }

  @Test
  void nobodyElseMayAndIsToldSoAlone() throws Exception {
    press(USER, ask("550"), "smtpbot_post");
    JsonObject posted = slack.await("response_url").body();
    slack.await("response_url");

    pressInPublic(OTHER, posted);

    JsonObject said = slack.await("response_url").body();
    assertEquals("ephemeral", said.get("response_type").getAsString());
    assertTrue(Shown.text(said).contains("Only the one who posted it"), Shown.text(said));
    assertFalse(said.has("delete_original"));
    assertEquals(0, slack.calls("chat.delete"));
  }

  @Test
  void whoMentionedTheBotMayTakeTheAnswerBackWhateverBecameOfTheResponseUrl() throws Exception {
    slack.send("events_api", payloads.mention(USER, "550"));
    JsonObject posted = slack.await("chat.postMessage").body();
    slack.refuse("response_url", "expired_url");

    pressInPublic(USER, posted);

    JsonObject deletion = slack.await("chat.delete").body();
    assertEquals(Payloads.CHANNEL, deletion.get("channel").getAsString());
    assertEquals("1700000000.000001", deletion.get("ts").getAsString());
  }

  @Test
  void theMenuDoesNotRepeatTheButtonBesideIt() throws Exception {
    JsonObject card = ask("550");

    assertTrue(Shown.hasButton(card, "smtpbot_fix"));
    String menu = Shown.menu(card).toString();
    assertFalse(menu.contains("How to fix it"), menu);
  }

  @Test
  void howToFixItIsTheSameFromTheCardAndFromTheFullAnswer() throws Exception {
    JsonObject card = ask("550 5.7.26 bob@example.com fails DMARC. See https://support.google.com");
    press(USER, card, "smtpbot_fix");
    String fromCard = Shown.text(slack.await("views.open").body().getAsJsonObject("view"));

    JsonObject view = full(card);
    slack.send(
        "interactive", payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_fix")));

    assertEquals(fromCard, Shown.text(slack.await("views.push").body().getAsJsonObject("view")));
  }

  @Test
  void noMoreThanThreeModalsLieOnEachOther() throws Exception {
    JsonObject view = full(ask("550"));
    view = followUp(view, "views.push");
    view = followUp(view, "views.push");
    view = followUp(view, "views.update");
    followUp(view, "views.update");

    assertEquals(2, slack.calls("views.push"), "Slack was not even asked for more");
  }

  private JsonObject followUp(JsonObject view, String method) throws InterruptedException {
    slack.send(
        "interactive",
        payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_follow_up_0")));
    return slack.await(method).body().getAsJsonObject("view");
  }

  private JsonObject ask(String text) throws InterruptedException {
    JsonObject answer = slack.send("slash_commands", payloads.command(USER, text));
    SlackRules.checkMessage(answer);
    return answer;
  }

  private void press(String user, JsonObject card, String button) throws InterruptedException {
    slack.send(
        "interactive", payloads.pressed(user, Shown.actions(card), Shown.button(card, button)));
  }

  private void pressInPublic(String user, JsonObject posted) throws InterruptedException {
    slack.send(
        "interactive",
        payloads.pressedInPublic(user, posted, Shown.button(posted, "smtpbot_delete")));
  }

  private JsonObject full(JsonObject card) throws InterruptedException {
    press(USER, card, "smtpbot_full");
    return slack.await("views.open").body().getAsJsonObject("view");
  }

  private JsonObject picker(JsonObject view) throws InterruptedException {
    slack.send(
        "interactive", payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_share")));
    return slack.await("views.push").body().getAsJsonObject("view");
  }

  private JsonObject choose(String user, JsonObject picker) throws InterruptedException {
    return slack.send("interactive", payloads.chosen(user, picker, CHOSEN));
  }

  private String shownInModal() throws InterruptedException {
    return Shown.text(slack.await("views.update").body().getAsJsonObject("view"));
  }
}
