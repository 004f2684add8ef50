package io.github.smtpbot.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** What was promised and is not done yet. */
  private final Set<Promise> promises = ConcurrentHashMap.newKeySet();

  private volatile boolean closing;

  Replies(Desk desk) {
    this.desk = desk;
  }

  /** From now on nothing is begun that takes a while; what takes none is still answered. */
  void beginClosing() {
    closing = true;
  }

  /** Whether something was promised that is not done yet. */
  boolean isBusy() {
    return !promises.isEmpty();
  }

  /** Tells those who were promised an answer that there will be none. */
  void giveUp() {
    promises.forEach(Promise::giveUp);
  }

  /** Does the work of an answer. If that fails, the asker hears of it, and the log of its place. */
  void answering(IReplyCallback event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError e) {
      String fault = Failures.report(e);
      if (!event.isAcknowledged()) {
        send(event, desk.failed(event, fault));
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
   * @param done is called once, when the asker has been answered or cannot be
   */
  void later(IReplyCallback event, Consumer<Later> work, Runnable done) {
    if (closing) {
      done.run();
      send(event, desk.notice(event, "discord.closing"));
      return;
    }
    Later later = new Later(event, hook(event), done);
    promises.add(later);
    event
        .deferReply(true)
        .queue(
            acknowledged -> later.answering(() -> work.accept(later)),
            failure -> {
              Failures.report(failure);
              later.end();
            });
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
    if (posted.asMap().putIfAbsent(message, true) != null) {
      event.deferEdit().queue(null, Failures::report);
      return;
    }
    InteractionHook hook = hook(event);
    Promise promise = new Promise();
    promises.add(promise);
    event
        .deferEdit()
        .queue(
            acknowledged ->
                hook.sendMessage(reply.message())
                    .setEphemeral(false)
                    .queue(
                        shown ->
                            hook.editOriginal(Messages.pressed(event, label))
                                .queue(edited -> promise.end(), promise::fail),
                        failure -> {
                          posted.invalidate(message);
                          String fault = promise.fail(failure);
                          hook.sendMessage(
                                  desk.notice(event, "discord.cannot_post", fault).message())
                              .setEphemeral(true)
                              .queue(null, Failures::report);
                        }),
            failure -> {
              posted.invalidate(message);
              promise.fail(failure);
            });
  }

  /** Deletes the message of a button. */
  void delete(ButtonInteractionEvent event) {
    InteractionHook hook = hook(event);
    event
        .deferEdit()
        .queue(
            acknowledged -> hook.deleteOriginal().queue(null, Failures::report), Failures::report);
  }

  /** Something that takes more than one request. */
  private class Promise {

    /** It is done. */
    void end() {
      promises.remove(this);
    }

    /** It cannot be done; returns the id of what the log says. */
    String fail(Throwable failure) {
      end();
      return Failures.report(failure);
    }

    /** There is no time left for it. */
    void giveUp() {
      end();
    }
  }

  /** An answer that was promised to the asker. */
  final class Later extends Promise {

    private final IReplyCallback event;
    private final InteractionHook hook;
    private final Runnable done;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Later(IReplyCallback event, InteractionHook hook, Runnable done) {
      this.event = event;
      this.hook = hook;
      this.done = done;
    }

    /** Does a part of the work; if that fails, says so. */
    void answering(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError e) {
        finish(List.of(desk.failed(event, Failures.report(e))));
      }
    }

    /**
     * Puts the first answer where "thinking…" stands, and the others below it in their order.
     *
     * @param answers at least one
     */
    void finish(List<Reply> answers) {
      if (told.compareAndSet(false, true)) {
        edit(
            answers.get(0),
            () -> add(answers.subList(1, answers.size())),
            failure -> edit(desk.failed(event, Failures.report(failure)), this::end, this::fail));
      }
    }

    private void edit(Reply reply, Runnable then, Consumer<Throwable> failed) {
      hook.editOriginal(MessageEditData.fromCreateData(reply.message()))
          .queue(shown -> then.run(), failed);
    }

    private void add(List<Reply> more) {
      if (more.isEmpty()) {
        end();
        return;
      }
      hook.sendMessage(more.get(0).message())
          .setEphemeral(true)
          .queue(shown -> add(more.subList(1, more.size())), this::fail);
    }

    @Override
    void giveUp() {
      finish(List.of(desk.notice(event, "discord.closing")));
    }

    @Override
    void end() {
      super.end();
      if (ended.compareAndSet(false, true)) {
        done.run();
      }
    }
  }
}
