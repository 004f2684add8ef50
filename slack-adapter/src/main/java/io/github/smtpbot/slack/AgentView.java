package io.github.smtpbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.assistant.AssistantThread;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AssistantThreadContextChangedEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Slack's agent view, for an app that has it: prompts to begin with, and a status while the bot
 * reads. What is written there comes as direct messages in threads.
 *
 * <p>Bolt has a middleware for it, which reads the beginning of the thread before each
 * acknowledgement to learn which channel is open beside it. That is nothing to this bot, so it
 * takes the events alone.
 */
final class AgentView {

  private final Answering answering;
  private final OptionalCalls calls;

  /** The app has the view: a thread was opened in it. In any other, a status would be refused. */
  private volatile boolean open;

  AgentView(Answering answering, OptionalCalls calls) {
    this.answering = answering;
    this.calls = calls;
  }

  void install(App app) {
    app.event(AssistantThreadStartedEvent.class, this::started);
    app.event(AssistantThreadContextChangedEvent.class, (payload, context) -> context.ack());
  }

  private Response started(
      EventsApiPayload<AssistantThreadStartedEvent> payload, EventContext context) {
    open = true;
    AssistantThread thread = payload.getEvent().getAssistantThread();
    if (thread != null) {
      answering.later(() -> suggest(thread, context));
    }
    return context.ack();
  }

  private void suggest(AssistantThread thread, EventContext context) throws Exception {
    Locale locale = answering.localeOf(context, thread.getUserId());
    Label.Speaker words = answering.words(locale);
    List<SuggestedPrompt> prompts =
        Examples.of(words).stream().map(SuggestedPrompt::create).toList();
    calls.made(
        "assistant.threads.setSuggestedPrompts",
        () ->
            Sending.accepted(
                () ->
                    context
                        .client()
                        .assistantThreadsSetSuggestedPrompts(
                            request ->
                                request
                                    .channelId(thread.getChannelId())
                                    .threadTs(thread.getThreadTs())
                                    .title(words.say(Label.AGENT_PROMPTS))
                                    .prompts(prompts))));
  }

  /**
   * Says in a thread of the agent view that the bot reads, until it posts something there.
   *
   * @return false if this is no such thread
   */
  boolean isReading(
      EventContext context, String channel, @Nullable String threadTs, Label.Speaker words) {
    if (!open || threadTs == null || !context.isAssistantThreadEvent()) {
      return false;
    }
    try {
      return calls.made(
          "assistant.threads.setStatus",
          () ->
              Sending.accepted(
                  () ->
                      context
                          .client()
                          .assistantThreadsSetStatus(
                              request ->
                                  request
                                      .channelId(channel)
                                      .threadTs(threadTs)
                                      .status(words.say(Label.AGENT_READING)))));
    } catch (Exception e) {
      Answering.logFailure(e);
      return false;
    }
  }
}
