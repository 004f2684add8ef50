package io.github.smtpbot.discord;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what went wrong without the words of the exception, which may hold what a person wrote or a
 * token.
 */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpDiscordPlugin.class);

  private Failures() {}

  /** One line: what kind of failure, and where in our code or as which error of Discord's. */
  static void report(Throwable failure) {
    if (failure instanceof ErrorResponseException refused) {
      LOG.warn(
          "Discord did not take an answer: HTTP {}, error {}",
          refused.getResponse().code,
          refused.getErrorCode());
      return;
    }
    if (failure instanceof CancellationException || failure instanceof RejectedExecutionException) {
      LOG.debug("Not sent, because the bot is being closed");
      return;
    }
    String place =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("io.github.smtpbot"))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    LOG.warn("Could not answer: {}{}", failure.getClass().getName(), place);
  }
}
