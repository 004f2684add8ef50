package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bot, connected to a Slack by Socket Mode: commands, buttons, conversations, reconnection. */
@Timeout(60)
class SocketModeTest {

  private static final String USER = Payloads.USER;

  private FakeSlack slack;
  private Payloads payloads;
  private SlackBot bot;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    payloads = new Payloads(slack);
    bot = SlackBot.start(settings(Map.of()));
    slack.awaitConnection();
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  @Test
  void theAcknowledgementOfACommandCarriesTheAnswerForTheAskerAlone() throws Exception {
    JsonObject answer = ask("252 501");

    assertEquals("ephemeral", answer.get("response_type").getAsString());
    assertTrue(answer.get("text").getAsString().contains("252"));
    String shown = Shown.text(answer);
    assertTrue(shown.contains("252") && shown.contains("501"), shown);
    assertTrue(shown.contains("<https://"), "links its sources");
    assertEquals("1?252 vs 501", value(Shown.button(answer, "smtpbot_post")));
  }

  @Test
  void noAnswerWaitsForTheWebApiOnceTheReaderIsKnown() throws Exception {
    ask("250");
    int authorized = slack.calls("auth.test");

    ask("251");

    assertEquals(1, slack.calls("users.info"));
    assertEquals(authorized, slack.calls("auth.test"));
  }

  @Test
  void aWorkspaceMayShowAnswersToAllAtFirst() throws Exception {
    bot.close();
    bot = SlackBot.start(settings(Map.of("SMTPBOT_SLACK_VISIBILITY", "in_channel")));
    slack.awaitConnection();

    JsonObject answer = ask("550");
    assertEquals("in_channel", answer.get("response_type").getAsString());
    assertFalse(Shown.hasButton(answer, "smtpbot_post"));

    assertEquals(USER, value(Shown.button(answer, "smtpbot_delete")));
    JsonObject another = slack.send("slash_commands", payloads.command("U0000OTHER", "550"));
    assertEquals("U0000OTHER", value(Shown.button(another, "smtpbot_delete")));

    JsonObject pasted = ask("host mx.example.org said: nothing that bob@example.com should see");
    assertEquals("ephemeral", pasted.get("response_type").getAsString());
  }

