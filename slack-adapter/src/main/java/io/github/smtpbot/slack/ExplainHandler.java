package io.github.smtpbot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import io.github.smtpbot.QuestionListener;
import java.io.IOException;
import java.util.List;
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
    answering.later(asked.asker(), () -> explain(asked));
    return context.ack();
  }

  private void explain(Asked asked) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(asked.context(), asked.userId());
    Label.Speaker words = answering.words(locale);
    List<SlackFiles.Choice> files = asked.files();
    if (files.isEmpty() && asked.text().isBlank()) {
      String nothing = words.say(Label.NOTHING_TO_READ);
      if (open(asked, nothing, words) == null) {
        asked.asker().tell(SlackMessage.ofText(nothing));
      }
      return;
    }
    String viewId =
        open(
            asked,
            files.isEmpty()
                ? words.say(Label.READING_MESSAGE)
                : words.say(Label.READING, SlackFiles.names(files)),
            words);
    answering.withFiles(
        asked.asker(),
        files,
        choices -> {
          Shown shown = read(asked, choices, locale);
          answering.now(asked.asker(), () -> show(asked, viewId, shown, words));
        });
  }

  /**
   * What is shown.
   *
   * @param message where there is no modal
   */
  private record Shown(View view, SlackMessage message) {

    static Shown of(String text, Label.Speaker words) {
      return new Shown(AskView.note(text, words, Label.CLOSE), SlackMessage.ofText(text));
    }
  }

  private Shown read(Asked asked, List<SlackFiles.Choice> files, Locale locale) {
    Label.Speaker words = answering.words(locale);
    try {
      Answering.Read read =
          answering.read(
              asked.context(), asked.text(), files, locale, QuestionListener.Place.MESSAGE);
      Place place = asked.place();
      return new Shown(
          answering.view(read, place, Label.CLOSE), answering.show(read, place.destination()));
    } catch (UnreadableFileException e) {
      return Shown.of(e.say(words), words);
    } catch (RuntimeException e) {
      return Shown.of(Failures.say(e, words), words);
    }
  }

  /** Null if Slack does not open it, because too much time has passed. */
  private static @Nullable String open(Asked asked, String text, Label.Speaker words) {
    try {
      return Sending.open(
          asked.context(), asked.payload().getTriggerId(), AskView.note(text, words, Label.CLOSE));
    } catch (IOException | SlackApiException e) {
      Failures.report(e);
      return null;
    }
  }

  /**
   * To whoever asked, and to nobody else: in the modal, or in a message where there is none. Where
   * Slack does not take the answer into the modal, that is said there, so that nobody waits, and
   * the answer is a message.
   */
  private static void show(Asked asked, @Nullable String viewId, Shown shown, Label.Speaker words)
      throws IOException, SlackApiException {
    if (viewId == null) {
      asked.asker().tell(shown.message());
      return;
    }
    try {
      Sending.update(asked.context(), viewId, shown.view());
    } catch (IOException e) {
      View failed = AskView.note(Failures.say(e, words), words, Label.CLOSE);
      try {
        Sending.update(asked.context(), viewId, failed);
      } catch (IOException again) {
        Failures.report(again);
      }
      asked.asker().tell(shown.message());
    }
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

    /** Its own, and those of what it forwards. */
    List<SlackFiles.Choice> files() {
      return SlackFiles.of(payload.getMessage().getFiles(), payload.getMessage().getAttachments());
    }

    Asker asker() {
      return new Asker(
          context,
          userId(),
          place().channel(),
          payload.getMessage().getThreadTs(),
          payload.getResponseUrl());
    }
  }
}
