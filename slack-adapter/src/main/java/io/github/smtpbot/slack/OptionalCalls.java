package io.github.smtpbot.slack;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of Slack that not every app may make, because its manifest does not ask for the scope or
 * the feature: what is refused is logged once an hour, and ends nothing. Safe for use by many
 * threads.
 */
final class OptionalCalls {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSlackPlugin.class);

  private static final int MAX_KINDS = 200;
  private static final Duration QUIET = Duration.ofHours(1);

  private final Once told = new Once(MAX_KINDS, QUIET);

  /** Makes a call; false if Slack refuses it. */
  boolean made(String method, Call call) throws IOException, SlackApiException {
    try {
      call.run();
      return true;
    } catch (Sending.RefusedException e) {
      refused(method, e);
      return false;
    }
  }

  /** Logs that Slack refuses a method, unless that is in the log already. */
  void refused(String method, Sending.RefusedException refusal) {
    if (told.isFirst(method + " " + refusal.word())) {
      LOG.warn("Slack refuses {}: {}; see docs/slack.md", method, refusal.word());
    }
  }

  /** A call of Slack. */
  interface Call {
    void run() throws IOException, SlackApiException;
  }
}
