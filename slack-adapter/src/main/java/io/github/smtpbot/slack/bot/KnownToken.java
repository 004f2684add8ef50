package io.github.smtpbot.slack.bot;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code auth.test} says of one token. Good answers are kept, refusals are not, and the last
 * good answer holds while Slack is in trouble. A token that Slack has taken back is refused, and
 * told in the log. Safe for use by many threads.
 */
final class KnownToken {

  private static final Logger LOG = LoggerFactory.getLogger(KnownToken.class);

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
  private final String remedy;
  private volatile @Nullable AuthTestResponse good;
  private volatile long askAgain;
  private final OnceAMinute minute = new OnceAMinute();

  /**
   * Begins with what is known.
   *
   * @param good an answer that is ok; null if it was not asked yet
   * @param fresh how long a good answer is good
   * @param retry how long to wait after trouble
   * @param remedy what to do if the trouble lasts, for the log
   */
  KnownToken(@Nullable AuthTestResponse good, Duration fresh, Duration retry, String remedy) {
    this.good = good;
    this.fresh = fresh.toNanos();
    this.retry = retry.toNanos();
    this.remedy = remedy;
    this.askAgain = System.nanoTime() + (good == null ? 0 : this.fresh);
  }

  /**
   * Whom the token belongs to.
   *
   * @throws IOException if Slack cannot be asked and never was before
   */
  AuthTestResponse ask(String token, MethodsClient client) throws IOException {
    AuthTestResponse known = good;
    if (known != null && System.nanoTime() - askAgain < 0) {
      return known;
    }
    // Who comes meanwhile is answered by what is known.
    askAgain = System.nanoTime() + retry;
    String trouble;
    try {
      AuthTestResponse response = client.authTest(call -> call.token(token));
      if (response.isOk()) {
        good = response;
        askAgain = System.nanoTime() + fresh;
        return response;
      }
      trouble = "auth.test says " + response.getError();
      if (known == null || FINAL.contains(response.getError())) {
        askAgain = System.nanoTime();
        tell(trouble);
        return response;
      }
    } catch (SlackApiException e) {
      trouble = "auth.test answers HTTP " + e.getResponse().code();
    } catch (IOException e) {
      trouble = "auth.test cannot be reached: " + e.getClass().getSimpleName();
    } catch (JsonParseException e) {
      // Its message quotes what was read.
      trouble = "what answers to auth.test is not Slack's Web API";
    }
    tell(trouble);
    if (known == null) {
      throw new IOException(trouble);
    }
    return known;
  }

  private void tell(String what) {
    if (minute.isDue()) {
      LOG.warn("{}; {} if this lasts", what, remedy);
    }
  }
}
