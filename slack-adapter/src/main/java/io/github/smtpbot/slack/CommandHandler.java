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
    String typed = request.getPayload().getText();
    String text = SlackText.decode(typed == null ? "" : typed);
    String userId = request.getPayload().getUserId();
    try {
      if (answering.team().handles(text)) {
        return acknowledge(
            answering
                .team()
                .command(context, userId, request.getPayload().getUserName(), text, locale)
                .toAcknowledgement(Visibility.EPHEMERAL));
      }
      return acknowledge(answering.command(Team.place(context), text, userId, locale));
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
