package io.github.smtpbot.discord;

import io.github.smtpbot.Picture;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/** Sends replies, at once or after an acknowledgement. Safe for use by many threads. */
final class Sending {

  private final Answering answering;
  private final SecondAnswer second;

  private final Posted posted = new Posted();

  /** What was promised and is not done yet. */
  private final Set<Promise> promises = ConcurrentHashMap.newKeySet();

  private volatile boolean closing;

  Sending(Answering answering, SecondAnswer second) {
    this.answering = answering;
    this.second = second;
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
  void attempt(IReplyCallback event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError e) {
      String fault = Failures.report(e);
      if (!event.isAcknowledged()) {
        send(event, answering.failed(event, fault));
      }
    }
  }

  /** Replies at once; once more, in a few plain words if need be, where that is not taken. */
  void send(IReplyCallback event, Reply reply) {
    event
        .reply(reply.message())
        .setEphemeral(reply.isEphemeral())
        .queue(
            null,
            failure -> {
              String fault = Failures.report(failure);
              boolean other = Failures.isOfTheAnswer(failure) && !reply.hasPicture();
              again(event, failure, other ? answering.failed(event, fault) : reply);
            });
  }

  private void again(IReplyCallback event, Throwable failure, Reply reply) {
    if (Failures.mayAnswerAgain(failure)) {
      second.send(event, reply);
    }
  }

  /** Says that it cannot be done, where not even the acknowledgement was taken. */
  private void unacknowledged(IReplyCallback event, Throwable failure) {
    again(event, failure, answering.failed(event, Failures.report(failure)));
  }

  /** Replaces the message of a button. */
  void edit(ButtonInteractionEvent event, MessageEditData message) {
    event.editMessage(message).queue(null, failure -> unacknowledged(event, failure));
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
      send(event, answering.notice(event, Label.CLOSING));
      return;
    }
    Later later = new Later(event, hook(event), done);
    promises.add(later);
    event
        .deferReply(true)
        .queue(
            acknowledged -> later.attempt(() -> work.accept(later)),
            failure -> {
              unacknowledged(event, failure);
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
   * @param picture that the message of the button has, or null
   */
  void post(ButtonInteractionEvent event, Reply reply, String label, @Nullable Picture picture) {
    long message = event.getMessageIdLong();
    if (!posted.claim(message)) {
      event.deferEdit().queue(null, failure -> unacknowledged(event, failure));
      return;
    }
    InteractionHook hook = hook(event);
    Promise promise = new Promise();
    promises.add(promise);
    Runnable then =
        () ->
            hook.editOriginal(Messages.pressed(event, label, List.of(), picture))
                .queue(edited -> promise.end(), promise::fail);
    Consumer<Throwable> failed =
        failure -> {
          posted.release(message);
          String fault = promise.fail(failure);
          hook.sendMessage(answering.notice(event, Label.CANNOT_POST, fault).message())
              .setEphemeral(true)
              .queue(null, Failures::report);
        };
    event
        .deferEdit()
        .queue(
            acknowledged -> followUp(hook, reply, then, failed),
            failure -> {
              posted.release(message);
              promise.end();
              unacknowledged(event, failure);
            });
  }

  /** Shows it to all; without its picture, if Discord does not take that. */
  private static void followUp(
      InteractionHook hook, Reply reply, Runnable then, Consumer<Throwable> failed) {
    hook.sendMessage(reply.message())
        .setEphemeral(false)
        .queue(
            shown -> then.run(),
            failure -> {
              if (reply.hasPicture() && Failures.isOfTheAnswer(failure)) {
                Failures.report(failure);
                followUp(hook, reply.withoutPicture(), then, failed);
              } else {
                failed.accept(failure);
              }
            });
  }

  /** Deletes the message of a button. */
  void delete(ButtonInteractionEvent event) {
    InteractionHook hook = hook(event);
    event
        .deferEdit()
        .queue(
            acknowledged -> hook.deleteOriginal().queue(null, Failures::report),
            failure -> unacknowledged(event, failure));
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
    void attempt(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError e) {
        finish(answering.failed(event, Failures.report(e)));
      }
    }

    /** Puts the answer where "thinking…" stands. */
    void finish(Reply answer) {
      if (told.compareAndSet(false, true)) {
        show(answer);
      }
    }

    /** What Discord does not take is tried without its picture, then told to have failed. */
    private void show(Reply answer) {
      edit(
          answer,
          this::end,
          failure -> {
            String fault = Failures.report(failure);
            if (answer.hasPicture()) {
              show(answer.withoutPicture());
            } else {
              edit(answering.failed(event, fault), this::end, this::fail);
            }
          });
    }

    private void edit(Reply reply, Runnable then, Consumer<Throwable> failed) {
      hook.editOriginal(MessageEditData.fromCreateData(reply.message()))
          .queue(shown -> then.run(), failed);
    }

    @Override
    void giveUp() {
      finish(answering.notice(event, Label.CLOSING));
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
