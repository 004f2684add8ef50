package io.github.smtpbot.slack;

import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import io.github.smtpbot.answer.Answer;
import java.util.Locale;

/** Answers the slash command in its acknowledgement: one round trip. */
final class CommandHandler implements SlashCommandHandler {

  private final Answering answering;

  CommandHandler(Answering answering) {
    this.answering = answering;
  }

  @Override
  public Response apply(SlashCommandRequest request, SlashCommandContext context) {
    Locale locale = answering.localeOf(context, request.getPayload().getUserId());
    String text = request.getPayload().getText();
    try {
      Answer answer = answering.answer(SlackText.decode(text == null ? "" : text), locale);
      Visibility visibility = answering.visibilityOf(answer);
      Destination destination =
          visibility == Visibility.EPHEMERAL ? Destination.CHANNEL : Destination.NOWHERE;
      return acknowledge(answering.show(answer, destination, locale), visibility);
    } catch (RuntimeException e) {
      Answering.logFailure(e);
      return acknowledge(
          SlackMessage.ofText(answering.words(locale).say(Label.FAILED)), Visibility.EPHEMERAL);
    }
  }

  private static Response acknowledge(SlackMessage message, Visibility visibility) {
    return Response.builder()
        .statusCode(200)
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(message.toAcknowledgement(visibility))
        .build();
  }
}
