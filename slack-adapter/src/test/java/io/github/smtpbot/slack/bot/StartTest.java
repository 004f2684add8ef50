package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** At its start the bot says in which workspace it is, and what it may not do there. */
@Timeout(60)
class StartTest {

  private static final String ALL =
      "app_mentions:read,chat:write,commands,files:read,files:write,im:history,users:read";

  private final Logger log = (Logger) LoggerFactory.getLogger(SlackBot.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private FakeSlack slack;

  @BeforeEach
  void listen() throws Exception {
    slack = new FakeSlack();
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    log.setLevel(null);
    slack.close();
  }

  @Test
  void itNamesTheWorkspaceAndItself() throws Exception {
    start(Map.of());
    assertEquals(List.of("In the workspace Fake as @smtpbot"), said(Level.INFO));
    assertEquals(List.of(), said(Level.WARN), "Slack does not say which scopes there are");
  }

  @Test
  void aNameOfAWorkspaceStaysOnItsLine() throws Exception {
    String name = "a\\nb".repeat(100);
    slack.garble("auth.test", "{\"ok\":true,\"user_id\":\"U1\",\"team\":\"" + name + "\"}");
    start(Map.of());
    assertEquals(List.of("In the workspace " + "ab".repeat(40) + " as @?"), said(Level.INFO));
  }

  @Test
  void itSaysWhichScopesAreMissingAndWhatForAndWhatToDo() throws Exception {
    slack.grant("chat:write, commands,app_mentions:read,im:history,team:read");
    start(Map.of());
    assertEquals(
        List.of(
            "Missing scopes: files:read (attached files), files:write (pictures of logs), users:read"
                + " (the language of the reader). Add them under OAuth & Permissions and install the app again, see"
                + " docs/slack.md"),
        said(Level.WARN));
  }

  @Test
  void whereNoneIsMissingNothingIsSaid() throws Exception {
    slack.grant(ALL);
    start(Map.of());
    assertEquals(List.of(), said(Level.WARN));
  }

  @Test
  void theReactionNeedsScopesOfItsOwn() throws Exception {
    slack.grant(ALL);
    start(Map.of("SMTPBOT_SLACK_REACTION", "email"));
    List<String> missing = said(Level.WARN);
    assertEquals(1, missing.size());
    assertTrue(
        missing
            .get(0)
            .startsWith(
                "Missing scopes: reactions:read (the reaction), channels:history (messages that"
                    + " are reacted to). "),
        missing.get(0));
  }

  private void start(Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    environment.put("SLACK_API_URL", slack.apiUrl());
    SlackBot.start(SlackSettings.of(environment)).close();
  }

  private List<String> said(Level level) {
    return lines.list.stream()
        .filter(line -> line.getLevel().equals(level))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
