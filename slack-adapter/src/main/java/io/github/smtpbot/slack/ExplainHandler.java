package io.github.smtpbot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import io.github.smtpbot.answer.Answer;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The message shortcut <em>Explain SMTP reply</em>: opens a modal at once, reads the message or the
 * file attached to it, and shows there what it says. Whoever asked may then post the answer into
 * the thread.
 */
final class ExplainHandler implements MessageShortcutHandler {

  private final Answering answering;

  ExplainHandler(Answering answering) {
    this.answering = answering;
  }

  @Override
  public Response apply(MessageShortcutRequest request, MessageShortcutContext context) {
    Asked asked = Asked.of(request.getPayload(), context);
    answering.later(() -> explain(asked));
    return context.ack();
  }

  private void explain(Asked asked) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(asked.context(), asked.userId());
    Label.Speaker words = answering.words(locale);
    SlackFiles.Choice file;
    try {
      file = asked.file();
    } catch (UnreadableFileException e) {
      tell(asked, open(asked, e.say(words), words), SlackMessage.ofText(e.say(words)), null);
      return;
    }
    String reading =
        file == null ? words.say(Label.READING_MESSAGE) : words.say(Label.READING, file.name());
    String viewId = open(asked, reading, words);
    try {
      if (file == null && asked.text().isBlank()) {
        say(asked, viewId, words.say(Label.NOTHING_TO_READ), words);
        return;
      }
      Answer answer =
          file == null
              ? answering.answer(asked.text(), locale)
              : answering.answerFile(asked.context(), file, locale);
      String note = file == null ? null : Notes.read(file, words);
      tell(
          asked,
          viewId,
          Card.of(
              answer, asked.place().destination(), note, false, answering.words(answer.language())),
          answering.view(answer, asked.place(), note, Label.CLOSE));
    } catch (UnreadableFileException e) {
      say(asked, viewId, e.say(words), words);
    } catch (RuntimeException e) {
      Answering.logFailure(e);
      say(asked, viewId, words.say(Label.FAILED), words);
    }
  }

  /** Null if Slack does not open it, because too much time has passed. */
  private static @Nullable String open(Asked asked, String text, Label.Speaker words)
      throws IOException, SlackApiException {
    try {
      return Sending.open(
          asked.context(), asked.payload().getTriggerId(), AskView.note(text, words, Label.CLOSE));
    } catch (Sending.RefusedException e) {
      Answering.logFailure(e);
      return null;
    }
  }

  private static void say(Asked asked, @Nullable String viewId, String text, Label.Speaker words)
      throws IOException, SlackApiException {
    tell(asked, viewId, SlackMessage.ofText(text), AskView.note(text, words, Label.CLOSE));
  }

  /**
   * To whoever asked, and to nobody else: in the modal, or in a message where there is none.
   *
   * @param view null if the modal says it already
   */
  private static void tell(
      Asked asked, @Nullable String viewId, SlackMessage message, @Nullable View view)
      throws IOException, SlackApiException {
    if (viewId != null) {
      if (view != null) {
        Sending.update(asked.context(), viewId, view);
      }
      return;
    }
    Sending.answer(
        asked.context(),
        asked.payload().getResponseUrl(),
        message,
        false,
        false,
        asked.place().channel(),
        asked.userId(),
        asked.payload().getMessage().getThreadTs());
  }

  /**
   * What is to be explained.
   *
   * @param text what the message says
   */
  private record Asked(
      MessageShortcutPayload payload, MessageShortcutContext context, String text) {

    static Asked of(MessageShortcutPayload payload, MessageShortcutContext context) {
      Message message = payload.getMessage();
      return new Asked(
          payload,
          context,
          MessageText.of(message.getText(), message.getBlocks(), message.getAttachments()));
    }

    @Nullable String userId() {
      return payload.getUser() == null ? null : payload.getUser().getId();
    }

    /** The thread that the message is in, or begins. */
    Place place() {
      Message message = payload.getMessage();
      String ts = message.getThreadTs() == null ? message.getTs() : message.getThreadTs();
      return Place.of(
          ts == null ? Destination.CHANNEL : Destination.thread(ts),
          payload.getChannel() == null ? null : payload.getChannel().getId(),
          payload.getResponseUrl(),
          null);
    }

    /**
     * A file is read rather than the text beside it; one that we cannot read, does not matter then.
     */
    SlackFiles.@Nullable Choice file() throws UnreadableFileException {
      try {
        return SlackFiles.choose(payload.getMessage().getFiles());
      } catch (UnreadableFileException e) {
        if (text.isBlank()) {
          throw e;
        }
        return null;
      }
    }
  }
}
