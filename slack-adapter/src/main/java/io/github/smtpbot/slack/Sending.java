package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends messages to Slack: to a {@code response_url}, or by the Web API. */
final class Sending {

  private static final int TOO_MANY_REQUESTS = 429;

  /** How long a thread waits for Slack to take messages again. */
  private static final Duration MAX_PATIENCE = Duration.ofSeconds(30);

  private Sending() {}

  /** Sends to a {@code response_url}; false if there is none or Slack does not take it. */
  static boolean respond(Context context, @Nullable String responseUrl, String response) {
    if (responseUrl == null || responseUrl.isEmpty()) {
      return false;
    }
    try {
      WebhookResponse result = context.getSlack().send(responseUrl, response);
      return result.getCode() != null && result.getCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Posts a message.
   *
   * @param threadTs the thread, or null
   * @return its time stamp
   */
  static String post(
      Context context, String channel, @Nullable String threadTs, SlackMessage message)
      throws IOException, SlackApiException {
    return accepted(
            () ->
                context
                    .client()
                    .chatPostMessage(
                        request ->
                            request
                                .channel(channel)
                                .threadTs(threadTs)
                                .text(message.text())
                                .blocks(message.blocks())
                                .mrkdwn(false)
                                .unfurlLinks(false)
                                .unfurlMedia(false)))
        .getTs();
  }

  /** Replaces a message that we posted. */
  static void update(Context context, String channel, String ts, SlackMessage message)
      throws IOException, SlackApiException {
    accepted(
        () ->
            context
                .client()
                .chatUpdate(
                    request ->
                        request
                            .channel(channel)
                            .ts(ts)
                            .text(message.text())
                            .blocks(message.blocks())));
  }

  /** Posts a message that one member of a channel sees. */
  static void postTo(
      Context context,
      String channel,
      String userId,
      @Nullable String threadTs,
      SlackMessage message)
      throws IOException, SlackApiException {
    accepted(
        () ->
            context
                .client()
                .chatPostEphemeral(
                    request ->
                        request
                            .channel(channel)
                            .user(userId)
                            .threadTs(threadTs)
                            .text(message.text())
                            .blocks(message.blocks())));
  }

  /** Opens a modal. */
  static void open(Context context, String triggerId, View view)
      throws IOException, SlackApiException {
    accepted(() -> context.client().viewsOpen(request -> request.triggerId(triggerId).view(view)));
  }

  /** Replaces an open modal. */
  static void update(Context context, String viewId, View view)
      throws IOException, SlackApiException {
    accepted(() -> context.client().viewsUpdate(request -> request.viewId(viewId).view(view)));
  }

  /** Replaces the open modal that has the {@code external_id} of this one. */
  static void updateByExternalId(Context context, View view) throws IOException, SlackApiException {
    accepted(
        () ->
            context
                .client()
                .viewsUpdate(request -> request.externalId(view.getExternalId()).view(view)));
  }

  /** Calls Slack; where it asks for patience, once more after the time that it names. */
  private static <T extends SlackApiTextResponse> T accepted(Call<T> call)
      throws IOException, SlackApiException {
    T response;
    try {
      response = call.run();
    } catch (SlackApiException e) {
      if (!isWorthWaiting(e.getResponse())) {
        throw e;
      }
      response = call.run();
    }
    if (!response.isOk()) {
      throw new RefusedException(response.getError());
    }
    return response;
  }

  /** Waits if we are to come again soon, see {@code Retry-After}. */
  private static boolean isWorthWaiting(Response response) {
    String seconds = response.header("Retry-After", "");
    if (response.code() != TOO_MANY_REQUESTS
        || seconds == null
        || !seconds.matches("[0-9]{1,3}")
        || Integer.parseInt(seconds) > MAX_PATIENCE.toSeconds()) {
      return false;
    }
    try {
      TimeUnit.SECONDS.sleep(Integer.parseInt(seconds));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private interface Call<T> {
    T run() throws IOException, SlackApiException;
  }

  /** Slack does not do what we ask. */
  static final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_WORD = 60;

    private final String word;

    RefusedException(@Nullable String error) {
      this.word = error != null && isWord(error) ? error : "no word for it";
    }

    /** Slack's word for it, such as {@code missing_scope}; never anything that is not one word. */
    String word() {
      return word;
    }

    private static boolean isWord(String text) {
      return text.length() <= LONGEST_WORD
          && text.chars()
              .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
    }
  }
}
