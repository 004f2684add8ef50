package io.github.smtpbot.slack;

import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For how long Slack asks for patience, when there were too many calls or it is in trouble. */
public final class RetryAfter {

  /** Three days, in seconds; a longer number is no answer of Slack's. */
  private static final int MOST_DIGITS = 6;

  private RetryAfter() {}

  /** Null if it does not ask for it, or does not say for how long. */
  public static @Nullable Duration of(SlackApiException answer) {
    String seconds = answer.getResponse().header("Retry-After", "");
    return isNumber(seconds) ? Duration.ofSeconds(Integer.parseInt(seconds)) : null;
  }

  private static boolean isNumber(@Nullable String text) {
    return text != null
        && !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
