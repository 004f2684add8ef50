package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose language it is: a member's, in a workspace. */
class ReaderLanguagesTest {

  private final ReaderLanguages languages =
      new ReaderLanguages(Runnable::run, Duration.ofSeconds(20), Locale.ENGLISH);
  private FakeSlack slack;

  @BeforeEach
  void start() throws IOException {
    slack = new FakeSlack();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void theSameIdInAnotherWorkspaceIsAnotherReader() {
    slack.locale("U1", "th-TH");
    assertEquals(Locale.forLanguageTag("th-TH"), languages.of(context("T1"), "U1"));

    slack.locale("U1", "en-GB");
    assertEquals(Locale.UK, languages.of(context("T2"), "U1"));
    assertEquals(Locale.forLanguageTag("th-TH"), languages.of(context("T1"), "U1"), "is kept");
    assertEquals(2, slack.calls("users.info"));
  }

  @Test
  void anotherMemberIsAnotherReader() {
    slack.locale("U1", "th-TH");
    assertEquals(Locale.forLanguageTag("th-TH"), languages.of(context("T1"), "U1"));
    assertEquals(Locale.ENGLISH, languages.of(context("T1"), "U2"));
  }

  @Test
  void nobodyInParticularReadsTheFallback() {
    assertEquals(Locale.ENGLISH, languages.of(context("T1"), null));
    assertEquals(Locale.ENGLISH, languages.of(context("T1"), ""));
    assertEquals(0, slack.calls("users.info"));
  }

  private SlashCommandContext context(String teamId) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    SlashCommandContext context = new SlashCommandContext();
    context.setSlack(Slack.getInstance(config));
    context.setBotToken(FakeSlack.BOT_TOKEN);
    context.setTeamId(teamId);
    return context;
  }
}
