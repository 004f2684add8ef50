package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one message of a channel that the bot is in, wherever it stands: one or two requests. */
final class MessageReader {

  private MessageReader() {}

  /**
   * Reads a message.
   *
   * @return null if there is no such message any more
   * @throws Sending.RefusedException if Slack does not let us, such as {@code not_in_channel}
   */
  static @Nullable Message read(Context context, String channel, String ts)
      throws IOException, SlackApiException {
    List<Message> inChannel =
        Sending.accepted(
                () ->
                    context
                        .client()
                        .conversationsHistory(
                            request ->
                                request.channel(channel).latest(ts).inclusive(true).limit(1)))
            .getMessages();
    Message found = withTimeStamp(inChannel, ts);
    if (found != null) {
      return found;
    }
    // The history of a channel leaves out what stands in threads, and tells an older one instead.
    List<Message> inThread =
        Sending.accepted(
                () ->
                    context
                        .client()
                        .conversationsReplies(
                            request ->
                                request
                                    .channel(channel)
                                    .ts(ts)
                                    .latest(ts)
                                    .inclusive(true)
                                    .limit(1)))
            .getMessages();
    return withTimeStamp(inThread, ts);
  }

  private static @Nullable Message withTimeStamp(@Nullable List<Message> messages, String ts) {
    return messages == null
        ? null
        : messages.stream().filter(message -> ts.equals(message.getTs())).findFirst().orElse(null);
  }
}
