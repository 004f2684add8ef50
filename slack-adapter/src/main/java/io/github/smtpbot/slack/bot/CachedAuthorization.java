package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SingleTeamAuthorization;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Knows whom the bot's one token belongs to. Bolt's own keeps a refusal of {@code auth.test} for as
 * long as a good answer, so that one hiccup of Slack's silences the bot; this one does as {@link
 * KnownToken} does. Safe for use by many threads.
 */
final class CachedAuthorization extends SingleTeamAuthorization {

  static final Duration FRESH = Duration.ofHours(1);
  static final Duration RETRY = Duration.ofSeconds(10);

  private final KnownToken known;

  /**
   * Begins with what {@code auth.test} answered at the start.
   *
   * @param good an answer that is ok
   */
  CachedAuthorization(AppConfig config, AuthTestResponse good) {
    this(config, good, FRESH, RETRY);
  }

  /**
   * The same with other times.
   *
   * @param fresh how long a good answer is good
   * @param retry how long to wait after trouble
   */
  CachedAuthorization(AppConfig config, AuthTestResponse good, Duration fresh, Duration retry) {
    super(config, null);
    this.known = new KnownToken(good, fresh, retry, "check SLACK_BOT_TOKEN");
  }

  @Override
  protected AuthTestResponse callAuthTest(String token, AppConfig config, MethodsClient client) {
    try {
      return known.ask(token, client);
    } catch (IOException e) {
      // There was a good answer from the start.
      throw new UncheckedIOException(e);
    }
  }
}
