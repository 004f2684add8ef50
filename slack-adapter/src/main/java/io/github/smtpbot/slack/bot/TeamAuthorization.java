package io.github.smtpbot.slack.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.middleware.builtin.MultiTeamsAuthorization;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Knows whom the tokens of many workspaces belong to, each for itself, as {@link KnownToken} does;
 * Bolt's own asks Slack at every question, or keeps refusals. Safe for use by many threads.
 */
final class TeamAuthorization extends MultiTeamsAuthorization {

  private static final int MAX_TOKENS = 10_000;
  private static final Duration KEEP = Duration.ofDays(1);
  private static final int UNAVAILABLE = 503;

  private final Cache<String, KnownToken> known =
      Caffeine.newBuilder()
          .maximumSize(MAX_TOKENS)
          .expireAfterAccess(KEEP)
          .executor(Runnable::run)
          .build();

  TeamAuthorization(AppConfig config, Installations installations) {
    super(config, installations);
  }

  /** While the database is away and needed, Slack is asked to come again. */
  @Override
  @SuppressWarnings("rawtypes") // Bolt's.
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    try {
      return super.apply(request, response, chain);
    } catch (Installations.AwayException e) {
      return SharedEvents.empty(UNAVAILABLE);
    }
  }

  @Override
  protected AuthTestResponse callAuthTest(String token, AppConfig config, MethodsClient client)
      throws IOException {
    return known
        .get(
            token,
            key ->
                new KnownToken(
                    null,
                    CachedAuthorization.FRESH,
                    CachedAuthorization.RETRY,
                    "the workspace has to install the app again"))
        .ask(token, client);
  }

  /** Bolt's own logs all that Slack said. */
  @Override
  protected Response buildError(
      int status,
      @Nullable AuthTestResponse refused,
      @Nullable IOException failure,
      @Nullable SlackApiException answered) {
    return SharedEvents.empty(status);
  }
}
