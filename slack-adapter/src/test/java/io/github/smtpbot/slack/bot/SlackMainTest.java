package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.privacy.Markers;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program: its settings, its exit codes, and what it says when it cannot start. */
@Timeout(60)
class SlackMainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private FakeSlack slack;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    environment.put("SLACK_API_URL", slack.apiUrl());
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void itSaysThatItIsReadyAndEndsWithNoughtWhenItIsStopped() {
    assertEquals(0, run());
    assertTrue(out.toString().contains("ready: Socket Mode"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void helpListsEverySetting() {
    assertEquals(0, run("--help"));
    for (String setting :
        new String[] {
          "SLACK_BOT_TOKEN",
          "SLACK_APP_TOKEN",
          "SLACK_SIGNING_SECRET",
          "SMTPBOT_SLACK_MODE",
          "PORT",
          "SLACK_API_URL",
          "SMTPBOT_SLACK_VISIBILITY",
          "SMTPBOT_SLACK_LANGUAGE",
          "SMTPBOT_SLACK_REACTION",
          "SMTPBOT_LOG_LEVEL"
        }) {
      assertTrue(out.toString().contains(setting), setting);
    }
  }

  @Test
  void versionIsTold() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().startsWith("smtpbot-slack "), out.toString());
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertEquals(2, run("--nonsense"));
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK_BOT_TOKEN, '', SLACK_BOT_TOKEN is not set",
    "SLACK_BOT_TOKEN, secret-thing, SLACK_BOT_TOKEN is not valid",
    "SLACK_APP_TOKEN, secret-thing, SLACK_APP_TOKEN is not valid",
    "SLACK_APP_TOKEN, '', neither SLACK_APP_TOKEN",
    "SMTPBOT_SLACK_MODE, secret-thing, SMTPBOT_SLACK_MODE is neither",
    "SMTPBOT_SLACK_MODE, http, SLACK_SIGNING_SECRET is not set",
    "PORT, 70000, PORT is not a number",
    "PORT, secret-thing, PORT is not a number",
    "SLACK_API_URL, ftp://secret-thing/, SLACK_API_URL is not a web address",
    "SLACK_API_URL, https://user:secret-thing@slack.com/api/, SLACK_API_URL is not a web address",
    "SMTPBOT_SLACK_VISIBILITY, secret-thing, SMTPBOT_SLACK_VISIBILITY is neither",
    "SMTPBOT_SLACK_LANGUAGE, secret-thing, SMTPBOT_SLACK_LANGUAGE is none of",
    "SMTPBOT_SLACK_LANGUAGE, xx, 'SMTPBOT_SLACK_LANGUAGE is none of en, th'",
    "SMTPBOT_SLACK_REACTION, <secret-thing>, SMTPBOT_SLACK_REACTION is not the name",
    "SMTPBOT_SLACK_REACTION, :Secret-thing:, SMTPBOT_SLACK_REACTION is not the name"
  })
  void aWrongSettingIsNamedInOneLineThatDoesNotTellItsValue(
      String name, String value, String line) {
    environment.put(name, value);

    assertEquals(2, run());
    assertTrue(err.toString().startsWith("smtpbot-slack: " + line), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(err.toString().contains("secret-thing"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "auth.test, invalid_auth, SLACK_BOT_TOKEN",
    "apps.connections.open, not_allowed_token_type, SLACK_APP_TOKEN"
  })
  void aTokenThatSlackRefusesIsNamedInOneLineThatDoesNotTellIt(
      String method, String error, String name) {
    slack.refuse(method, error);

    assertEquals(3, run());
    assertEquals(
        "smtpbot-slack: Slack refuses " + name + ": " + error + System.lineSeparator(),
        err.toString());
  }

  @Test
  void aSlackThatCannotBeReachedIsSaidToBeSo() {
    slack.close();

    assertEquals(4, run());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(err.toString().contains("xoxb"), err.toString());
  }

  @Test
  void whereSlackAsksForPatienceAtTheStartItIsAskedAgain() {
    slack.limitOnce("auth.test", 1);
    slack.limitOnce("apps.connections.open", 1);

    assertEquals(0, run());
    assertTrue(out.toString().contains("ready: Socket Mode"), out.toString());
  }

  @Test
  void aSlackThatStaysInTroubleIsNotTakenForARefusedToken() {
    slack.refuse("auth.test", "internal_error");

    assertEquals(4, run());
    assertTrue(err.toString().contains("internal_error"), err.toString());
    assertFalse(err.toString().contains("TOKEN"), err.toString());
    assertEquals(4, slack.calls("auth.test"), "asked again, and not for ever");
  }

  @Test
  void aServerThatIsNotSlackIsSaidToBeSo() {
    slack.garble("auth.test");

    assertEquals(4, run());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("SLACK_API_URL"), err.toString());
  }

  @Test
  void settingsNeverTellASecret() throws Exception {
    environment.put("SLACK_SIGNING_SECRET", Markers.SLACK_SIGNING_SECRET);

    String told = SlackSettings.of(environment).toString();

    assertFalse(told.contains("xoxb") || told.contains("xapp") || told.contains("signing"), told);
  }

  private int run(String... args) {
    CountDownLatch stopped = new CountDownLatch(0);
    CommandLine commandLine = SlackMain.commandLine(environment, stopped);
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
