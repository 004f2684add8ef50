package io.github.smtpbot.discord.bot;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which the program answers, so that the gateway's thread is free for heartbeats and
 * for the next question. They end when nobody asks.
 */
final class EventThreads extends ThreadPoolExecutor {

  private static final Duration IDLE = Duration.ofSeconds(30);

  /** Whoever waits behind so many has gone: Discord gives an answer three seconds to begin. */
  private static final int WAITING = 10_000;

  private final AtomicInteger unfinished = new AtomicInteger();

  private EventThreads(int threads, AtomicInteger number) {
    super(
        threads,
        threads,
        IDLE.toSeconds(),
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(WAITING),
        task -> new Thread(task, "smtpbot-events-" + number.incrementAndGet()));
    allowCoreThreadTimeOut(true);
  }

  /** Two for each processor. */
  static EventThreads create() {
    return new EventThreads(2 * Runtime.getRuntime().availableProcessors(), new AtomicInteger());
  }

  @Override
  public void execute(Runnable task) {
    unfinished.incrementAndGet();
    try {
      super.execute(task);
    } catch (RuntimeException e) {
      unfinished.decrementAndGet();
      throw e;
    }
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable failure) {
    unfinished.decrementAndGet();
    super.afterExecute(task, failure);
  }

  /** Whether something is being done or waits to be. */
  boolean isBusy() {
    return unfinished.get() > 0;
  }
}
