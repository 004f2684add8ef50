package io.github.smtpbot.slack.bot;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.token_rotation.TokenRotator;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Makes the app that several workspaces and organisations install. */
final class ManyTeams {

  private static final String COMMERCIAL = "https://slack.com/oauth/";
  private static final String GOVERNMENT = "https://slack-gov.com/oauth/";

  private ManyTeams() {}

  /**
   * An app with Bolt's pages for the installation, and tokens in the store.
   *
   * @throws StoreException if there is no key to seal tokens by
   */
  static App app(SlackSettings settings, Slack slack, Store store, SmtpBot words)
      throws StoreException {
    OAuthSettings oauth = Objects.requireNonNull(settings.oauth());
    TokenRotator rotator =
        new TokenRotator(
            slack.methods(), Rotation.EARLY.toMillis(), oauth.clientId(), oauth.clientSecret());
    Installations installations =
        new Installations(
            store.secrets(),
            new Rotation(rotator, store.claims()),
            new Organisations(store.entries()),
            words);
    AppConfig config = config(settings, oauth, slack, words);
    TeamAuthorization authorization = new TeamAuthorization(config, installations);
    App app =
        app(config, SlackBot.middleware(config, authorization), settings.apiUrl())
            .asOAuthApp(true)
            .service(installations)
            .service(new InstallStates(store.secrets(), store.claims(), Clock.systemUTC()));
    new Removals(installations, store.entries()).install(app);
    return app;
  }

  /** Bolt knows no other page for consent than that of the commercial Slack. */
  private static App app(AppConfig config, List<Middleware> middleware, String apiUrl) {
    if (!apiUrl.equals(SlackSettings.GOV_API_URL)) {
      return new App(config, middleware);
    }
    return new App(config, middleware) {
      @Override
      public String buildAuthorizeUrl(String state, String nonce) {
        return super.buildAuthorizeUrl(state, nonce).replace(COMMERCIAL, GOVERNMENT);
      }
    };
  }

  /** Bolt takes from the environment what is not set here. */
  private static AppConfig config(
      SlackSettings settings, OAuthSettings oauth, Slack slack, SmtpBot words) {
    return AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(null)
        .signingSecret(Objects.requireNonNullElse(settings.signingSecret(), ""))
        .clientId(oauth.clientId())
        .clientSecret(oauth.clientSecret())
        .redirectUri(oauth.redirectUri())
        .scope(oauth.scopes() == null ? Scopes.needed(settings.reaction() != null) : oauth.scopes())
        .userScope(null)
        .oauthInstallPath(HttpEndpoint.INSTALL)
        .oauthRedirectUriPath(HttpEndpoint.REDIRECT)
        .oAuthInstallPageRenderingEnabled(false)
        .oAuthRedirectUriPageRenderer(new InstallPages(words))
        .allEventsApiAutoAckEnabled(true)
        .build();
  }
}
