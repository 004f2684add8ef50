package io.github.smtpbot.slack;

import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what went wrong without the words of the exception, which may hold what a person wrote or
 * the name of a file, and says what to do about it. Every line begins with an id, which the person
 * who asked is told.
 */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSlackPlugin.class);

  private static final int TOO_MANY_REQUESTS = 429;

  /** Where Slack does not say for how long it takes no more. */
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  /** How Slack's words begin for places where only some may post. */
  private static final String RESTRICTED = "restricted_action";

  private Failures() {}

  /**
   * One line: what kind of failure, and where in our code or by Slack's word for it.
   *
   * @return the id of that line
   */
  static String report(Throwable failure) {
    String id = String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    if (failure instanceof Sending.RefusedException refused) {
      LOG.warn("{} Slack did not take an answer: {}{}", id, refused.word(), hint(refused.word()));
    } else if (failure instanceof SlackApiException answered) {
      LOG.warn("{} Slack did not take an answer: HTTP {}", id, answered.getResponse().code());
    } else if (failure instanceof RejectedExecutionException) {
      LOG.warn("{} Not sent, because there is too much to do or the bot is being closed", id);
    } else {
      LOG.warn("{} Could not answer: {}{}", id, failure.getClass().getName(), place(failure));
    }
    return id;
  }

  /** Logs a failure, and says to whoever asked what they can do. */
  static String say(Throwable failure, Label.Speaker words) {
    return remedy(failure, report(failure), words);
  }

  /** What whoever asked can do. */
  static String remedy(Throwable failure, String id, Label.Speaker words) {
    if (failure instanceof SlackApiException answered
        && answered.getResponse().code() == TOO_MANY_REQUESTS) {
      Duration asked = RetryAfter.of(answered);
      return words.say(Label.TOO_MANY, (asked == null ? A_WHILE : asked).toSeconds());
    }
    if (failure instanceof Sending.RefusedException refused) {
      if (refused.word().startsWith(RESTRICTED)) {
        return words.say(Label.POST_RESTRICTED);
      }
      return switch (refused.word()) {
        case "not_in_channel", "channel_not_found" -> words.say(Label.NOT_IN_CHANNEL);
        case "expired_trigger_id", "trigger_expired", "trigger_exchanged" ->
            words.say(Label.EXPIRED);
        case "is_archived" -> words.say(Label.POST_ARCHIVED);
        case "ratelimited", "rate_limited" -> words.say(Label.TOO_MANY, A_WHILE.toSeconds());
        case "missing_scope", "no_permission" -> words.say(Label.SCOPE_MISSING, id);
        default -> words.say(Label.FAILED, id);
      };
    }
    return words.say(Label.FAILED, id);
  }

  /** What whoever runs the bot can do. */
  private static String hint(String word) {
    return switch (word) {
      case "restricted_action", "restricted_action_thread_only_channel" ->
          "; only some may post in that channel";
      case "missing_scope", "no_permission" ->
          "; add the scope that docs/slack.md names, and install the app again";
      case "not_in_channel", "channel_not_found" -> "; invite the app to that channel";
      default -> "";
    };
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.github.smtpbot"))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }
}
