package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends messages to Slack: to a {@code response_url}, or by the Web API. */
final class Sending {

  private static final String DELETE_ORIGINAL = "{\"delete_original\":true}";

  /** What Slack says of blocks that it does not know. */
  private static final List<String> BLOCKS_REFUSED =
      List.of("invalid_blocks", "invalid_attachments");

  /** A picture that is left out is told in the log once. */
  private static final OptionalCalls PICTURES = new OptionalCalls();

  private Sending() {}

  /**
   * Sends to a {@code response_url}; false if there is none or Slack does not take it.
   *
   * @param form how the message is written for it
   */
  static boolean respond(
      Context context,
      @Nullable String responseUrl,
      SlackMessage message,
      Function<SlackMessage, String> form) {
    if (responseUrl == null || responseUrl.isEmpty()) {
      return false;
    }
    try {
      boolean withPicture = false;
      for (SlackMessage shown : message.simpler()) {
        WebhookResponse result = context.getSlack().send(responseUrl, form.apply(shown));
        if (isTaken(result)) {
          if (withPicture) {
            pictureRefused(new RefusedException(BLOCKS_REFUSED.get(0)));
          }
          return true;
        }
        if (!refusesBlocks(result.getBody())) {
          return false;
        }
        withPicture = shown.hasPicture();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** Some errors come with the status 200. */
  private static boolean isTaken(WebhookResponse result) {
    return result.getCode() != null && result.getCode() == 200 && !refusesBlocks(result.getBody());
  }

  private static boolean refusesBlocks(@Nullable String error) {
    return error != null && BLOCKS_REFUSED.stream().anyMatch(error::contains);
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
            message,
            shown ->
                context
                    .client()
                    .chatPostMessage(
                        request ->
                            request
                                .channel(channel)
                                .threadTs(threadTs)
                                .text(shown.text())
                                .blocks(shown.blocks())
                                .mrkdwn(false)
                                .unfurlLinks(false)
                                .unfurlMedia(false)))
        .getTs();
  }

  /** Replaces a message that we posted; without blocks, those of the old one would stay. */
  static void update(Context context, String channel, String ts, SlackMessage message)
      throws IOException, SlackApiException {
    accepted(
        message,
        shown ->
            context
                .client()
                .chatUpdate(
                    request ->
                        shown.blocks().isEmpty()
                            ? request
                                .channel(channel)
                                .ts(ts)
                                .text(shown.text())
                                .blocksAsString("[]")
                            : request
                                .channel(channel)
                                .ts(ts)
                                .text(shown.text())
                                .blocks(shown.blocks())));
  }

  /**
   * Deletes a message of ours; by the response_url, which works where we are no member, or else by
   * its time stamp.
   */
  static void delete(Context context, @Nullable String responseUrl, String channel, String ts)
      throws IOException, SlackApiException {
    if (!respond(context, responseUrl, SlackMessage.NOTHING, message -> DELETE_ORIGINAL)) {
      try {
        accepted(() -> context.client().chatDelete(request -> request.channel(channel).ts(ts)));
      } catch (RefusedException e) {
        if (!e.word().equals("message_not_found")) {
          throw e;
        }
      }
    }
  }

  /** Posts a message that one member of a channel sees. */
  private static void postTo(
      Context context,
      String channel,
      String userId,
      @Nullable String threadTs,
      SlackMessage message)
      throws IOException, SlackApiException {
    accepted(
        message,
        shown ->
            context
                .client()
                .chatPostEphemeral(
                    request ->
                        request
                            .channel(channel)
                            .user(userId)
                            .threadTs(threadTs)
                            .text(shown.text())
                            .blocks(shown.blocks())));
  }

  /**
   * Answers by a response_url; where that does not work any more, to one member alone, if it is
   * known to whom: where they asked, or else in a direct message.
   *
   * @param toAll whether all may see it, by the response_url
   * @param replace whether it takes the place of the message that was acted on
   * @param channel may be null or empty
   * @param userId may be null
   */
  static void answer(
      Context context,
      @Nullable String responseUrl,
      SlackMessage message,
      boolean toAll,
      boolean replace,
      @Nullable String channel,
      @Nullable String userId,
      @Nullable String threadTs)
      throws IOException, SlackApiException {
    boolean told =
        respond(context, responseUrl, message, m -> m.toResponse(toAll, replace, threadTs));
    if (!told && userId != null) {
      tell(context, channel, userId, threadTs, message);
    }
  }

  /**
   * Tells one member something: where they asked, or else in a direct message.
   *
   * @param channel may be null or empty
   * @param threadTs a thread that somebody has begun, or null: in any other, nobody sees it
   */
  static void tell(
      Context context,
      @Nullable String channel,
      String userId,
      @Nullable String threadTs,
      SlackMessage message)
      throws IOException, SlackApiException {
    if (channel != null && !channel.isEmpty()) {
      try {
        postTo(context, channel, userId, threadTs, message);
        return;
      } catch (IOException | SlackApiException e) {
        Failures.report(e);
      }
    }
    post(context, userId, null, message);
  }

  /**
   * Opens a modal.
   *
   * @return its id
   */
  static String open(Context context, String triggerId, View view)
      throws IOException, SlackApiException {
    return accepted(
            () -> context.client().viewsOpen(request -> request.triggerId(triggerId).view(view)))
        .getView()
        .getId();
  }

  /** Opens a modal on top of an open one. */
  static void push(Context context, String triggerId, View view)
      throws IOException, SlackApiException {
    accepted(() -> context.client().viewsPush(request -> request.triggerId(triggerId).view(view)));
  }

  /** Replaces an open modal. */
  static void update(Context context, String viewId, View view)
      throws IOException, SlackApiException {
    acceptedView(
        view, shown -> context.client().viewsUpdate(request -> request.viewId(viewId).view(shown)));
  }

  /** Shows the Home tab to a member. */
  static void publish(Context context, String userId, View view)
      throws IOException, SlackApiException {
    accepted(() -> context.client().viewsPublish(request -> request.userId(userId).view(view)));
  }

  /** Replaces the open modal that has the {@code external_id} of this one. */
  static void updateByExternalId(Context context, View view) throws IOException, SlackApiException {
    acceptedView(
        view,
        shown ->
            context
                .client()
                .viewsUpdate(request -> request.externalId(view.getExternalId()).view(shown)));
  }

  /** Shows a modal; without its picture where Slack does not take that. */
  private static void acceptedView(View view, ViewSender sender)
      throws IOException, SlackApiException {
    if (!PictureBlock.isAmong(view.getBlocks())) {
      accepted(() -> sender.send(view));
      return;
    }
    try {
      accepted(() -> sender.send(view));
    } catch (RefusedException e) {
      accepted(() -> sender.send(AskView.withoutPicture(view)));
      pictureRefused(e);
    }
  }

  /** It was the picture alone, if the same without it is taken. */
  private static void pictureRefused(RefusedException refusal) {
    PICTURES.refused("a picture in a message", refusal);
  }

  /** Sends a message; in a simpler form where Slack does not take its blocks. */
  private static <T extends SlackApiTextResponse> T accepted(SlackMessage message, Sender<T> sender)
      throws IOException, SlackApiException {
    RefusedException refusal = null;
    boolean withPicture = false;
    for (SlackMessage shown : message.simpler()) {
      try {
        T taken = accepted(() -> sender.send(shown));
        if (refusal != null && withPicture) {
          pictureRefused(refusal);
        }
        return taken;
      } catch (RefusedException e) {
        if (!refusesBlocks(e.word())) {
          throw e;
        }
        withPicture = shown.hasPicture();
        refusal = e;
      }
    }
    throw refusal == null ? new RefusedException(null) : refusal;
  }

  /** Calls Slack. */
  static <T extends SlackApiTextResponse> T accepted(Call<T> call)
      throws IOException, SlackApiException {
    T response = call.run();
    if (!response.isOk()) {
      throw new RefusedException(response.getError());
    }
    return response;
  }

  private interface Sender<T> {
    T send(SlackMessage message) throws IOException, SlackApiException;
  }

  private interface ViewSender {
    SlackApiTextResponse send(View view) throws IOException, SlackApiException;
  }

  /** Calls a method of the Web API. */
  interface Call<T> {
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
