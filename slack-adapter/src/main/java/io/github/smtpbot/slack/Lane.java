package io.github.smtpbot.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Some of the threads that there are, for slow tasks: few at a time, so that however slow those
 * are, there are threads left for others; and no more wait than will be done soon. Safe for use by
 * many threads.
 */
final class Lane implements Executor {

  private final Executor executor;
  private final int atOnce;
  private final int waiting;
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private int running;

  /**
   * A lane on these threads.
   *
   * @param atOnce how many of them it takes
   * @param waiting how many tasks wait for one of these
   */
  Lane(Executor executor, int atOnce, int waiting) {
    this.executor = executor;
    this.atOnce = atOnce;
    this.waiting = waiting;
  }

  /**
   * Does this when others are done.
   *
   * @throws RejectedExecutionException if as many wait already, or there are no threads any more
   */
  @Override
  public void execute(Runnable task) {
    synchronized (queue) {
      if (running == atOnce) {
        if (queue.size() == waiting) {
          throw new RejectedExecutionException("too many tasks");
        }
        queue.add(task);
        return;
      }
      running++;
    }
    try {
      executor.execute(() -> runAll(task));
    } catch (RejectedExecutionException e) {
      synchronized (queue) {
        running--;
      }
      throw e;
    }
  }

  private void runAll(Runnable first) {
    for (Runnable task = first; task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        // Those who wait are read all the same.
        Failures.report(e);
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (queue) {
      Runnable task = queue.poll();
      if (task == null) {
        running--;
      }
      return task;
    }
  }
}
