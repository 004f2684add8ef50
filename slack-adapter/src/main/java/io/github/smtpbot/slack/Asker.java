package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asked, and the ways to tell them something, and nobody else.
 *
 * @param userId who; null if it is not known
 * @param channel where they asked; null or empty if that is no channel
 * @param threadTs the thread there that somebody has begun; or null
 * @param responseUrl works for a while; may be null or empty
 */
record Asker(
    Context context,
    @Nullable String userId,
    @Nullable String channel,
    @Nullable String threadTs,
    @Nullable String responseUrl) {

  /** Somebody who did not ask in a channel. */
  static Asker anywhere(Context context, @Nullable String userId) {
    return new Asker(context, userId, null, null, null);
  }

  /** Tells them, by the first way that is open. */
  void tell(SlackMessage message) throws IOException, SlackApiException {
    Sending.answer(context, responseUrl, message, false, false, channel, userId, threadTs);
  }
}
