package io.github.smtpbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.File;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import io.github.smtpbot.answer.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers mentions, in a thread, and direct messages. */
final class ConversationHandler {

  private final Answering answering;
  private final Greeting greeting;
  private final AgentView agentView;
  private final Deliveries deliveries = new Deliveries();

  ConversationHandler(Answering answering, Greeting greeting, AgentView agentView) {
    this.answering = answering;
    this.greeting = greeting;
    this.agentView = agentView;
  }

  void install(App app) {
    app.event(AppMentionEvent.class, this::mentioned);
    app.event(MessageEvent.class, this::written);
    app.event(MessageFileShareEvent.class, this::shared);
  }

  private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
    AppMentionEvent event = payload.getEvent();
    if (event.getBotId() == null
        && event.getUser() != null
        && deliveries.isFirst(payload.getEventId())) {
      Asked asked =
          new Asked(
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              event.getThreadTs(),
              MessageText.of(
                  SlackText.withoutMention(orEmpty(event.getText())), null, event.getAttachments()),
              event.getFiles());
      answering.later(() -> answerInThread(asked, context));
    }
    return context.ack();
  }

  /** Null for what is no direct message: another handler of the app may want it. */
  private @Nullable Response written(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    if (!"im".equals(event.getChannelType())) {
      return null;
    }
    if (event.getBotId() == null
        && event.getUser() != null
        && deliveries.isFirst(payload.getEventId())) {
      String text =
          MessageText.of(
              SlackText.withoutMention(orEmpty(event.getText())), null, event.getAttachments());
      Asked asked =
          new Asked(
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              event.getThreadTs(),
              text,
              event.getFiles());
      answering.later(() -> answerDirectly(asked, context));
    }
    return context.ack();
  }

  private @Nullable Response shared(
      EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
    MessageFileShareEvent event = payload.getEvent();
    if (!"im".equals(event.getChannelType())) {
      return null;
    }
    if (event.getUser() != null
        && !event.getUser().equals(context.getBotUserId())
        && deliveries.isFirst(payload.getEventId())) {
      Asked asked =
          new Asked(
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              event.getThreadTs(),
              SlackText.decode(SlackText.withoutMention(orEmpty(event.getText()))),
              event.getFiles());
      answering.later(() -> answerDirectly(asked, context));
    }
    return context.ack();
  }

  /** All may see it: so only what may be shared. */
  private void answerInThread(Asked asked, EventContext context)
      throws IOException, SlackApiException {
    Locale locale = answering.localeOf(context, asked.userId());
    Answer answer;
    try {
      SlackFiles.Choice file = SlackFiles.choose(asked.files());
      answer =
          file == null
              ? answering.answer(asked.text(), locale)
              : answering.answerFile(context, file, locale);
    } catch (UnreadableFileException e) {
      tell(asked, context, SlackMessage.ofText(e.say(answering.words(locale))));
      return;
    } catch (RuntimeException e) {
      Answering.logFailure(e);
      tell(asked, context, SlackMessage.ofText(answering.words(locale).say(Label.FAILED)));
      return;
    }
    if (answer.shareable() != null) {
      SlackMessage message =
          answering.showToAll(answer.shareable(), null, Poster.asker(asked.userId()), locale);
      Sending.post(context, asked.channel(), asked.thread(), message);
    } else {
      tell(asked, context, answering.show(answer, Destination.NOWHERE));
    }
  }

  /**
   * To the asker alone: in the thread if there is one, else in the channel, as Slack shows nobody
   * such a message in a thread that nobody has begun.
   */
  private static void tell(Asked asked, EventContext context, SlackMessage message)
      throws IOException, SlackApiException {
    Sending.postTo(context, asked.channel(), asked.userId(), asked.threadTs(), message);
  }

  private void answerDirectly(Asked asked, EventContext context)
      throws IOException, SlackApiException {
    Locale locale = answering.localeOf(context, asked.userId());
    Label.Speaker words = answering.words(locale);
    greet(asked, context, words);
    boolean told = agentView.isReading(context, asked.channel(), asked.threadTs(), words);
    String progress = null;
    SlackMessage message;
    try {
      SlackFiles.Choice file = SlackFiles.choose(asked.files());
      if (file == null) {
        message = answering.show(answering.answer(asked.text(), locale), Destination.NOWHERE);
      } else {
        if (!told) {
          progress =
              Sending.post(
                  context,
                  asked.channel(),
                  asked.threadTs(),
                  SlackMessage.ofText(words.say(Label.READING, file.name())));
        }
        message =
            answering.showFile(
                answering.answerFile(context, file, locale), file, Destination.NOWHERE);
      }
    } catch (UnreadableFileException e) {
      message = SlackMessage.ofText(e.say(words));
    } catch (RuntimeException e) {
      Answering.logFailure(e);
      message = SlackMessage.ofText(words.say(Label.FAILED));
    }
    if (progress == null) {
      Sending.post(context, asked.channel(), asked.threadTs(), message);
    } else {
      Sending.update(context, asked.channel(), progress, message);
    }
  }

  /** Before the answer; that there is no greeting keeps nobody from being answered. */
  private void greet(Asked asked, EventContext context, Label.Speaker words) {
    try {
      if (asked.threadTs() == null
          && greeting.isDue(context, asked.userId(), asked.channel(), asked.ts())) {
        Sending.post(context, asked.channel(), null, greeting.message(words));
      }
    } catch (IOException | SlackApiException | RuntimeException e) {
      Answering.logFailure(e);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * What somebody wrote to the bot.
   *
   * @param ts its time stamp
   * @param threadTs the thread that it is in, or null
   * @param files what is attached, or null
   */
  private record Asked(
      String userId,
      String channel,
      String ts,
      @Nullable String threadTs,
      String text,
      @Nullable List<File> files) {

    /** The thread that it is in, or begins. */
    String thread() {
      return threadTs == null ? ts : threadTs;
    }
  }
}
