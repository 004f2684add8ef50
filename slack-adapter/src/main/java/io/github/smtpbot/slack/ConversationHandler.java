package io.github.smtpbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Attachment;
import com.slack.api.model.File;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import io.github.smtpbot.QuestionListener;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers mentions, in a thread, and direct messages. */
final class ConversationHandler {

  private final Answering answering;
  private final Greeting greeting;
  private final AgentView agentView;
  private final Deliveries deliveries = new Deliveries();
  private final AnsweredMessages answered = new AnsweredMessages();

  ConversationHandler(Answering answering, Greeting greeting, AgentView agentView) {
    this.answering = answering;
    this.greeting = greeting;
    this.agentView = agentView;
  }

  void install(App app) {
    app.event(AppMentionEvent.class, this::mentioned);
    app.event(MessageEvent.class, this::written);
    app.event(MessageFileShareEvent.class, this::shared);
    app.event(MessageChangedEvent.class, this::changed);
  }

  /** Slack sends an edited mention again. */
  private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
    AppMentionEvent event = payload.getEvent();
    if (event.getBotId() == null
        && event.getUser() != null
        && deliveries.isFirst(payload.getEventId())) {
      Asked asked =
          Asked.of(
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              event.getThreadTs(),
              event.getEdited() != null,
              event.getText(),
              event.getFiles(),
              event.getAttachments());
      Asker asker = asked.asker(context);
      answering.inConversation(
          asker,
          () ->
              answering.withFiles(
                  asker, asked.files(), files -> answerInThread(asked, files, context)));
    }
    return context.ack();
  }

  /** Null for what is no direct message: another handler of the app may want it. */
  private @Nullable Response written(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    if (!isDirect(event.getChannelType())) {
      return null;
    }
    if (event.getBotId() == null
        && event.getUser() != null
        && deliveries.isFirst(payload.getEventId())) {
      directly(
          context,
          Asked.of(
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              event.getThreadTs(),
              false,
              event.getText(),
              event.getFiles(),
              event.getAttachments()));
    }
    return context.ack();
  }

  private @Nullable Response shared(
      EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
    MessageFileShareEvent event = payload.getEvent();
    if (!isDirect(event.getChannelType())) {
      return null;
    }
    if (event.getUser() != null
        && !event.getUser().equals(context.getBotUserId())
        && deliveries.isFirst(payload.getEventId())) {
      directly(
          context,
          Asked.of(
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              event.getThreadTs(),
              false,
              event.getText(),
              event.getFiles(),
              event.getAttachments()));
    }
    return context.ack();
  }

  /** Somebody edited a direct message; or Slack did, to show what is behind a link. */
  private @Nullable Response changed(
      EventsApiPayload<MessageChangedEvent> payload, EventContext context) {
    MessageChangedEvent event = payload.getEvent();
    if (!isDirect(event.getChannelType())) {
      return null;
    }
    MessageChangedEvent.Message message = event.getMessage();
    if (message != null
        && message.getBotId() == null
        && message.getUser() != null
        && !message.getUser().equals(context.getBotUserId())
        && message.getTs() != null
        && message.getEdited() != null
        && deliveries.isFirst(
            String.join(" ", event.getChannel(), message.getTs(), message.getEdited().getTs()))) {
      directly(
          context,
          Asked.of(
              message.getUser(),
              event.getChannel(),
              message.getTs(),
              message.getThreadTs(),
              true,
              message.getText(),
              message.getFiles(),
              message.getAttachments()));
    }
    return context.ack();
  }

  private void directly(EventContext context, Asked asked) {
    answering.inConversation(asked.asker(context), () -> answerDirectly(asked, context));
  }

  private static boolean isDirect(@Nullable String channelType) {
    return "im".equals(channelType);
  }

  /** All may see it: so only what may be shared. */
  private void answerInThread(Asked asked, List<SlackFiles.Choice> files, EventContext context) {
    Locale locale = answering.localeOf(context, asked.userId());
    Asker asker = asked.asker(context);
    Answering.Said said =
        answering.said(
            context,
            () ->
                answering.read(
                    context, asked.text(), files, locale, QuestionListener.Place.CONVERSATION),
            asked.userId(),
            locale);
    if (said.toAll()) {
      answering.now(asker, () -> send(asked, context, asked.thread(), said.message()));
      said.alone().forEach(told -> say(asker, told));
      return;
    }
    answering.now(
        asker,
        () -> {
          synchronized (answered.lock(asked.channel(), asked.ts())) {
            retract(asked, context);
          }
          asker.tell(said.message());
        });
  }

  /** To the asker alone. */
  private void say(Asker asker, String text) {
    answering.now(asker, () -> asker.tell(SlackMessage.ofText(text)));
  }

  private void answerDirectly(Asked asked, EventContext context) {
    Locale locale = answering.localeOf(context, asked.userId());
    Label.Speaker words = answering.words(locale);
    if (!asked.edited()) {
      greet(asked, context, words);
      if (!agentView.isReading(context, asked.channel(), asked.threadTs(), words)
          && !asked.files().isEmpty()) {
        sayReading(asked, context, words);
      }
    }
    answering.withFiles(
        asked.asker(context),
        asked.files(),
        files -> answerDirectly(asked, files, context, locale));
  }

  private void answerDirectly(
      Asked asked, List<SlackFiles.Choice> files, EventContext context, Locale locale) {
    Label.Speaker words = answering.words(locale);
    SlackMessage message;
    try {
      Answering.Read read =
          answering.read(context, asked.text(), files, locale, QuestionListener.Place.CONVERSATION);
      message = answering.show(read, Destination.NOWHERE);
    } catch (UnreadableFileException e) {
      message = SlackMessage.ofText(e.say(words));
    } catch (RuntimeException e) {
      message = SlackMessage.ofText(Failures.say(e, words));
    }
    SlackMessage answer = message;
    answering.now(asked.asker(context), () -> send(asked, context, asked.threadTs(), answer));
  }

  /** The answer takes its place. Without it, one waits a little in the dark. */
  private void sayReading(Asked asked, EventContext context, Label.Speaker words) {
    String reading = words.say(Label.READING, SlackFiles.names(asked.files()));
    try {
      String ts =
          Sending.post(context, asked.channel(), asked.threadTs(), SlackMessage.ofText(reading));
      answered.answered(context, asked.channel(), asked.ts(), ts);
    } catch (IOException | SlackApiException e) {
      Failures.report(e);
    }
  }

  private void send(Asked asked, EventContext context, @Nullable String thread, SlackMessage answer)
      throws IOException, SlackApiException {
    synchronized (answered.lock(asked.channel(), asked.ts())) {
      post(asked, context, thread, answer);
    }
  }

  /** Posts an answer, or changes the one there is, or the note that files are being read. */
  private void post(Asked asked, EventContext context, @Nullable String thread, SlackMessage answer)
      throws IOException, SlackApiException {
    Optional<String> earlier = answered.find(context, asked.channel(), asked.ts());
    if (earlier.isPresent() && (asked.edited() || !asked.files().isEmpty())) {
      try {
        Sending.update(context, asked.channel(), earlier.get(), answer);
        return;
      } catch (Sending.RefusedException e) {
        // It was deleted, or cannot be changed any more.
        Failures.report(e);
        answered.forget(context, asked.channel(), asked.ts());
      }
    }
    String ts = Sending.post(context, asked.channel(), thread, answer);
    answered.answered(context, asked.channel(), asked.ts(), ts);
  }

  /** Takes back the answer to what was asked before it was edited. */
  private void retract(Asked asked, EventContext context) throws IOException, SlackApiException {
    Optional<String> earlier = answered.find(context, asked.channel(), asked.ts());
    if (earlier.isPresent() && asked.edited()) {
      answered.forget(context, asked.channel(), asked.ts());
      Sending.delete(context, null, asked.channel(), earlier.get());
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
      Failures.report(e);
    }
  }

  /**
   * What somebody wrote to the bot.
   *
   * @param ts its time stamp
   * @param threadTs the thread that it is in, or null
   * @param edited whether it was written before, and changed
   * @param files what is attached
   */
  private record Asked(
      String userId,
      String channel,
      String ts,
      @Nullable String threadTs,
      boolean edited,
      String text,
      List<SlackFiles.Choice> files) {

    /** What Slack says of it. */
    static Asked of(
        String userId,
        String channel,
        String ts,
        @Nullable String threadTs,
        boolean edited,
        @Nullable String text,
        @Nullable List<File> files,
        @Nullable List<Attachment> attachments) {
      String own = SlackText.withoutMention(text == null ? "" : text);
      return new Asked(
          userId,
          channel,
          ts,
          threadTs,
          edited,
          MessageText.of(own, null, attachments),
          SlackFiles.of(files, attachments));
    }

    /**
     * Whoever asked: in the thread if there is one, as Slack shows nobody what is for them alone in
     * a thread that nobody has begun.
     */
    Asker asker(EventContext context) {
      return new Asker(context, userId, channel, threadTs, null);
    }

    /** The thread that it is in, or begins. */
    String thread() {
      return threadTs == null ? ts : threadTs;
    }
  }
}
