package io.github.smtpbot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The message shortcut <em>Explain SMTP reply</em>: reads a message or the file attached to it, and
 * answers whoever asked, who may then post the answer into the thread.
 */
final class ExplainHandler implements MessageShortcutHandler {

  private final Answering answering;

  ExplainHandler(Answering answering) {
    this.answering = answering;
  }

  @Override
  public Response apply(MessageShortcutRequest request, MessageShortcutContext context) {
    MessageShortcutPayload payload = request.getPayload();
    answering.later(() -> explain(payload, context));
    return context.ack();
  }

  private void explain(MessageShortcutPayload payload, MessageShortcutContext context)
      throws IOException, SlackApiException {
    String userId = payload.getUser() == null ? null : payload.getUser().getId();
    Locale locale = answering.localeOf(context, userId);
    SlackMessage answer;
    try {
      answer = read(payload, context, userId, locale);
    } catch (UnreadableFileException e) {
      answer = SlackMessage.ofText(e.say(answering.words(locale)));
    } catch (RuntimeException e) {
      Answering.logFailure(e);
      answer = SlackMessage.ofText(answering.words(locale).say(Label.FAILED));
    }
    tell(payload, context, userId, answer);
  }

  private SlackMessage read(
      MessageShortcutPayload payload,
      MessageShortcutContext context,
      @Nullable String userId,
      Locale locale)
      throws UnreadableFileException, IOException, SlackApiException {
    Message message = payload.getMessage();
    String text = MessageText.of(message.getText(), message.getBlocks(), message.getAttachments());
    Destination thread =
        message.getTs() == null
            ? Destination.CHANNEL
            : Destination.thread(
                message.getThreadTs() == null ? message.getTs() : message.getThreadTs());
    SlackFiles.Choice file = fileIn(message, text);
    if (file != null) {
      String reading = answering.words(locale).say(Label.READING, file.name());
      tell(payload, context, userId, SlackMessage.ofText(reading));
      return answering.showFile(answering.answerFile(context, file, locale), file, thread, locale);
    }
    if (text.isBlank()) {
      return SlackMessage.ofText(answering.words(locale).say(Label.NOTHING_TO_READ));
    }
    return answering.show(answering.answer(text, locale), thread, locale);
  }

  /**
   * A file is read rather than the text beside it; one that we cannot read, does not matter then.
   */
  private static SlackFiles.@Nullable Choice fileIn(Message message, String text)
      throws UnreadableFileException {
    try {
      return SlackFiles.choose(message.getFiles());
    } catch (UnreadableFileException e) {
      if (text.isBlank()) {
        throw e;
      }
      return null;
    }
  }

  /** To whoever asked, and to nobody else. */
  private static void tell(
      MessageShortcutPayload payload,
      MessageShortcutContext context,
      @Nullable String userId,
      SlackMessage message)
      throws IOException, SlackApiException {
    String threadTs = payload.getMessage().getThreadTs();
    boolean told =
        Sending.respond(
            context, payload.getResponseUrl(), message.toResponse(false, false, threadTs));
    if (!told && payload.getChannel() != null && userId != null) {
      Sending.postTo(context, payload.getChannel().getId(), userId, threadTs, message);
    }
  }
}
