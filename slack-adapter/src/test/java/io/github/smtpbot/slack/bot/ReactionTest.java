package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.privacy.PrivatePastes;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An emoji that has a message answered in its thread. */
@Timeout(60)
class ReactionTest {

  private static final String USER = Payloads.USER;
  private static final String AUTHOR = "U0000OTHER";
  private static final String TS = "1699999999.000100";
  private static final String LATER = "1699999999.000900";

  private SocketBot bot;
  private FakeSlack slack;
  private Payloads payloads;

  @BeforeEach
  void start() throws Exception {
    use(Map.of("SMTPBOT_SLACK_REACTION", ":smtp:"));
  }

  private void use(Map<String, String> settings) throws Exception {
    bot = new SocketBot(settings);
    slack = bot.slack;
    payloads = bot.payloads;
    slack.write(
        Payloads.CHANNEL,
        Payloads.message("550 5.1.1 &lt;zorro.qvist@example.com&gt;: User unknown"));
    write("252 501", LATER);
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void theMessageIsAnsweredInItsThreadWithWhatMayBeShared() throws Exception {
    react(USER, "smtp", TS);

    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals(Payloads.CHANNEL, posted.get("channel").getAsString());
    assertEquals(TS, posted.get("thread_ts").getAsString());
    assertTrue(Shown.text(posted).contains("5.1.1"), posted.toString());
    assertEquals("header", Shown.types(posted).get(0));
    PrivatePastes.assertMasked(posted);
    assertFalse(Shown.hasButton(posted, "smtpbot_post"));
    assertEquals(0, slack.calls("conversations.replies"));
  }

  @Test
  void onceHoweverManyReact() throws Exception {
    react(USER, "smtp", TS);
    react(AUTHOR, "smtp", TS);
    slack.await(call -> TS.equals(thread(call)));
    react("U0000THIRD", "smtp::skin-tone-2", TS);

    react(USER, "smtp::skin-tone-2", LATER);

    slack.await(call -> LATER.equals(thread(call)));
    assertEquals(2, slack.calls("conversations.history"));
  }

  @Test
  void aMessageInAThreadIsAnsweredThere() throws Exception {
    JsonObject reply = message("421 4.7.0", "1699999999.000500");
    reply.addProperty("thread_ts", TS);
    slack.write(Payloads.CHANNEL, reply);

    react(USER, "smtp", "1699999999.000500");

    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals(TS, posted.get("thread_ts").getAsString());
    assertTrue(Shown.text(posted).contains("421"), posted.toString());
  }

  @Test
  void anyOtherEmojiIsNothingToTheBotNorIsWhatItWroteItself() throws Exception {
    react(USER, "tada", TS);
    slack.send("events_api", payloads.reaction(USER, "smtp", TS, FakeSlack.BOT_USER));
    react(FakeSlack.BOT_USER, "smtp", TS);
    JsonObject own = message("550", "1699999999.000600");
    own.addProperty("user", FakeSlack.BOT_USER);
    slack.write(Payloads.CHANNEL, own);
    react(USER, "smtp", "1699999999.000600");
    slack.await("conversations.history");
    react(USER, "smtp", LATER);

    slack.await(call -> LATER.equals(thread(call)));
    assertEquals(2, slack.calls("conversations.history"));
    assertEquals(1, slack.calls("chat.postMessage"));
  }

  @Test
  void whereTheBotIsNoMemberWhoeverReactsIsToldHowAndMayReactAgain() throws Exception {
    slack.refuse("conversations.history", "not_in_channel");
    react(USER, "smtp", TS);

    JsonObject told = slack.await("chat.postMessage").body();
    assertEquals(USER, told.get("channel").getAsString(), "in a direct message");
    assertTrue(Shown.text(told).contains("/invite"), told.toString());

    slack.accept("conversations.history");
    react(USER, "smtp", TS);
    assertEquals(TS, slack.await("chat.postMessage").body().get("thread_ts").getAsString());
  }

  @Test
  void withoutTheScopeNobodyIsBothered() throws Exception {
    slack.refuse("conversations.history", "missing_scope");
    react(USER, "smtp", TS);
    slack.await("conversations.history");

    JsonObject answer = slack.send("slash_commands", payloads.command(USER, "550"));

    assertTrue(Shown.text(answer).contains("550"));
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  @Test
  void thatNothingIsKnownIsToldToWhoeverReacted() throws Exception {
    write("qwertzuiop yxcvbnm", "1699999999.000700");

    react(USER, "smtp", "1699999999.000700");

    JsonObject told = slack.await("chat.postEphemeral").body();
    assertEquals(USER, told.get("user").getAsString());
    assertFalse(told.has("thread_ts"), told.toString());
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  @Test
  void whatIsDeletedMeanwhileIsNotAnswered() throws Exception {
    react(USER, "smtp", "1699999999.000800");
    slack.await("conversations.replies");
    react(USER, "smtp", LATER);

    slack.await("chat.postMessage");
    assertEquals(1, slack.calls("chat.postMessage"));
  }

  @Test
  void noReactionIsAnsweredUnlessOneIsSet() throws Exception {
    bot.close();
    use(Map.of());

    react(USER, "smtp", TS);
    slack.send("events_api", payloads.mention(USER, "550"));

    slack.await("chat.postMessage");
    assertEquals(0, slack.calls("conversations.history"));
  }

  private void react(String user, String emoji, String ts) throws InterruptedException {
    slack.send("events_api", payloads.reaction(user, emoji, ts, AUTHOR));
  }

  private void write(String text, String ts) {
    slack.write(Payloads.CHANNEL, message(text, ts));
  }

  private static JsonObject message(String text, String ts) {
    JsonObject message = Payloads.message(text);
    message.addProperty("ts", ts);
    return message;
  }

  private static String thread(FakeSlack.Call call) {
    return call.method().equals("chat.postMessage") && call.body().has("thread_ts")
        ? call.body().get("thread_ts").getAsString()
        : "";
  }
}
