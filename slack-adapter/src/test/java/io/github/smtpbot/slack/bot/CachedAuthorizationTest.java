package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.AppConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good answers of {@code auth.test} are kept, refusals are not. */
@Timeout(60)
class CachedAuthorizationTest {

  private FakeSlack slack;
  private Slack client;
  private AppConfig config;
  private MethodsClient methods;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    SlackConfig slackConfig = new SlackConfig();
    slackConfig.setMethodsEndpointUrlPrefix(slack.apiUrl());
    client = Slack.getInstance(slackConfig);
    config = AppConfig.builder().slack(client).singleTeamBotToken(FakeSlack.BOT_TOKEN).build();
    methods = client.methods(FakeSlack.BOT_TOKEN);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    slack.close();
  }

  @Test
  void aGoodAnswerIsKept() throws Exception {
    CachedAuthorization authorization = new CachedAuthorization(config, good());
    for (int i = 0; i < 3; i++) {
      assertTrue(ask(authorization).isOk());
    }

    assertEquals(1, slack.calls("auth.test"), "the one of the start");
  }

  @Test
  void aHiccupOfSlackSilencesNobody() throws Exception {
    CachedAuthorization authorization = stale(Duration.ofHours(1));
    slack.refuse("auth.test", "internal_error");

    assertTrue(ask(authorization).isOk());
    assertTrue(ask(authorization).isOk());
    assertEquals(2, slack.calls("auth.test"), "it is not asked at every question meanwhile");
  }

  @Test
  void afterAHiccupItIsAskedAgain() throws Exception {
    CachedAuthorization authorization = stale(Duration.ZERO);
    slack.refuse("auth.test", "service_unavailable");
    ask(authorization);
    ask(authorization);

    assertEquals(3, slack.calls("auth.test"));
  }

  @Test
  void aTokenThatWasTakenBackIsRefusedAndWorksAgainOnceItIsGood() throws Exception {
    CachedAuthorization authorization = stale(Duration.ofHours(1));
    slack.refuse("auth.test", "token_revoked");
    assertFalse(ask(authorization).isOk());
    assertFalse(ask(authorization).isOk());

    slack.accept("auth.test");
    assertTrue(ask(authorization).isOk());
  }

  @Test
  void whatIsNoAnswerOfSlackSilencesNobody() throws Exception {
    CachedAuthorization authorization = stale(Duration.ofHours(1));
    slack.garble("auth.test");

    assertTrue(ask(authorization).isOk());
  }

  private AuthTestResponse good() throws Exception {
    return methods.authTest(call -> call);
  }

  private CachedAuthorization stale(Duration retry) throws Exception {
    return new CachedAuthorization(config, good(), Duration.ZERO, retry);
  }

  private AuthTestResponse ask(CachedAuthorization authorization) {
    return authorization.callAuthTest(FakeSlack.BOT_TOKEN, config, methods);
  }
}
