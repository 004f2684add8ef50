package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.builtin.DefaultBot;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import com.slack.api.token_rotation.TokenRotator;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.TestDatabases;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which token is kept, when one and the next cross. */
class InstallationsTest {

  private static final String TEAM = "T0000FIRST";

  private final FakeSlack slack = new FakeSlack();
  private final Slack client;
  private final Map<String, String> database;
  private final Store store;
  private final Installations installations;

  InstallationsTest(@TempDir Path directory) throws Exception {
    database = TestDatabases.sqlite(directory);
    store = TestDatabases.open(database);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    client = Slack.getInstance(config);
    TokenRotator rotator =
        new TokenRotator(
            client.methods(),
            Rotation.EARLY.toMillis(),
            FakeSlack.CLIENT_ID,
            FakeSlack.CLIENT_SECRET);
    installations =
        new Installations(
            store.secrets(),
            new Rotation(rotator, store.claims()),
            new Organisations(store.entries()),
            SmtpBot.create());
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
    client.close();
    slack.close();
  }

  @Test
  void whatIsRefusedIsForgottenAndNothingNewer() throws Exception {
    DefaultBot old = bot("xoxb-old");
    installations.saveBot(old);
    installations.saveBot(bot("xoxb-new"));
    installations.deleteBot(old);
    assertEquals("xoxb-new", token());
    installations.deleteBot(bot("xoxb-new"));
    assertNull(installations.findBot(null, TEAM));
  }

  @Test
  void whoInstallsItAnewIsNotGivenATokenThatCouldNotBeWrittenBefore() throws Exception {
    slack.workspaces().rotate(60);
    String code = slack.workspaces().consent(TEAM, null);
    OAuthV2AccessResponse access =
        client
            .methods()
            .oauthV2Access(
                call ->
                    call.code(code)
                        .clientId(FakeSlack.CLIENT_ID)
                        .clientSecret(FakeSlack.CLIENT_SECRET));
    DefaultBot ending = bot(access.getAccessToken());
    ending.setBotRefreshToken(access.getRefreshToken());
    ending.setBotTokenExpiresAt(System.currentTimeMillis() + 60_000);
    installations.saveBot(ending);
    slack.workspaces().rotate(12 * 60 * 60);
    slack.atOnce("oauth.v2.access", () -> TestDatabases.takeAway(database));
    assertNotEquals(access.getAccessToken(), token(), "it was rotated, and could not be written");

    TestDatabases.bringBack(database);
    DefaultBot anew = bot("xoxb-anew");
    anew.setBotRefreshToken("xoxe-anew");
    installations.saveBot(anew);
    assertEquals("xoxb-anew", token());
  }

  private String token() {
    Bot found = Objects.requireNonNull(installations.findBot(null, TEAM));
    return found.getBotAccessToken();
  }

  private static DefaultBot bot(String token) {
    DefaultBot bot = new DefaultBot();
    bot.setTeamId(TEAM);
    bot.setBotAccessToken(token);
    return bot;
  }
}
