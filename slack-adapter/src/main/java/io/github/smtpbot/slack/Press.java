package io.github.smtpbot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.view.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Somebody pressed a button or chose from a menu, in a message or in a modal. */
record Press(BlockActionPayload payload, BlockActionPayload.Action action, ActionContext context) {

  static Press of(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    return new Press(payload, payload.getActions().get(0), context);
  }

  /** Who did it. */
  @Nullable String userId() {
    return payload.getUser() == null ? null : payload.getUser().getId();
  }

  /** What the button or the option carries; empty if nothing. */
  String value() {
    String value =
        action.getSelectedOption() == null
            ? action.getValue()
            : action.getSelectedOption().getValue();
    return value == null ? "" : value;
  }

  Place place() {
    return Place.of(payload, action);
  }

  /** Not so in the Home tab, which is a view too. */
  boolean isInModal() {
    return payload.getView() != null && "modal".equals(payload.getView().getType());
  }

  /** What was asked about, wherever it is told: a message, a thread, or the first modal. */
  String origin() {
    String origin = place().origin();
    String root = isInModal() ? payload.getView().getRootViewId() : null;
    return origin.isEmpty() && root != null ? root : place().channel() + " " + origin;
  }

  /** The thread that the message is in, or null. */
  @Nullable String threadTs() {
    return payload.getContainer() == null ? null : payload.getContainer().getThreadTs();
  }

  /** Whether this is the conversation with the bot itself, where nobody else reads. */
  boolean isDirect() {
    return payload.getChannel() != null
        && payload.getChannel().getId() != null
        && payload.getChannel().getId().startsWith("D")
        && payload.getMessage() != null;
  }

  /** Whether they alone see the message. */
  boolean isEphemeral() {
    return payload.getContainer() != null && payload.getContainer().isEphemeral();
  }

  /** What a modal's button for closing says: whether there is another one below it. */
  Label close() {
    return isInModal() ? Label.BACK : Label.CLOSE;
  }

  /** Deletes the message that it was pressed in, which is ours. */
  void deleteMessage() throws IOException, SlackApiException {
    Sending.delete(
        context,
        payload.getResponseUrl(),
        payload.getContainer().getChannelId(),
        payload.getContainer().getMessageTs());
  }

  /** Opens a modal; on an open one as many as Slack takes, then in its place. */
  void show(View view) throws IOException, SlackApiException {
    if (!isInModal()) {
      Sending.open(context, payload.getTriggerId(), view);
      return;
    }
    if (isStackFull(payload.getView())) {
      Sending.update(context, payload.getView().getId(), view);
      return;
    }
    try {
      Sending.push(context, payload.getTriggerId(), view);
    } catch (Sending.RefusedException e) {
      Sending.update(context, payload.getView().getId(), view);
    }
  }

  /** Whether it is the third modal on top of each other, of which Slack takes no more. */
  private static boolean isStackFull(View open) {
    String below = open.getPreviousViewId();
    return below != null && !below.isEmpty() && !below.equals(open.getRootViewId());
  }

  /** Says something to whoever did it, and to nobody else. */
  void say(String text, Label.Speaker words) throws IOException, SlackApiException {
    if (isInModal()) {
      show(AskView.note(text, words, Label.BACK));
      return;
    }
    answer(SlackMessage.ofText(text), isDirect(), false);
  }

  /**
   * Answers below the message or in its place; where that does not work any more, to whoever did it
   * alone.
   */
  void answer(SlackMessage message, boolean toAll, boolean replace)
      throws IOException, SlackApiException {
    String channel = payload.getChannel() == null ? null : payload.getChannel().getId();
    Sending.answer(
        context, payload.getResponseUrl(), message, toAll, replace, channel, userId(), threadTs());
  }
}
