package io.github.smtpbot.slack.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The agent view of an app that has it. */
@Timeout(60)
class AgentViewTest extends WithSocketBot {

  private static final String USER = Payloads.USER;
  private static final String THREAD = "1699999990.000100";

  @Test
  void whoeverOpensItIsOfferedQuestionsToBeginWith() throws Exception {
    slack.send("events_api", payloads.agentOpened(USER, THREAD));

    JsonObject offered = slack.await("assistant.threads.setSuggestedPrompts").body();
    assertEquals(THREAD, offered.get("thread_ts").getAsString());
    JsonArray prompts = offered.getAsJsonArray("prompts");
    assertEquals(4, prompts.size());
    assertTrue(prompts.toString().contains("550"), prompts.toString());
  }

  @Test
  void aQuestionThereIsAnsweredByACardAfterAStatus() throws Exception {
    slack.send("events_api", payloads.agentOpened(USER, THREAD));
    slack.send("events_api", payloads.writtenInThread(USER, THREAD, "550 5.7.1"));

    JsonObject status = slack.await("assistant.threads.setStatus").body();
    assertEquals(THREAD, status.get("thread_ts").getAsString());
    JsonObject card = slack.await("chat.postMessage").body();
    assertEquals(THREAD, card.get("thread_ts").getAsString());
    assertEquals("header", Shown.types(card).get(0));
    assertEquals(0, slack.calls("conversations.history"), "nobody is greeted in a thread");
  }

  @Test
  void ofAFileTheStatusSaysThatItIsRead() throws Exception {
    byte[] bounce = "550 5.1.1 User unknown\r\n".getBytes(UTF_8);
    slack.send("events_api", payloads.agentOpened(USER, THREAD));
    slack.send(
        "events_api",
        payloads.writtenInThread(
            USER, THREAD, "", Payloads.file("a.eml", slack.file("a.eml", bounce), bounce.length)));

    slack.await("assistant.threads.setStatus");
    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("5.1.1"));
    assertEquals(0, slack.calls("chat.update"));
  }

  @Test
  void anAppWithoutItIsNeverAskedForAStatus() throws Exception {
    slack.send("events_api", payloads.writtenInThread(USER, THREAD, "550 5.7.1"));

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("5.7.1"));
    assertEquals(0, slack.calls("assistant.threads.setStatus"));
  }

  @Test
  void whereSlackRefusesItTheAnswerComesAllTheSame() throws Exception {
    slack.refuse("assistant.threads.setSuggestedPrompts", "missing_scope");
    slack.refuse("assistant.threads.setStatus", "missing_scope");
    slack.send("events_api", payloads.agentOpened(USER, THREAD));
    slack.await("assistant.threads.setSuggestedPrompts");

    slack.send("events_api", payloads.writtenInThread(USER, THREAD, "550 5.7.1"));

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("5.7.1"));
  }
}
