package io.github.smtpbot.discord;

import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Sends replies, at once or after an acknowledgement. Safe for use by many threads. */
final class Replies {

  private final Desk desk;

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
   * Acknowledges with "thinking…", then does the work of an answer.
   *
   * @param visibility who sees that
   * @param work is given the means to answer
   */
  void later(IReplyCallback event, Visibility visibility, Consumer<Later> work) {
    // By its token, because JDA measures an interaction's age by this computer's clock.
    InteractionHook hook = InteractionHook.from(event.getJDA(), event.getToken());
    Later later = new Later(event, hook, visibility);
    event
        .deferReply(visibility == Visibility.ASKER)
        .queue(acknowledged -> later.answering(() -> work.accept(later)), Failures::report);
  }

  /** An answer that was promised. */
  final class Later {

    private final IReplyCallback event;
    private final InteractionHook hook;
    private final Visibility visibility;

    private Later(IReplyCallback event, InteractionHook hook, Visibility visibility) {
      this.event = event;
      this.hook = hook;
      this.visibility = visibility;
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
      if (reply.visibility() == visibility) {
        hook.editOriginal(MessageEditData.fromCreateData(reply.message()))
            .queue(null, Failures::report);
      } else {
        // What everybody sees being thought about turned out to be for the asker alone.
        hook.deleteOriginal().queue(gone -> add(reply), Failures::report);
      }
    }

    /** Sends one more answer. */
    void add(Reply reply) {
      hook.sendMessage(reply.message())
          .setEphemeral(reply.isEphemeral())
          .queue(null, Failures::report);
    }
  }
}
