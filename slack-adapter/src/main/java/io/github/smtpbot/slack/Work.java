package io.github.smtpbot.slack;

import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Does slow work after the acknowledgement. Where Slack asks for patience, the work is done again
 * when Slack says, and no thread waits until then; where that is too long, or too much waits
 * already, it has failed. Safe for use by many threads.
 */
final class Work {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration MAX_PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_ATTEMPTS = 3;
  private static final int MAX_WAITING = 1_000;

  private final Executor executor;
  private final AtomicInteger waiting = new AtomicInteger();

  Work(Executor executor) {
    this.executor = executor;
  }

  /**
   * A piece of work. It is done from its beginning again when Slack asks for patience, so that what
   * is not to be done twice stands in a piece of its own.
   */
  interface Piece {
    void run() throws Exception;
  }

  /** What is done when a piece fails. */
  interface Failed {
    void because(Exception failure);
  }

  /** By another thread. */
  void later(Piece piece, Failed failed) {
    execute(executor, piece, failed, 1);
  }

  /** By another thread, not before this time. */
  void later(Duration pause, Piece piece, Failed failed) {
    execute(after(pause), piece, failed, 1);
  }

  /** By this thread. */
  void now(Piece piece, Failed failed) {
    attempt(piece, failed, 1);
  }

  private void execute(Executor by, Piece piece, Failed failed, int attempt) {
    try {
      by.execute(() -> attempt(piece, failed, attempt));
    } catch (RejectedExecutionException e) {
      failed.because(e);
    }
  }

  private void attempt(Piece piece, Failed failed, int attempt) {
    try {
      piece.run();
    } catch (Exception e) {
      Duration pause = pause(e);
      if (pause == null || attempt == MAX_ATTEMPTS || waiting.get() >= MAX_WAITING) {
        failed.because(e);
        return;
      }
      waiting.incrementAndGet();
      execute(
          again ->
              after(pause)
                  .execute(
                      () -> {
                        waiting.decrementAndGet();
                        again.run();
                      }),
          piece,
          failed,
          attempt + 1);
    }
  }

  private Executor after(Duration pause) {
    return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor);
  }

  /**
   * For how long to wait until it is done again; null if it is not. Of other failures than too many
   * calls, nobody knows whether the call was made.
   */
  private static @Nullable Duration pause(Exception failure) {
    if (failure instanceof SlackApiException answered
        && answered.getResponse().code() == TOO_MANY_REQUESTS) {
      Duration asked = RetryAfter.of(answered);
      return asked == null || asked.compareTo(MAX_PATIENCE) > 0 ? null : asked;
    }
    return null;
  }
}
