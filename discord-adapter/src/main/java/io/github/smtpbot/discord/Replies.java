package io.github.smtpbot.discord;

import java.util.function.Consumer;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Sends replies, at once or after an acknowledgement. Safe for use by many threads. */
final class Replies {

  private final Desk desk;
  private final RecentIds posted = new RecentIds();

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
    boolean first = posted.add(message);
    InteractionHook hook = hook(event);
    Consumer<Throwable> failed =
        failure -> {
          posted.remove(message);
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
        finish(desk.notice(event, "discord.failed"));
      }
    }

    /** Puts the answer where "thinking…" stands. */
    void finish(Reply reply) {
      hook.editOriginal(MessageEditData.fromCreateData(reply.message()))
          .queue(null, Failures::report);
    }

    /** Sends one more answer. */
    void add(Reply reply) {
      send(hook, reply);
    }
  }
}
