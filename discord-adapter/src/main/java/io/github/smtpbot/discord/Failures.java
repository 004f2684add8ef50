package io.github.smtpbot.discord;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what went wrong without the words of the exception, which may hold what a person wrote or a
 * token. Every line begins with an id, which the person who asked is told.
 */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpDiscordPlugin.class);
  private static final OtherCopies OTHER_COPIES = new OtherCopies(System::nanoTime);

  private Failures() {}

  /**
   * One line: what kind of failure, and where in our code or as which error of Discord's.
   *
   * @return the id of that line
   */
  static String report(Throwable failure) {
    String id = newId();
    if (failure instanceof ErrorResponseException refused) {
      refused(id, refused);
    } else if (failure instanceof CancellationException
        || failure instanceof RejectedExecutionException) {
      LOG.debug("{} Not sent, because the bot is being closed", id);
    } else {
      LOG.warn("{} Could not answer: {}{}", id, failure.getClass().getName(), place(failure));
    }
    return id;
  }

  /**
   * One line: a file could not be fetched.
   *
   * @param host from which
   * @param cause in a word or two, nothing of the file
   * @return the id of that line
   */
  static String unread(String host, String cause) {
    String id = newId();
    LOG.warn("{} A file could not be fetched from {}: {}", id, host, cause);
    return id;
  }

  /**
   * One line: Discord took the second answer as little as the first.
   *
   * @param status the HTTP status
   */
  static void refusedAgain(int status) {
    LOG.warn("{} Discord did not take an answer again: HTTP {}", newId(), status);
  }

  /** Whether Discord may take another answer: nobody has answered, and it was not too late. */
  static boolean mayAnswerAgain(Throwable failure) {
    return failure instanceof ErrorResponseException refused
        && refused.getErrorResponse() != ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED
        && refused.getErrorResponse() != ErrorResponse.UNKNOWN_INTERACTION;
  }

  /** Whether that was the fault of what was sent: then the same would be refused again. */
  static boolean isOfTheAnswer(Throwable failure) {
    return failure instanceof ErrorResponseException refused
        && refused.getResponse().code >= 400
        && refused.getResponse().code < 500;
  }

  private static String newId() {
    return String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
  }

  private static void refused(String id, ErrorResponseException refused) {
    if (refused.getErrorResponse() != ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED) {
      LOG.warn(
          "{} Discord did not take an answer: HTTP {}, error {}",
          id,
          refused.getResponse().code,
          refused.getErrorCode());
    } else if (OTHER_COPIES.noticed()) {
      LOG.warn(
          "{} Another copy of this bot, with the same token, answers the same questions. Stop one of"
              + " them, or give each its own shards: DISCORD_SHARDS, DISCORD_SHARD_IDS",
          id);
    } else {
      LOG.debug("{} Answered by another copy of this bot", id);
    }
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.github.smtpbot"))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }
}
