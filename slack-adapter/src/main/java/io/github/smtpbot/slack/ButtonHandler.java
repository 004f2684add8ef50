package io.github.smtpbot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import io.github.smtpbot.answer.Shareable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens when a button or a menu below an answer is used. */
final class ButtonHandler {

  private final Answering answering;

  ButtonHandler(Answering answering) {
    this.answering = answering;
  }

  void install(App app) {
    app.blockAction(SlackIds.POST, this::post);
    app.blockAction(SlackIds.ANY_FOLLOW_UP, this::followUp);
  }

  private Response post(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    BlockActionPayload.Action action = payload.getActions().get(0);
    String token = action.getValue() == null ? "" : action.getValue();
    Optional<Shareable> shareable = Shareable.ofToken(token);
    answering.later(
        () -> {
          if (shareable.isPresent()) {
            postToAll(payload, action, shareable.get(), context);
          } else {
            sayThatItFailed(payload, context);
          }
        });
    return context.ack();
  }

  private void postToAll(
      BlockActionPayload payload,
      BlockActionPayload.Action action,
      Shareable shareable,
      ActionContext context)
      throws IOException, SlackApiException {
    String userId = userOf(payload);
    Locale locale = answering.localeOf(context, userId);
    SlackMessage message = answering.showToAll(shareable, userId, locale);
    String threadTs = Destination.ofBlockId(action.getBlockId()).threadTs();
    // A response_url works where we are no member; it works five times and for half an hour only.
    boolean posted =
        Sending.respond(
            context, payload.getResponseUrl(), message.toResponse(true, false, threadTs));
    if (!posted && payload.getChannel() != null) {
      Sending.post(context, payload.getChannel().getId(), threadTs, message);
    }
  }

  /** A button of another version, which we cannot read any more. */
  private void sayThatItFailed(BlockActionPayload payload, ActionContext context)
      throws IOException, SlackApiException {
    String userId = userOf(payload);
    Locale locale = answering.localeOf(context, userId);
    SlackMessage message = SlackMessage.ofText(answering.words(locale).say(Label.FAILED));
    boolean told =
        Sending.respond(context, payload.getResponseUrl(), message.toResponse(false, false, null));
    if (!told && payload.getChannel() != null && userId != null) {
      Sending.postTo(context, payload.getChannel().getId(), userId, null, message);
    }
  }

  private Response followUp(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    BlockActionPayload.Action action = payload.getActions().get(0);
    String question =
        action.getSelectedOption() == null
            ? action.getValue()
            : action.getSelectedOption().getValue();
    if (question != null) {
      answering.later(() -> answerFollowUp(payload, action, question, context));
    }
    return context.ack();
  }

  private void answerFollowUp(
      BlockActionPayload payload,
      BlockActionPayload.Action action,
      String question,
      ActionContext context)
      throws IOException, SlackApiException {
    String userId = userOf(payload);
    Locale locale = answering.localeOf(context, userId);
    BlockActionPayload.Container container = payload.getContainer();
    if (payload.getView() != null) {
      SlackMessage message =
          answering.show(answering.answer(question, locale), Destination.NOWHERE, locale);
      Sending.update(
          context,
          payload.getView().getId(),
          AskView.answer(message, answering.words(locale), null));
      return;
    }
    boolean ephemeral = container != null && container.isEphemeral();
    boolean direct = isDirect(payload);
    // Below an answer for all, the next one goes to whoever asked; it may be posted, too.
    Destination destination =
        direct
            ? Destination.NOWHERE
            : ephemeral ? Destination.ofBlockId(action.getBlockId()) : Destination.CHANNEL;
    SlackMessage message = answering.show(answering.answer(question, locale), destination, locale);
    String threadTs = container == null ? null : container.getThreadTs();
    boolean answered =
        Sending.respond(
            context, payload.getResponseUrl(), message.toResponse(direct, ephemeral, threadTs));
    if (!answered && payload.getChannel() != null && userId != null) {
      Sending.postTo(context, payload.getChannel().getId(), userId, threadTs, message);
    }
  }

  /** Whether this is the conversation with the bot itself, where nobody else reads. */
  private static boolean isDirect(BlockActionPayload payload) {
    return payload.getChannel() != null
        && payload.getChannel().getId() != null
        && payload.getChannel().getId().startsWith("D")
        && payload.getMessage() != null;
  }

  private static @Nullable String userOf(BlockActionPayload payload) {
    return payload.getUser() == null ? null : payload.getUser().getId();
  }
}
