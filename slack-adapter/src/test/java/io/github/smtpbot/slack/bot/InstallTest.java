package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.store.TestDatabases;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces install the app themselves, and take it away again. */
@Timeout(60)
class InstallTest {

  private static final String FIRST = "T0000FIRST";
  private static final String SECOND = "T000SECOND";
  private static final String OWN = "T000000OWN";
  private static final String ORGANISATION = "E000000001";

  private final Map<String, String> database;
  private FakeSlack slack;
  private Payloads payloads;
  private HttpBot bot;

  InstallTest(@TempDir Path directory) {
    database = TestDatabases.sqlite(directory);
  }

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack();
    payloads = new Payloads(slack);
    bot = new HttpBot(slack, database);
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  @Test
  void theBrowserIsSentToSlackWithAStateAndTheScopesThatTheBotNeeds() throws Exception {
    HttpResponse<String> begun = bot.beginToInstall();
    assertEquals(302, begun.statusCode());
    String address = begun.headers().firstValue("Location").orElseThrow();
    assertTrue(
        address.startsWith(
            "https://slack.com/oauth/v2/authorize?client_id=111.222&scope=commands%2Cchat%3Awrite"),
        address);
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("=" + HttpBot.state(begun) + "; Secure; HttpOnly"), cookie);
    assertNotEquals(HttpBot.state(begun), HttpBot.state(bot.beginToInstall()));
  }

  @Test
  void whoComesBackFromSlackHasInstalledItAndIsAnswered() throws Exception {
    HttpResponse<String> done = bot.install(slack.workspaces().consent(FIRST, null));
    assertEquals(200, done.statusCode());
    assertTrue(done.body().contains("The app is installed."), done.body());
    assertTrue(done.body().contains("ติดตั้งแอปเรียบร้อยแล้ว"), done.body());
    assertFalse(done.body().contains("<Team>"), done.body());
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'",
        done.headers().firstValue("Content-Security-Policy").orElse(""));

    assertTrue(command(FIRST).body().contains("252 vs 501"));
  }

  @Test
  void whereItIsNotInstalledOneIsTold() throws Exception {
    HttpResponse<String> told = command(FIRST);
    assertEquals(200, told.statusCode());
    assertEquals("", told.body());
    String text = slack.await("response_url").body().get("text").getAsString();
    assertTrue(text.startsWith("This app is not installed in this workspace any more."), text);
  }

  @Test
  void eachWorkspaceIsAnsweredWithItsOwnToken() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    bot.install(slack.workspaces().consent(SECOND, null));
    for (String team : new String[] {FIRST, SECOND, FIRST, SECOND}) {
      assertEquals(200, bot.event(written(team, null)).statusCode());
      String token = slack.await("chat.postMessage").authorization();
      assertTrue(String.valueOf(token).startsWith("Bearer xoxb-of-" + team), token);
    }
    // Two of the installations, and one more for each token that is used.
    assertEquals(4, slack.calls("auth.test"), "whose a token is, is asked once");
  }

  @Test
  void anOrganisationInstallsItForAllItsWorkspaces() throws Exception {
    bot.install(slack.workspaces().consentOfOrganisation(ORGANISATION));
    for (String team : new String[] {FIRST, SECOND}) {
      bot.event(written(team, ORGANISATION));
      String token = slack.await("chat.postMessage").authorization();
      assertTrue(String.valueOf(token).startsWith("Bearer xoxb-of-null-"), token);
    }
  }

  @Test
  void aStateOfNobodyIsRefused() throws Exception {
    String code = slack.workspaces().consent(FIRST, null);
    HttpResponse<String> begun = bot.beginToInstall();
    String state = HttpBot.state(begun);
    String cookie = "slack-app-oauth-state=" + state;
    assertRefused(bot.comeBack(code, state, ""), "no cookie");
    assertRefused(bot.comeBack(code, state, "slack-app-oauth-state=other"), "another's cookie");
    assertRefused(bot.comeBack(code, "forged", "slack-app-oauth-state=forged"), "forged");
    assertEquals(0, slack.calls("oauth.v2.access"));

    assertTrue(bot.comeBack(code, state, cookie).body().contains("The app is installed."));
    assertRefused(
        bot.comeBack(slack.workspaces().consent(SECOND, null), state, cookie), "used before");
    assertEquals(1, slack.calls("oauth.v2.access"));
  }

  private static void assertRefused(HttpResponse<String> page, String why) {
    assertTrue(page.body().contains("The app was not installed: invalid_state."), why);
    assertTrue(page.body().contains("href=\"/slack/install\""), why);
  }

  @Test
  void whatSlackRefusesIsToldAndNothingElse() throws Exception {
    assertTrue(bot.install("no-such-code").body().contains("not installed: invalid_code."));
    HttpResponse<String> denied = bot.get("/slack/oauth_redirect?error=access_denied", "");
    assertTrue(denied.body().contains("not installed: access_denied."), denied.body());
    HttpResponse<String> hostile =
        bot.get("/slack/oauth_redirect?error=%3Cscript%3Ealert(1)%3C/script%3E", "");
    assertFalse(hostile.body().contains("script"), hostile.body());
  }

  @Test
  void inGovSlackTheConsentIsAskedForThere() throws Exception {
    Map<String, String> settings = new HashMap<>(database);
    settings.put("SLACK_API_URL", "https://slack-gov.com/");
    try (HttpBot gov = new HttpBot(slack, settings)) {
      String address = gov.beginToInstall().headers().firstValue("Location").orElseThrow();
      assertTrue(address.startsWith("https://slack-gov.com/oauth/v2/authorize?"), address);
    }
  }

  @Test
  void aWorkspaceThatTakesItAwayIsForgotten() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    bot.install(slack.workspaces().consent(SECOND, null));
    JsonObject uninstalled =
        payloads.ofApp(FIRST, null, Payloads.json("{'type':'app_uninstalled'}"));
    assertEquals(200, bot.event(uninstalled).statusCode());
    assertEquals("", command(FIRST).body());
    assertTrue(command(SECOND).body().contains("252 vs 501"));

    JsonObject revoked =
        payloads.ofApp(
            SECOND,
            null,
            Payloads.json("{'type':'tokens_revoked','tokens':{'oauth':[],'bot':['UBOT']}}"));
    assertEquals(200, bot.event(revoked).statusCode());
    assertEquals("", command(SECOND).body());
  }

  @Test
  void whatAWorkspaceNotedIsForgottenWhicheverEventComesFirst() throws Exception {
    slack.administrator(Payloads.USER);
    for (String earlier : new String[] {"tokens_revoked", "app_uninstalled"}) {
      bot.install(slack.workspaces().consent(FIRST, null));
      assertTrue(command(FIRST, "note 550 secret").body().contains("Noted"));
      bot.event(
          payloads.ofApp(
              FIRST,
              null,
              Payloads.json("{'type':'" + earlier + "','tokens':{'oauth':[],'bot':['UBOT']}}")));
      assertEquals("", command(FIRST).body());
      JsonObject uninstalled =
          payloads.ofApp(FIRST, null, Payloads.json("{'type':'app_uninstalled'}"));
      assertEquals(200, bot.event(uninstalled).statusCode());
      bot.install(slack.workspaces().consent(FIRST, null));
      String notes = command(FIRST, "note list").body();
      assertFalse(notes.contains("secret"), earlier + " -> " + notes);
    }
  }

  @Test
  void aWorkspaceThatTakesItAwayLeavesItsOrganisationAlone() throws Exception {
    bot.install(slack.workspaces().consentOfOrganisation(ORGANISATION));
    bot.install(slack.workspaces().consent(FIRST, ORGANISATION));
    for (String event : new String[] {"tokens_revoked", "app_uninstalled", "app_uninstalled"}) {
      bot.event(
          payloads.ofApp(
              FIRST,
              ORGANISATION,
              Payloads.json("{'type':'" + event + "','tokens':{'bot':['UBOT']}}")));
    }
    bot.event(written(SECOND, ORGANISATION));
    assertTrue(
        String.valueOf(slack.await("chat.postMessage").authorization())
            .startsWith("Bearer xoxb-of-null-"));

    JsonObject ofAll =
        payloads.ofApp(FIRST, ORGANISATION, Payloads.json("{'type':'app_uninstalled'}"));
    ofAll.add(
        "authorizations",
        Payloads.json(
                "{'a':[{'enterprise_id':'" + ORGANISATION + "','is_enterprise_install':true}]}")
            .get("a"));
    assertEquals(200, bot.event(ofAll).statusCode());
    int before = slack.calls("chat.postMessage");
    bot.event(written(SECOND, ORGANISATION));
    Thread.sleep(300);
    assertEquals(before, slack.calls("chat.postMessage"), "the organisation is forgotten");
  }

  @Test
  void anOrganisationThatTakesItAwayIsForgottenWithAllItsWorkspaces() throws Exception {
    slack.administrator(Payloads.USER);
    bot.install(slack.workspaces().consentOfOrganisation(ORGANISATION));
    for (String team : new String[] {FIRST, SECOND, OWN}) {
      assertTrue(ofOrganisation(team, "note 550 secret").contains("Noted"), team);
    }
    bot.install(slack.workspaces().consent(OWN, ORGANISATION));

    JsonObject gone =
        payloads.ofApp(null, ORGANISATION, Payloads.json("{'type':'app_uninstalled'}"));
    assertEquals(200, bot.event(gone).statusCode());
    assertTrue(ofOrganisation(OWN, "note list").contains("secret"), "it has the app on its own");

    bot.install(slack.workspaces().consentOfOrganisation(ORGANISATION));
    for (String team : new String[] {FIRST, SECOND}) {
      String notes = ofOrganisation(team, "note list");
      assertFalse(notes.contains("secret"), team + " -> " + notes);
    }
  }

  @Test
  void tokensOfPersonsAreNoneOfOurs() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    bot.event(
        payloads.ofApp(
            FIRST, null, Payloads.json("{'type':'tokens_revoked','tokens':{'oauth':['U1']}}")));
    assertTrue(command(FIRST).body().contains("252 vs 501"));
  }

  @Test
  void anEventThatIsOlderThanTheInstallationForgetsNothing() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    JsonObject old = payloads.ofApp(FIRST, null, Payloads.json("{'type':'app_uninstalled'}"));
    old.addProperty("event_time", System.currentTimeMillis() / 1000 - 60);
    bot.event(old);
    assertTrue(command(FIRST).body().contains("252 vs 501"));
  }

  @Test
  void aTokenThatEndsSoonIsRotatedOnce() throws Exception {
    slack.workspaces().rotate(60);
    bot.install(slack.workspaces().consent(FIRST, null));
    slack.workspaces().rotate(12 * 60 * 60);
    bot.event(written(FIRST, null));
    bot.event(written(FIRST, null));
    String first = slack.await("chat.postMessage").authorization();
    String second = slack.await("chat.postMessage").authorization();
    assertEquals(first, second);
    assertEquals(2, slack.calls("oauth.v2.access"), "the installation, and one rotation");
    bot.close();
    bot = new HttpBot(slack, database);
    bot.event(written(FIRST, null));
    assertEquals(first, slack.await("chat.postMessage").authorization(), "it was stored");
    assertEquals(2, slack.calls("oauth.v2.access"));
  }

  @Test
  void whileSlackDoesNotRotateTheTokenGoesOn() throws Exception {
    slack.workspaces().rotate(60);
    bot.install(slack.workspaces().consent(FIRST, null));
    slack.refuse("oauth.v2.access", "internal_error");
    bot.event(written(FIRST, null));
    assertTrue(
        String.valueOf(slack.await("chat.postMessage").authorization())
            .startsWith("Bearer xoxb-of"));
  }

  @Test
  void aTokenThatIsTakenBackAnswersNobody() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    slack.workspaces().revoke(FIRST);
    assertEquals(401, command(FIRST).statusCode());
    bot.install(slack.workspaces().consent(FIRST, null));
    assertTrue(command(FIRST).body().contains("252 vs 501"), "installed anew");
  }

  @Test
  void whileTheDatabaseIsAwayThoseWhoAreKnownAreAnsweredAndNothingIsLost() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    TestDatabases.takeAway(database);
    assertTrue(command(FIRST).body().contains("252 vs 501"));
    assertEquals(503, bot.event(written(SECOND, null)).statusCode(), "Slack comes again");
    JsonObject uninstalled =
        payloads.ofApp(FIRST, null, Payloads.json("{'type':'app_uninstalled'}"));
    assertEquals(503, bot.event(uninstalled).statusCode(), "Slack comes again");

    TestDatabases.bringBack(database);
    Thread.sleep(2_100); // It is tried again every other second.
    assertEquals(200, bot.event(uninstalled).statusCode());
    assertEquals("", command(FIRST).body());
  }

  @Test
  void aNewTokenThatCouldNotBeWrittenIsWrittenLater() throws Exception {
    slack.workspaces().rotate(60);
    bot.install(slack.workspaces().consent(FIRST, null));
    slack.workspaces().rotate(12 * 60 * 60);
    slack.atOnce("oauth.v2.access", () -> TestDatabases.takeAway(database));
    bot.event(written(FIRST, null));
    String rotated = slack.await("chat.postMessage").authorization();
    TestDatabases.bringBack(database);
    Thread.sleep(2_100);
    bot.event(written(FIRST, null));
    assertEquals(rotated, slack.await("chat.postMessage").authorization());
    bot.close();
    bot = new HttpBot(slack, database);
    bot.event(written(FIRST, null));
    assertEquals(rotated, slack.await("chat.postMessage").authorization(), "it was stored");
    assertEquals(2, slack.calls("oauth.v2.access"), "the installation, and one rotation");
  }

  @Test
  void bySocketModeSeveralWorkspacesAreAnsweredAsWell() throws Exception {
    bot.close();
    Map<String, String> settings = new HashMap<>(database);
    settings.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    bot = new HttpBot(slack, settings);
    slack.awaitConnection();
    bot.install(slack.workspaces().consent(FIRST, null));
    bot.install(slack.workspaces().consent(SECOND, null));
    for (String team : new String[] {FIRST, SECOND}) {
      JsonObject unused = slack.send("events_api", written(team, null));
      String token = slack.await("chat.postMessage").authorization();
      assertTrue(String.valueOf(token).startsWith("Bearer xoxb-of-" + team), token);
    }
  }

  @Test
  void anotherKeyIsAWrongSetting() throws Exception {
    bot.install(slack.workspaces().consent(FIRST, null));
    Map<String, String> other = new HashMap<>(database);
    other.put("SMTPBOT_KEY", TestDatabases.OTHER_KEY);
    StartException refused = assertThrows(StartException.class, () -> new HttpBot(slack, other));
    assertEquals(StartException.USAGE, refused.exitCode());
    other.remove("SMTPBOT_KEY");
    refused = assertThrows(StartException.class, () -> new HttpBot(slack, other));
    assertEquals(StartException.USAGE, refused.exitCode());
    assertTrue(String.valueOf(refused.getMessage()).startsWith("SMTPBOT_KEY is not set"));
  }

  @Test
  void settingsThatDoNotGoTogetherAreWrong() {
    assertWrong(
        Map.of("SLACK_BOT_TOKEN", "xoxb-1"), "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set");
    assertWrong(Map.of("SLACK_CLIENT_SECRET", ""), "SLACK_CLIENT_SECRET is not set");
    assertWrong(Map.of("SLACK_CLIENT_ID", ""), "SLACK_CLIENT_ID is not set");
    assertWrong(Map.of("SLACK_CLIENT_ID", "a&b"), "SLACK_CLIENT_ID is not two numbers");
    assertWrong(Map.of("SMTPBOT_DATABASE", ""), "SMTPBOT_DATABASE is not set");
    assertWrong(Map.of("SLACK_REDIRECT_URI", "ftp://x"), "SLACK_REDIRECT_URI is not the https://");
  }

  private void assertWrong(Map<String, String> changed, String message) {
    Map<String, String> settings = new HashMap<>(database);
    settings.putAll(changed);
    StartException refused = assertThrows(StartException.class, () -> new HttpBot(slack, settings));
    assertEquals(StartException.USAGE, refused.exitCode());
    assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
  }

  private HttpResponse<String> command(String team) throws Exception {
    return command(team, "252 501");
  }

  private String ofOrganisation(String team, String text) throws Exception {
    Map<String, String> fields = new HashMap<>(payloads.commandFields(Payloads.USER, text));
    fields.put("team_id", team);
    fields.put("enterprise_id", ORGANISATION);
    return bot.command(fields).body();
  }

  private HttpResponse<String> command(String team, String text) throws Exception {
    Map<String, String> fields = new HashMap<>(payloads.commandFields(Payloads.USER, text));
    fields.put("team_id", team);
    return bot.command(fields);
  }

  private JsonObject written(String team, @Nullable String enterprise) {
    JsonObject payload = payloads.written(Payloads.USER, "im", "550");
    payload.addProperty("team_id", team);
    if (enterprise != null) {
      payload.addProperty("enterprise_id", enterprise);
      payload.addProperty("is_enterprise_install", true);
    }
    payload.remove("authorizations");
    return payload;
  }
}
