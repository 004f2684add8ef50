package io.github.smtpbot.slack.bot;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SingleTeamAuthorization;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whom the bot's token belongs to. Bolt's own keeps a refusal of {@code auth.test} for as
 * long as a good answer, so that one hiccup of Slack's silences the bot; this one keeps good
 * answers only, and goes on with the last one while Slack is in trouble. A token that Slack has
 * taken back is refused, and told in the log. Safe for use by many threads.
 */
final class CachedAuthorization extends SingleTeamAuthorization {

  private static final Logger LOG = LoggerFactory.getLogger(CachedAuthorization.class);

  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofSeconds(10);

  /** The token is of no use any more; all other errors pass. */
  private static final Set<String> FINAL =
      Set.of(
          "account_inactive",
          "invalid_auth",
          "not_authed",
          "org_login_required",
          "token_expired",
          "token_revoked",
          "team_access_not_granted");

  private final long fresh;
  private final long retry;
  private volatile AuthTestResponse good;
  private volatile long askAgain;
  private final OnceAMinute minute = new OnceAMinute();

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
    this.good = good;
    this.fresh = fresh.toNanos();
    this.retry = retry.toNanos();
    this.askAgain = System.nanoTime() + this.fresh;
  }

  @Override
  protected AuthTestResponse callAuthTest(String token, AppConfig config, MethodsClient client) {
    if (System.nanoTime() - askAgain < 0) {
      return good;
    }
    // Who comes meanwhile is answered by what is known.
    askAgain = System.nanoTime() + retry;
    try {
      AuthTestResponse response = client.authTest(call -> call.token(token));
      if (response.isOk()) {
        good = response;
        askAgain = System.nanoTime() + fresh;
      } else {
        tell("auth.test says " + response.getError());
        if (FINAL.contains(response.getError())) {
          askAgain = System.nanoTime();
          return response;
        }
      }
    } catch (SlackApiException e) {
      tell("auth.test answers HTTP " + e.getResponse().code());
    } catch (IOException e) {
      tell("auth.test cannot be reached: " + e.getClass().getSimpleName());
    } catch (JsonParseException e) {
      // Its message quotes what was read.
      tell("what answers to auth.test is not Slack's Web API");
    }
    return good;
  }

  private void tell(String what) {
    if (minute.isDue()) {
      LOG.warn("{}; check SLACK_BOT_TOKEN if this lasts", what);
    }
  }
}
