package io.github.smtpbot.discord.bot;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that talk to Discord's REST interface, each of which waits for an answer. JDA would
 * start one for each answer that is under way, however many these are, and keep it for two minutes.
 */
final class RestThreads {

  /** At a tenth of a second for each, six hundred answers a second. */
  static final int MOST = 64;

  static final String NAME = "smtpbot-rest-";

  private static final Duration IDLE = Duration.ofSeconds(30);

  private RestThreads() {}

  /** No thread yet; they end when there is nothing to send. What waits is bounded by who asks. */
  static ExecutorService create() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, NAME + number.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
