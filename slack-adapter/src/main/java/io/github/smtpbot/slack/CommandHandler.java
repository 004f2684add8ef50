package io.github.smtpbot.slack;

import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
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
      return acknowledge(
          answering.command(
              SlackText.decode(text == null ? "" : text),
              request.getPayload().getUserId(),
              locale));
    } catch (RuntimeException e) {
      return acknowledge(
          SlackMessage.ofText(Failures.say(e, answering.words(locale)))
              .toAcknowledgement(Visibility.EPHEMERAL));
    }
  }

  private static Response acknowledge(String body) {
    return Response.builder()
        .statusCode(200)
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(body)
        .build();
  }
}
