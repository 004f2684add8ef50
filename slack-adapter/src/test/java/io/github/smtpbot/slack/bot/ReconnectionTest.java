package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.time.Duration;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Socket Mode's connections come and go; nobody who asks is lost, and nobody answered twice. */
@Timeout(60)
class ReconnectionTest extends WithSocketBot {

  private static final String USER = Payloads.USER;

  @Test
  void whenSlackAsksForANewConnectionThereIsOneBeforeTheOldEnds() throws Exception {
    WebSocket old = slack.connection();
    slack.refresh();
    slack.awaitConnection();

    assertEquals(2, slack.open());
    assertTrue(Shown.text(slack.send("slash_commands", command("550"))).contains("550"));
    JsonObject answer = slack.send(old, "slash_commands", command("421"));
    assertTrue(Shown.text(answer).contains("421"), "the old one answers until Slack closes it");
  }

  @Test
  void howeverOftenSlackAsksForItOneConnectionIsOpened() throws Exception {
    int opened = slack.calls("apps.connections.open");
    for (int i = 0; i < 7; i++) {
      slack.refresh();
    }
    slack.awaitConnection();
    slack.send("slash_commands", command("550"));

    assertEquals(opened + 1, slack.calls("apps.connections.open"));
  }

  @Test
  void itConnectsAnewWhenSlackRestarts() throws Exception {
    slack.restart();
    slack.awaitConnection();

    assertTrue(Shown.text(slack.send("slash_commands", command("550"))).contains("550"));
  }

  @Test
  void itConnectsAnewWhenTheNetworkFails() throws Exception {
    slack.cut(slack.connection());
    slack.awaitConnection();

    assertTrue(Shown.text(slack.send("slash_commands", command("550"))).contains("550"));
    assertEquals(1, slack.open());
  }

  @Test
  void whereSlackAsksForPatienceItWaits() throws Exception {
    slack.limitOnce("apps.connections.open", 2);
    long before = System.nanoTime();
    slack.restart();
    slack.awaitConnection();

    assertTrue(System.nanoTime() - before >= Duration.ofSeconds(2).toNanos(), "came too early");
  }

  @Test
  void whileSlackRefusesConnectionsItGoesOnTrying() throws Exception {
    slack.refuse("apps.connections.open", "internal_error");
    slack.restart();
    slack.await("apps.connections.open");
    slack.await("apps.connections.open");
    slack.accept("apps.connections.open");
    slack.awaitConnection();

    assertTrue(Shown.text(slack.send("slash_commands", command("550"))).contains("550"));
  }

  @Test
  void whatSlackSendsAgainByAnotherConnectionIsAnsweredOnce() throws Exception {
    WebSocket old = slack.connection();
    JsonObject message = payloads.written(USER, "im", "550 5.7.1");
    slack.send("events_api", message);
    slack.await("chat.postMessage");
    slack.cut(old);
    slack.awaitConnection();

    slack.send("events_api", message);
    slack.send("events_api", payloads.written(USER, "im", "421"));

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("421"));
    assertEquals(2, slack.calls("chat.postMessage"));
  }

  @Test
  void aCommandWhoseConnectionIsGoneIsAnsweredByItsResponseUrl() throws Exception {
    slack.delay("users.info", Duration.ofMillis(700));
    WebSocket old = slack.connection();
    slack.post(old, "slash_commands", command("550"));
    slack.await("users.info");
    slack.cut(old);

    JsonObject answer = slack.await("response_url").body();
    assertEquals("ephemeral", answer.get("response_type").getAsString());
    assertTrue(Shown.text(answer).contains("550"), Shown.text(answer));
  }

  @Test
  void whatWasAnsweredBeforeAConnectionClosedInOrderIsNotAnsweredAgain() throws Exception {
    slack.delay("users.info", Duration.ofMillis(700));
    WebSocket old = slack.connection();
    String id = slack.post(old, "slash_commands", command("550"));
    slack.await("users.info");
    slack.refresh();
    slack.awaitConnection();
    JsonObject answer = slack.awaitAcknowledgement(old, id);
    old.close(1000, "bye");
    slack.send("slash_commands", command("421"));

    assertTrue(Shown.text(answer).contains("550"), Shown.text(answer));
    assertEquals(0, slack.calls("response_url"));
  }

  private JsonObject command(String text) {
    return payloads.command(USER, text);
  }
}
