package io.github.smtpbot.slack;

import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For how long Slack asks for patience, when there were too many calls or it is in trouble. */
final class RetryAfter {

  /** Three days, in seconds; a longer number is no answer of Slack's. */
  private static final int MOST_DIGITS = 6;

  private RetryAfter() {}

  /** Null if it does not ask for it, or does not say for how long. */
  static @Nullable Duration of(SlackApiException answer) {
    String seconds = answer.getResponse().header("Retry-After", "");
    return isNumber(seconds) ? Duration.ofSeconds(Integer.parseInt(seconds)) : null;
  }

  /** The same, but nothing where it does not ask, and no longer than this. */
  static Duration atMost(Duration longest, SlackApiException answer) {
    Duration asked = of(answer);
    if (asked == null) {
      return Duration.ZERO;
    }
    return asked.compareTo(longest) > 0 ? longest : asked;
  }

  private static boolean isNumber(@Nullable String text) {
    return text != null
        && !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