  @Test
  void whatAllReadIsInTheLanguageThatIsSetAndWhatOneReadsIsInTheirs() throws Exception {
    bot.close();
    bot = SlackBot.start(settings(Map.of("SMTPBOT_SLACK_LANGUAGE", "th")));
    slack.awaitConnection();

    JsonObject own = ask("550");
    assertTrue(Shown.text(own).contains("Post to channel"), Shown.text(own));
    press(own, Shown.button(own, "smtpbot_post"));
    assertTrue(Shown.text(slack.await("response_url").body()).contains("ถามโดย"));

    slack.send("events_api", payloads.mention(USER, "550"));
    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("ลบ"));
  }

  @Test
  void theReaderIsAnsweredInTheLanguageChosenInSlack() throws Exception {
    slack.locale(USER, "th-TH");

    askUntilAnsweredIn("โพสต์");
  }

  @Test
  void whereSlackIsSlowToTellTheLanguageTheAnswerIsInEnglishAndALaterOneIsNot() throws Exception {
    slack.locale(USER, "th-TH");
    slack.delay("users.info", Duration.ofSeconds(3));

    assertTrue(Shown.text(ask("550")).contains("Post to channel"));

    askUntilAnsweredIn("โพสต์");
    assertEquals(1, slack.calls("users.info"), "asked once, however many wait for it");
  }

  @Test
  void withoutTheScopeForMembersTheAnswerIsInEnglish() throws Exception {
    slack.refuse("users.info", "missing_scope");

    assertTrue(Shown.text(ask("550")).contains("Post to channel"));
  }

  @Test
  void postToChannelShowsTheAnswerToAllAndCreditsTheAsker() throws Exception {
    JsonObject answer = ask("252 501");

    press(answer, Shown.button(answer, "smtpbot_post"));

    JsonObject posted = slack.await("response_url").body();
    assertEquals("in_channel", posted.get("response_type").getAsString());
    assertFalse(posted.get("replace_original").getAsBoolean());
    assertTrue(Shown.text(posted).contains("<@" + USER + ">"), Shown.text(posted));
    assertTrue(Shown.text(posted).contains("501"));
    assertFalse(Shown.hasButton(posted, "smtpbot_post"), "it is public already");
  }

  @Test
  void afterItWasPostedTheCardSaysSoInThePlaceOfTheButton() throws Exception {
    JsonObject answer = ask("550");

    press(answer, Shown.button(answer, "smtpbot_post"));

    slack.await("response_url");
    JsonObject card = slack.await("response_url").body();
    assertTrue(card.get("replace_original").getAsBoolean());
    assertEquals("ephemeral", card.get("response_type").getAsString());
    assertTrue(Shown.text(card).contains("Posted ✓"), Shown.text(card));
    assertFalse(Shown.hasButton(card, "smtpbot_post"));
    assertTrue(Shown.hasButton(card, "smtpbot_full"));
  }

  @Test
  void howeverOftenItIsPressedItIsPostedOnce() throws Exception {
    JsonObject answer = ask("550 5.1.1 <zebra@example.org>: User unknown");
    JsonObject button = Shown.button(answer, "smtpbot_post");

    press(answer, button);
    JsonObject posted = slack.await("response_url").body();
    assertEquals("in_channel", posted.get("response_type").getAsString());
    assertTrue(Shown.text(slack.await("response_url").body()).contains("Posted ✓"));

    for (int i = 0; i < 3; i++) {
      press(answer, button);
      JsonObject told = slack.await("response_url").body();
      assertEquals("ephemeral", told.get("response_type").getAsString());
      assertEquals("Posted ✓", told.get("text").getAsString());
    }
  }

  @Test
  void whatCouldNotBePostedIsSaidAndMayBeTriedAgain() throws Exception {
    JsonObject answer = ask("550");
    slack.refuse("response_url", "expired_url");
    slack.refuse("chat.postMessage", "not_in_channel");

    press(answer, Shown.button(answer, "smtpbot_post"));
    assertTrue(Shown.text(slack.await("chat.postEphemeral").body()).contains("/invite"));

    press(answer, Shown.button(answer, "smtpbot_post"));
    slack.await("chat.postEphemeral");
    assertEquals(2, slack.calls("chat.postMessage"));
  }

  @Test
  void theFullAnswerOpensInTheLanguageOfWhoeverPressesAndTheCardStays() throws Exception {
    slack.send("events_api", payloads.mention(USER, "550"));
    JsonObject card = slack.await("chat.postMessage").body();
    slack.locale("U0000OTHER", "th-TH");
    JsonObject button = Shown.button(card, "smtpbot_full");

    slack.send("interactive", payloads.pressedInPublic("U0000OTHER", card, button));

    FakeSlack.Call opened = slack.await("views.open");
    assertTrue(opened.body().get("trigger_id").getAsString().endsWith(".trigger"));
    JsonObject view = opened.body().getAsJsonObject("view");
    assertTrue(Shown.text(view).contains("550"));
    assertTrue(Shown.text(view).length() > Shown.text(card).length(), "it tells more");
    assertEquals(0, slack.calls("response_url"));
    assertEquals(0, slack.calls("chat.update"));
  }

  @Test
  void theFullAnswerToAPasteIsMadeOfWhatTheButtonCarries() throws Exception {
    JsonObject card =
        ask("550 5.7.26 bob@example.com fails DMARC. See https://support.google.com gsmtp");

    press(card, Shown.button(card, "smtpbot_full"));

    JsonObject view = slack.await("views.open").body().getAsJsonObject("view");
    assertTrue(Shown.text(view).contains("5.7.26"), Shown.text(view));
    assertTrue(Shown.hasButton(view, "smtpbot_post"), "it may be posted from there");
  }

  @Test
  void howToFixItOpensTheStepsAlone() throws Exception {
    JsonObject card = ask("550");

    press(card, Shown.button(card, "smtpbot_fix"));

    JsonObject view = slack.await("views.open").body().getAsJsonObject("view");
    assertTrue(Shown.text(view).contains("First"), Shown.text(view));
  }

  @Test
  void whereTheWindowDoesNotOpenInTimeItIsSaidWhatToDo() throws Exception {
    slack.refuse("views.open", "expired_trigger_id");
    JsonObject card = ask("550");

    press(card, Shown.button(card, "smtpbot_full"));

    JsonObject told = slack.await("response_url").body();
    assertEquals("ephemeral", told.get("response_type").getAsString());
    assertFalse(told.get("replace_original").getAsBoolean(), "the card stays");
    assertTrue(Shown.text(told).contains("did not open the window in time"), told.toString());
  }

  @Test
  void aFollowUpInTheModalLiesOnTopOfItAndAfterThatInItsPlace() throws Exception {
    JsonObject card = ask("550");
    press(card, Shown.button(card, "smtpbot_full"));
    JsonObject view = slack.await("views.open").body().getAsJsonObject("view");

    slack.send(
        "interactive",
        payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_follow_up_0")));
    JsonObject next = slack.await("views.push").body().getAsJsonObject("view");
    assertTrue(Shown.hasButton(next, "smtpbot_post"), "it still knows the channel");

    slack.refuse("views.push", "push_limit_reached");
    slack.send(
        "interactive",
        payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_follow_up_0")));
    assertEquals("V2", slack.await("views.update").body().get("view_id").getAsString());
  }

  @Test
  void whatIsPostedFromTheModalIsNotPostedFromTheCardAgain() throws Exception {
    JsonObject card = ask("550");
    press(card, Shown.button(card, "smtpbot_full"));
    JsonObject view = slack.await("views.open").body().getAsJsonObject("view");

    slack.send(
        "interactive", payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_post")));
    assertEquals(
        "in_channel", slack.await("response_url").body().get("response_type").getAsString());
    JsonObject after = slack.await("views.update").body().getAsJsonObject("view");
    assertTrue(Shown.text(after).contains("Posted ✓"), Shown.text(after));
    assertFalse(Shown.hasButton(after, "smtpbot_post"));
    assertTrue(Shown.hasButton(after, "smtpbot_share"), "it may still be posted elsewhere");

    press(card, Shown.button(card, "smtpbot_post"));
    assertEquals("Posted ✓", slack.await("response_url").body().get("text").getAsString());
  }

  @Test
  void whereSlackTakesNoTableAComparisonIsAList() throws Exception {
    slack.refuseTables();

    slack.send("events_api", payloads.mention(USER, "252 501"));

    assertTrue(Shown.types(slack.await("chat.postMessage").body()).contains("table"));
    JsonObject list = slack.await("chat.postMessage").body();
    assertFalse(Shown.types(list).contains("table"));
    assertTrue(Shown.text(list).contains("252 – "), Shown.text(list));

    JsonObject card = ask("252 501");
    press(card, Shown.button(card, "smtpbot_post"));
    slack.await("response_url");
    assertFalse(Shown.types(slack.await("response_url").body()).contains("table"));
    assertEquals(2, slack.calls("chat.postMessage"));
  }

  @Test
  void whereTheResponseUrlHasExpiredTheAnswerIsPostedByTheWebApi() throws Exception {
    JsonObject answer = ask("550");
    slack.refuse("response_url", "expired_url");

    press(answer, Shown.button(answer, "smtpbot_post"));

    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals(Payloads.CHANNEL, posted.get("channel").getAsString());
    assertEquals("0", posted.get("unfurl_links").getAsString());
  }

  @Test
  void aFollowUpTakesThePlaceOfTheAnswerThatTheAskerAloneSees() throws Exception {
    JsonObject answer = ask("550");

    press(answer, Shown.button(answer, "smtpbot_follow_up_0"));

    JsonObject next = slack.await("response_url").body();
    assertEquals("ephemeral", next.get("response_type").getAsString());
    assertTrue(next.get("replace_original").getAsBoolean());
    assertTrue(Shown.hasButton(next, "smtpbot_post"));
  }

  @Test
  void aFollowUpBelowAPublicAnswerGoesToWhoeverPressedIt() throws Exception {
    JsonObject answer = ask("550");
    JsonObject button = Shown.button(answer, "smtpbot_follow_up_0");

    slack.send("interactive", payloads.pressedInPublic("U0000OTHER", answer, button));

    JsonObject next = slack.await("response_url").body();
    assertEquals("ephemeral", next.get("response_type").getAsString());
    assertFalse(next.get("replace_original").getAsBoolean());
  }

  @Test
  void aCodeIsChosenFromTheMenuOfAFamily() throws Exception {
    JsonObject answer = ask("list 4xx");
    JsonObject menu = Shown.menu(answer);

    press(answer, menu);

    JsonObject next = slack.await("response_url").body();
    String first =
        menu.getAsJsonArray("options").get(0).getAsJsonObject().get("value").getAsString();
    assertTrue(next.get("text").getAsString().contains(first));
  }

  @Test
  void aMentionIsAnsweredInAThread() throws Exception {
    slack.send("events_api", payloads.mention(USER, "252 501"));

    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals("1699999999.000200", posted.get("thread_ts").getAsString());
    assertTrue(Shown.text(posted).contains("501"));
  }

  @Test
  void aMentionThatAsksNothingWeKnowIsAnsweredToTheAskerAlone() throws Exception {
    slack.send("events_api", payloads.mention(USER, "qwertzuiop bob@example.com"));

    JsonObject posted = slack.await("chat.postEphemeral").body();
    assertEquals(USER, posted.get("user").getAsString());
    assertFalse(posted.has("thread_ts"), "Slack shows nobody that in a thread not begun yet");
  }

  @Test
  void soItIsInAThreadWhereTheMentionStandsInOne() throws Exception {
    slack.send(
        "events_api", payloads.mentionInThread(USER, "qwertzuiop yxcvbnm", "1699999998.000100"));

    JsonObject posted = slack.await("chat.postEphemeral").body();
    assertEquals("1699999998.000100", posted.get("thread_ts").getAsString());
  }

  @Test
  void ofAPasteInAMentionTheThreadReadsOnlyWhatMayBeShared() throws Exception {
    slack.send(
        "events_api",
        payloads.mention(
            USER,
            "Dear all, see below.\n"
                + "Nov 26 10:00:00 mx7 postfix/smtp[1]: A1: to=&lt;zebra@example.org&gt;,"
                + " relay=mx7.corp.example.org[192.0.2.7]:25, dsn=5.1.1, status=bounced (host"
                + " mx7.corp.example.org[192.0.2.7] said: 550 5.1.1 unknown)\n"
                + "Nov 26 10:00:01 mx7 postfix/smtp[1]: A2: to=&lt;other@example.org&gt;,"
                + " relay=mx7.corp.example.org[192.0.2.7]:25, dsn=5.2.2, status=bounced (host"
                + " mx7.corp.example.org[192.0.2.7] said: 552 5.2.2 mailbox full)"));

    JsonObject posted = slack.await("chat.postMessage").body();
    String all = posted.toString();
    assertTrue(all.contains("550 5.1.1"), all);
    assertFalse(all.contains("zebra") || all.contains("corp.example.org"), all);
    assertTrue(all.contains("552 5.2.2"), "each kind is counted: " + all);
    assertFalse(all.contains("o…@example.org") || all.contains("mailbox full)"), all);
    assertFalse(all.contains("Dear all"), all);
  }

  @Test
  void aLetterInAMentionIsAnsweredToTheAskerAlone() throws Exception {
    slack.send(
        "events_api",
        payloads.mention(
            USER, "Bonjour Madame, je vous rappelle demain matin au bureau de Lyon avec Pierre."));

    JsonObject posted = slack.await("chat.postEphemeral").body();
    assertEquals(USER, posted.get("user").getAsString());
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  @Test
  void aButtonOfAnotherVersionSaysSoToWhoeverPressedIt() throws Exception {
    JsonObject answer = ask("252 501");
    JsonObject button = Shown.button(answer, "smtpbot_post");
    button.addProperty("value", "550 5.1.1 zebra@example.org: User unknown");

    press(answer, button);

    JsonObject told = slack.await("response_url").body();
    assertEquals("ephemeral", told.get("response_type").getAsString());
    assertTrue(Shown.text(told).contains("another version"), told.toString());
    assertFalse(told.toString().contains("zebra"), told.toString());
  }

  @Test
  void aDirectMessageIsAnswered() throws Exception {
    slack.send("events_api", payloads.written(USER, "im", "550 5.7.1"));

    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals("D000000001", posted.get("channel").getAsString());
    assertTrue(Shown.text(posted).contains("5.7.1"));
  }

  @Test
  void anEventThatSlackSendsAgainIsAnsweredOnce() throws Exception {
    JsonObject event = payloads.written(USER, "im", "550 5.7.1");
    slack.send("events_api", event);
    slack.await("chat.postMessage");

    slack.send("events_api", event);
    slack.send("events_api", payloads.written(USER, "im", "252"));

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("252"));
    assertEquals(2, slack.calls("chat.postMessage"));
  }

  @Test
  void whereSlackAsksForPatienceTheAnswerComesAfterIt() throws Exception {
    slack.limitOnce("chat.postMessage", 1);

    slack.send("events_api", payloads.written(USER, "im", "550 5.7.1"));

    slack.await("chat.postMessage");
    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("5.7.1"));
  }

  @Test
  void anAnswerUnderWayStillGoesOutWhenTheBotIsStopped() throws Exception {
    slack.delay("users.info", Duration.ofMillis(500));
    slack.send("events_api", payloads.written(USER, "im", "550 5.7.1"));

    bot.close();

    assertEquals(1, slack.calls("chat.postMessage"));
  }

  @Test
  void aMessageInAChannelIsNoneOfOurBusiness() throws Exception {
    slack.send("events_api", payloads.written(USER, "channel", "550 5.7.1"));
    slack.send("events_api", payloads.written(USER, "im", "252"));

    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals("D000000001", posted.get("channel").getAsString());
  }

  @Test
  void whatPeopleWriteComesBackInert() throws Exception {
    String hostile =
        "&lt;!channel&gt; <@U1> *bold* _it_ <https://evil.example|click> &amp;lt; :smile: \u202e";

    JsonObject answer = ask(hostile);

    String json = answer.toString();
    assertFalse(answer.get("text").getAsString().contains("<"), json);
    assertFalse(json.contains("evil.example|"), json);
    assertFalse(json.contains("\u202e"), json);
  }

  @Test
  void malformedEnvelopesDoNotDisturbIt() throws Exception {
    slack.sendRaw("{\"type\":\"slash_commands\"");
    slack.sendRaw("not json");
    slack.sendRaw("{\"type\":\"slash_commands\",\"envelope_id\":\"x\",\"payload\":{}}");
    slack.sendRaw("{\"type\":\"something_new\",\"envelope_id\":\"y\"}");

    assertTrue(Shown.text(ask("550")).contains("550"));
  }

  @Test
  void aHundredKilobytesOfNoiseAreAnswered() throws Exception {
    JsonObject answer = ask("x5 ".repeat(33_000));

    assertEquals("ephemeral", answer.get("response_type").getAsString());
  }

  private JsonObject ask(String text) throws InterruptedException {
    JsonObject answer = slack.send("slash_commands", payloads.command(USER, text));
    SlackRules.checkMessage(answer);
    return answer;
  }

  /** A machine under load may take longer for the look-up than an answer waits. */
  private void askUntilAnsweredIn(String word) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!Shown.text(ask("550")).contains(word)) {
      assertTrue(System.nanoTime() < deadline, "never answered with " + word);
    }
  }

  private void press(JsonObject message, JsonObject element) throws InterruptedException {
    slack.send("interactive", payloads.pressed(USER, Shown.actions(message), element));
  }

  private static String value(JsonObject button) {
    return button.get("value").getAsString();
  }

  private SlackSettings settings(Map<String, String> more) throws StartException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    environment.put("SLACK_API_URL", slack.apiUrl());
    return SlackSettings.of(environment);
  }
}
