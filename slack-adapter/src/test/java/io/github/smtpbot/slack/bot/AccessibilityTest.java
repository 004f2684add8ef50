package io.github.smtpbot.slack.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Accessible;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every surface, walked through for those who hear it. */
@Timeout(120)
class AccessibilityTest extends WithSocketBot {

  private static final String USER = Payloads.USER;
  private static final String THREAD = "1699999990.000100";
  private static final byte[] BOUNCE =
      "550 5.1.1 <bob@example.com>: User unknown\r\n".getBytes(UTF_8);

  private static final List<String> QUESTIONS =
      List.of(
          "550",
          "252 501",
          "421 450 451 452 552",
          "550 5.7.1",
          "250",
          "help",
          "list 4xx",
          "gmail",
          "mailbox full",
          "is 421 permanent?",
          "how to fix 535",
          "which code for greylisting",
          "RCPT",
          "699",
          "qwertzuiop yxcvbnm",
          "550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC"
              + " policy. a640c23a62f3a-a9cdfe3c1b2si123456766b.123 - gsmtp",
          "<bob@example.com>: host mx.example.com said: 550 5.1.1 User unknown\n\n"
              + "<eve@example.com>: host mx.example.com said: 452 4.2.2 Mailbox full");

  @Override
  Map<String, String> settings() {
    return Map.of("SMTPBOT_SLACK_REACTION", "smtp");
  }

  @Test
  void everyPayloadOfEverySurfaceCanBeHeard() throws Exception {
    slack.forgetConversations();
    for (String question : QUESTIONS) {
      JsonObject card = slack.send("slash_commands", payloads.command(USER, question));
      Accessible.checkMessage(card);
      press(card);
      Accessible.checkView(
          slack.send("interactive", payloads.submission(USER, question)).getAsJsonObject("view"));
      slack.send("interactive", payloads.messageShortcut(USER, Payloads.message(question)));
      slack.await("views.update");
      slack.send("events_api", payloads.mention(USER, question));
      slack.await(AccessibilityTest::isMessage);
    }
    slack.send("interactive", payloads.globalShortcut(USER));
    slack.await("views.open");
    slack.send("events_api", payloads.homeOpened(USER, "home"));
    slack.await("views.publish");
    slack.send("events_api", payloads.written(USER, "im", "550", bounce()));
    slack.await("chat.update");
    slack.send("events_api", payloads.agentOpened(USER, THREAD));
    slack.await("assistant.threads.setSuggestedPrompts");
    slack.send("events_api", payloads.writtenInThread(USER, THREAD, "550"));
    slack.await("chat.postMessage");
    slack.write(Payloads.CHANNEL, Payloads.message("550 5.1.1 User unknown"));
    slack.send("events_api", payloads.reaction(USER, "smtp", "1699999999.000100", "U0000OTHER"));
    slack.await("chat.postMessage");
    slack.send(
        "events_api",
        payloads.linksShared(
            USER,
            "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2",
            "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html"));
    slack.await("chat.unfurl");

    slack.everything().forEach(Accessible::check);
    Set<String> shown =
        slack.everything().stream()
            .map(FakeSlack.Call::method)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(
        shown.containsAll(
            Set.of(
                "chat.postEphemeral",
                "chat.postMessage",
                "chat.unfurl",
                "chat.update",
                "response_url",
                "views.open",
                "views.publish",
                "views.update")),
        shown.toString());
  }

  /** All that opens or posts more of an answer. */
  private void press(JsonObject card) throws InterruptedException {
    for (JsonObject button : Shown.buttons(card)) {
      String id = button.get("action_id").getAsString();
      if (Set.of("smtpbot_full", "smtpbot_fix").contains(id)) {
        slack.send("interactive", payloads.pressed(USER, Shown.actions(card, button), button));
        slack.await("views.open");
      } else if (id.equals("smtpbot_post")) {
        slack.send("interactive", payloads.pressed(USER, Shown.actions(card, button), button));
        slack.await("response_url");
      }
    }
  }

  private JsonObject bounce() {
    return Payloads.file("a.eml", slack.file("a.eml", BOUNCE), BOUNCE.length);
  }

  private static boolean isMessage(FakeSlack.Call call) {
    return call.method().startsWith("chat.post");
  }
}
