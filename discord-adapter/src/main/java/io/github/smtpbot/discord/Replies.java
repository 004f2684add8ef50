package io.github.smtpbot.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Sends replies, at once or after an acknowledgement. Safe for use by many threads. */
final class Replies {

  /** A button is disabled a second after it was pressed; these are many times as much. */
  private static final int MAX_POSTED = 10_000;

  private static final Duration KEEP_POSTED = Duration.ofHours(1);

  private final Desk desk;

  /** The ids of the messages whose button to post was pressed, and nothing of what is in them. */
  private final Cache<Long, Boolean> posted =
      Caffeine.newBuilder()
          .maximumSize(MAX_POSTED)
          .expireAfterWrite(KEEP_POSTED)
          .executor(Runnable::run)
          .build();

  Replies(Desk desk) {
    this.desk = desk;
  }

  /** Does the work of an answer. If that fails, the asker hears of it, and the log of its place. */
  void answering(IReplyCallback event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Failures.report(e);
      if (!event.isAcknowledged()) {
        send(event, desk.notice(event, "discord.failed"));
      }
    }
  }

  /** Replies at once. */
  void send(IReplyCallback event, Reply reply) {
    event.reply(reply.message()).setEphemeral(reply.isEphemeral()).queue(null, Failures::report);
  }

  /**
   * Acknowledges with "thinking…" that only the asker sees, then does the work of an answer.
   *
   * @param work is given the means to answer
   */
  void later(IReplyCallback event, Consumer<Later> work) {
    Later later = new Later(event, hook(event));
    event
        .deferReply(true)
        .queue(acknowledged -> later.answering(() -> work.accept(later)), Failures::report);
  }

  /** By its token, because JDA measures an interaction's age by this computer's clock. */
  private static InteractionHook hook(IReplyCallback event) {
    return InteractionHook.from(event.getJDA(), event.getToken());
  }

  /**
   * Posts a reply into the channel, and then says at the button by whom; once, however often it is
   * pressed before that is seen.
   *
   * @param label what the button says afterwards
   */
  void post(ButtonInteractionEvent event, Reply reply, String label) {
    long message = event.getMessageIdLong();
    boolean first = posted.asMap().putIfAbsent(message, true) == null;
    InteractionHook hook = hook(event);
    Consumer<Throwable> failed =
        failure -> {
          posted.invalidate(message);
          Failures.report(failure);
        };
    event
        .deferEdit()
        .queue(
            acknowledged -> {
              if (first) {
                hook.sendMessage(reply.message())
                    .setEphemeral(false)
                    .queue(
                        shown ->
                            hook.editOriginal(Messages.pressed(event, label))
                                .queue(null, Failures::report),
                        failed.andThen(
                            failure -> send(hook, desk.notice(event, "discord.cannot_post"))));
              }
            },
            first ? failed : Failures::report);
  }

  /** Deletes the message of a button. */
  void delete(ButtonInteractionEvent event) {
    InteractionHook hook = hook(event);
    event
        .deferEdit()
        .queue(
            acknowledged -> hook.deleteOriginal().queue(null, Failures::report), Failures::report);
  }

  private static void send(InteractionHook hook, Reply reply) {
    hook.sendMessage(reply.message())
        .setEphemeral(reply.isEphemeral())
        .queue(null, Failures::report);
  }

  /** An answer that was promised to the asker. */
  final class Later {

    private final IReplyCallback event;
    private final InteractionHook hook;

    private Later(IReplyCallback event, InteractionHook hook) {
      this.event = event;
      this.hook = hook;
    }

    /** Does a part of the work; if that fails, says so. */
    void answering(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        Failures.report(e);
        finish(List.of(desk.notice(event, "discord.failed")));
      }
    }

    /**
     * Puts the first answer where "thinking…" stands, and the others below it in their order.
     *
     * @param answers at least one
     */
    void finish(List<Reply> answers) {
      hook.editOriginal(MessageEditData.fromCreateData(answers.get(0).message()))
          .queue(shown -> add(answers.subList(1, answers.size())), Failures::report);
    }

    private void add(List<Reply> more) {
      if (!more.isEmpty()) {
        hook.sendMessage(more.get(0).message())
            .setEphemeral(true)
            .queue(shown -> add(more.subList(1, more.size())), Failures::report);
      }
    }
  }
}
