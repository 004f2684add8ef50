package io.github.smtpbot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.File;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.answer.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The global shortcut: opens the modal, and answers what was entered there. */
final class AskHandler {

  private final Answering answering;

  AskHandler(Answering answering) {
    this.answering = answering;
  }

  void install(App app) {
    app.globalShortcut(SlackIds.ASK, this::open);
    app.viewSubmission(SlackIds.ASK_VIEW, this::submit);
  }

  private Response open(GlobalShortcutRequest request, GlobalShortcutContext context) {
    String userId =
        request.getPayload().getUser() == null ? null : request.getPayload().getUser().getId();
    answering.later(
        Asker.anywhere(context, userId),
        () ->
            Sending.open(
                context,
                context.getTriggerId(),
                AskView.input(answering.words(answering.localeOf(context, userId)))));
    return context.ack();
  }

  private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    String userId = payload.getUser() == null ? null : payload.getUser().getId();
    Locale locale = answering.localeOf(context, userId);
    Label.Speaker words = answering.words(locale);
    List<SlackFiles.Choice> files = SlackFiles.of(filesIn(payload.getView()), null);
    String text = textIn(payload.getView());
    try {
      if (!files.isEmpty()) {
        return readLater(Asker.anywhere(context, userId), context, text, files, locale);
      }
      if (text.isBlank()) {
        return error(context, SlackIds.ASK_TEXT, words.say(Label.ASK_EMPTY));
      }
      Answer answer = answering.answer(context, text, locale, QuestionListener.Place.FORM);
      return show(context, answering.view(answer, Place.NOWHERE, null, Label.BACK));
    } catch (RuntimeException e) {
      return error(context, SlackIds.ASK_TEXT, Failures.say(e, words));
    }
  }

  /** Files take a while: a note that they are read stands where the answer will. */
  private Response readLater(
      Asker asker,
      ViewSubmissionContext context,
      String text,
      List<SlackFiles.Choice> files,
      Locale locale) {
    Label.Speaker words = answering.words(locale);
    String id = SlackIds.ASK_VIEW + UUID.randomUUID();
    answering.afterAcknowledgement(
        asker,
        () ->
            answering.withFiles(
                asker,
                files,
                choices -> {
                  View answer = read(context, text, choices, locale);
                  answering.now(asker, () -> show(context, id, answer, words));
                }));
    View reading =
        AskView.note(words.say(Label.READING, SlackFiles.names(files)), words, Label.BACK);
    reading.setExternalId(id);
    return show(context, reading);
  }

  /** The text and each file, answered as one; what could not be read is said below. */
  private View read(
      ViewSubmissionContext context, String text, List<SlackFiles.Choice> files, Locale locale) {
    Label.Speaker words = answering.words(locale);
    try {
      Answering.Read read =
          answering.readTogether(context, text, files, locale, QuestionListener.Place.FORM);
      return answering.view(read, Place.NOWHERE, Label.BACK);
    } catch (UnreadableFileException e) {
      return AskView.note(e.say(words), words, Label.BACK);
    } catch (RuntimeException e) {
      return AskView.note(Failures.say(e, words), words, Label.BACK);
    }
  }

  /** In the place of the note that files are being read, which must not stand there for ever. */
  private static void show(
      ViewSubmissionContext context, String externalId, View answer, Label.Speaker words)
      throws IOException, SlackApiException {
    answer.setExternalId(externalId);
    try {
      Sending.updateByExternalId(context, answer);
    } catch (IOException e) {
      View failed = AskView.note(Failures.say(e, words), words, Label.BACK);
      failed.setExternalId(externalId);
      Sending.updateByExternalId(context, failed);
    }
  }

  /** On top of the input, so that who goes back finds there what was entered. */
  private static Response show(ViewSubmissionContext context, View answer) {
    return context.ack(response -> response.responseAction("push").view(answer));
  }

  private static Response error(ViewSubmissionContext context, String blockId, String text) {
    return context.ack(response -> response.responseAction("errors").errors(Map.of(blockId, text)));
  }

  private static String textIn(View view) {
    ViewState.Value value = AskView.entered(view, SlackIds.ASK_TEXT);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }

  private static List<File> filesIn(View view) {
    ViewState.Value value = AskView.entered(view, SlackIds.ASK_FILE);
    return value == null || value.getFiles() == null ? List.of() : value.getFiles();
  }
}
