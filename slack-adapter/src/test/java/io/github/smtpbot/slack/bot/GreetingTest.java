package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first direct message of a member, and what help says in Slack. */
@Timeout(60)
class GreetingTest extends WithSocketBot {

  private static final String GREETING = "Hello, I explain SMTP replies";

  @Test
  void whoeverWritesForTheFirstTimeIsGreetedAndAnswered() throws Exception {
    slack.forgetConversations();

    write(Payloads.USER, "550");

    JsonObject greeting = posted();
    assertTrue(greeting.get("text").getAsString().startsWith(GREETING), greeting.toString());
    assertTrue(Shown.text(greeting).contains("More actions"), greeting.toString());
    assertTrue(Shown.text(posted()).contains("550"));
  }

  @Test
  void nobodyIsGreetedTwice() throws Exception {
    slack.forgetConversations();
    write(Payloads.USER, "550");
    posted();
    posted();

    write(Payloads.USER, "252");
    assertTrue(Shown.text(posted()).contains("252"));

    write("U0000OTHER", "421");
    assertTrue(posted().get("text").getAsString().startsWith(GREETING), "but others are");
    assertEquals(2, slack.calls("conversations.history"));
  }

  @Test
  void whoeverHasWrittenBeforeTheBotWasStartedIsNotGreeted() throws Exception {
    write(Payloads.USER, "550");

    assertTrue(Shown.text(posted()).contains("550"));
    assertEquals(1, slack.calls("conversations.history"));
  }

  @Test
  void whereSlackDoesNotTellWhatWasBeforeNobodyIsGreeted() throws Exception {
    slack.forgetConversations();
    slack.refuse("conversations.history", "missing_scope");

    write(Payloads.USER, "550");

    assertTrue(Shown.text(posted()).contains("550"));
  }

  @Test
  void helpNamesSlacksOwnWaysToAsk() throws Exception {
    write(Payloads.USER, "help");

    JsonObject help = posted();
    for (String way : new String[] {"/smtp", "More actions", "Mention", "file", "Shortcuts"}) {
      assertTrue(Shown.text(help).contains(way), way + " in " + help);
    }
    assertTrue(Shown.menu(help).toString().contains("252 vs 501"), "examples are in the menu");
  }

  private void write(String user, String text) throws InterruptedException {
    slack.send("events_api", bot.payloads.written(user, "im", text));
  }

  private JsonObject posted() throws InterruptedException {
    return slack.await("chat.postMessage").body();
  }
}
