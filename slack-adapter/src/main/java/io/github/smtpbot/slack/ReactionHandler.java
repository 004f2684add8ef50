package io.github.smtpbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import com.slack.api.model.event.ReactionAddedEvent;
import io.github.smtpbot.QuestionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a message in its thread when somebody reacts to it with a certain emoji: once, however
 * many do, and with what may be shared alone.
 */
final class ReactionHandler {

  private static final String MESSAGE = "message";

  /** Stands between the name of an emoji and the tone of its skin. */
  private static final String TONE = "::";

  private static final int MAX_MESSAGES = 10_000;
  private static final Duration KEEP = Duration.ofHours(24);

  /** What Slack says where the bot is no member, so that it cannot read. */
  private static final Set<String> OUTSIDE = Set.of("not_in_channel", "channel_not_found");

  private final Answering answering;
  private final String emoji;
  private final OptionalCalls calls;

  /** The messages that are answered, and the members who were told how to have one answered. */
  private final Once done = new Once(MAX_MESSAGES, KEEP);

  ReactionHandler(Answering answering, String emoji, OptionalCalls calls) {
    this.answering = answering;
    this.emoji = emoji;
    this.calls = calls;
  }

  void install(App app) {
    app.event(ReactionAddedEvent.class, this::reacted);
  }

  private Response reacted(EventsApiPayload<ReactionAddedEvent> payload, EventContext context) {
    ReactionAddedEvent event = payload.getEvent();
    ReactionAddedEvent.Item item = event.getItem();
    String self = context.getBotUserId();
    if (isMeant(event.getReaction())
        && answering.team().reacts(Team.place(context))
        && item != null
        && MESSAGE.equals(item.getType())
        && item.getChannel() != null
        && item.getTs() != null
        && event.getUser() != null
        && !event.getUser().equals(self)
        && (event.getItemUser() == null || !event.getItemUser().equals(self))) {
      Reacted reacted = new Reacted(event.getUser(), item.getChannel(), item.getTs());
      if (done.isFirst(reacted.message(context))) {
        answering.inConversation(
            Asker.anywhere(context, reacted.userId()), () -> answer(reacted, context));
      }
    }
    return context.ack();
  }

  private boolean isMeant(@Nullable String reaction) {
    if (reaction == null) {
      return false;
    }
    int tone = reaction.indexOf(TONE);
    return emoji.equals(tone < 0 ? reaction : reaction.substring(0, tone));
  }

  private void answer(Reacted reacted, EventContext context) throws IOException, SlackApiException {
    try {
      Message message = read(reacted, context);
      // What this bot wrote is an answer already.
      if (message != null && !isOurs(message, context)) {
        answer(reacted, message, context);
      }
    } catch (IOException | SlackApiException | RuntimeException e) {
      done.forget(reacted.message(context));
      throw e;
    }
  }

  /** Null if it may not be read, of which whoever reacted is told what they can do, or is gone. */
  private @Nullable Message read(Reacted reacted, EventContext context)
      throws IOException, SlackApiException {
    try {
      return MessageReader.read(context, reacted.channel(), reacted.ts());
    } catch (Sending.RefusedException e) {
      done.forget(reacted.message(context));
      calls.refused("conversations.history", e);
      if (OUTSIDE.contains(e.word())) {
        invite(reacted, context);
      }
      return null;
    }
  }

  private static boolean isOurs(Message message, EventContext context) {
    return (message.getUser() != null && message.getUser().equals(context.getBotUserId()))
        || (message.getBotId() != null && message.getBotId().equals(context.getBotId()));
  }

  private void answer(Reacted reacted, Message message, EventContext context) {
    Asker asker =
        new Asker(context, reacted.userId(), reacted.channel(), message.getThreadTs(), null);
    answering.withFiles(
        asker,
        SlackFiles.of(message.getFiles(), message.getAttachments()),
        files -> answer(reacted, message, files, asker));
  }

  private void answer(
      Reacted reacted, Message message, List<SlackFiles.Choice> files, Asker asker) {
    Context context = asker.context();
    Locale locale = answering.localeOf(context, reacted.userId());
    String text = MessageText.of(message.getText(), message.getBlocks(), message.getAttachments());
    Answering.Said said =
        answering.said(
            context,
            () ->
                new Answering.Read(
                    answering
                        .read(context, text, files, locale, QuestionListener.Place.REACTION)
                        .answer(),
                    List.of(),
                    null),
            reacted.userId(),
            locale);
    if (said.toAll()) {
      String thread = message.getThreadTs() == null ? reacted.ts() : message.getThreadTs();
      answering.now(asker, () -> Sending.post(context, reacted.channel(), thread, said.message()));
    } else {
      answering.now(asker, () -> asker.tell(said.message()));
    }
  }

  /** In a direct message, as nothing can be written where the bot is no member. */
  private void invite(Reacted reacted, EventContext context) throws IOException, SlackApiException {
    if (!done.isFirst(reacted.member(context))) {
      return;
    }
    Locale locale = answering.localeOf(context, reacted.userId());
    SlackMessage how = SlackMessage.ofText(answering.words(locale).say(Label.REACTION_INVITE));
    calls.made("chat.postMessage", () -> Sending.post(context, reacted.userId(), null, how));
  }

  /** Who reacted to what. */
  private record Reacted(String userId, String channel, String ts) {

    String message(EventContext context) {
      return String.join(" ", context.getTeamId() + "", channel, ts);
    }

    String member(EventContext context) {
      return String.join(" ", context.getTeamId() + "", channel, userId);
    }
  }
}
