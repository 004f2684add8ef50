package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Posts answers for all to see, each once, however often and by whomever that is asked for; and
 * takes them back. Safe for use by many threads.
 */
final class Posting {

  private final Answering answering;
  private final Posted posted = new Posted();

  Posting(Answering answering) {
    this.answering = answering;
  }

  /**
   * What is to be posted, and where.
   *
   * @param userId who has it posted, or null
   * @param channel where
   * @param threadTs the thread in it, or null
   * @param responseUrl works where we are no member, for a while; may be null or empty
   * @param origin what was asked about, see {@link Press#origin}
   */
  record Order(
      Context context,
      Wanted wanted,
      @Nullable String userId,
      String channel,
      @Nullable String threadTs,
      @Nullable String responseUrl,
      String origin) {

    private String claim() {
      String where = threadTs == null ? channel : channel + " " + threadTs;
      return Posted.claimOf(context.getTeamId(), where, origin, wanted.shareable());
    }
  }

  /**
   * Posts an answer, unless it was posted there already.
   *
   * @param locale of whoever has it posted
   * @return whether this was the first time
   * @throws GoneException if it is not kept any more
   */
  boolean post(Order order, Locale locale) throws IOException, SlackApiException {
    Optional<String> gone = answering.gone(order.wanted().shareable(), locale);
    if (gone.isPresent()) {
      throw new GoneException(gone.get());
    }
    String claim = order.claim();
    if (!posted.claim(claim)) {
      return false;
    }
    try {
      send(order, claim, locale);
      return true;
    } catch (IOException | SlackApiException | RuntimeException e) {
      posted.release(claim);
      throw e;
    }
  }

  private void send(Order order, String claim, Locale locale)
      throws IOException, SlackApiException {
    SlackMessage message =
        answering.showToAll(
            order.context(),
            order.wanted(),
            order.userId(),
            Poster.of(order.userId(), claim),
            locale);
    // A response_url works five times and for half an hour only.
    boolean sent =
        Sending.respond(
            order.context(),
            order.responseUrl(),
            message,
            m -> m.toResponse(true, false, order.threadTs()));
    if (!sent) {
      Sending.post(order.context(), order.channel(), order.threadTs(), message);
    }
  }

  /** It was taken back, and may be posted again. */
  void release(Poster poster) {
    posted.release(poster.claim());
  }

  /** Logs that Slack does not take a post, and says what to do. */
  static String remedy(Exception failure, Label.Speaker words) {
    if (failure instanceof GoneException gone) {
      return gone.says;
    }
    String id = Failures.report(failure);
    if (!(failure instanceof Sending.RefusedException refused)) {
      return Failures.remedy(failure, id, words);
    }
    String word = refused.word();
    if (word.startsWith("restricted_action")) {
      return words.say(Label.POST_RESTRICTED);
    }
    return words.say(
        switch (word) {
          case "not_in_channel", "channel_not_found" -> Label.POST_NOT_IN_CHANNEL;
          case "is_archived" -> Label.POST_ARCHIVED;
          default -> Label.POST_REFUSED;
        },
        id);
  }

  /** What was to be posted is not kept any more. */
  static final class GoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String says;

    private GoneException(String says) {
      super("not kept any more");
      this.says = says;
    }
  }
}
