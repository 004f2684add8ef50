package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import io.github.smtpbot.SmtpBot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where files are fetched and read: by threads that nothing else waits for, the files of few
 * messages at a time, and no more in memory than there is room for. Who comes when too many are
 * being read already is told so. Safe for use by many threads.
 */
final class FileReading {

  /** The files of how many messages are read at a time, one file of each after the other. */
  private static final int AT_ONCE = 3;

  /** The files of how many messages wait until others are read. */
  private static final int WAITING = 20;

  /** Of a file of one byte there are some sixteen while it is fetched, decoded and read. */
  private static final int COPIES = 16;

  private static final int LEAST = 64 * 1024;
  private static final int MOST = 64 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Executor executor;
  private final Lane lane;
  private final Semaphore memory;
  private final Semaphore unpacking;

  FileReading(Executor executor) {
    this(executor, Runtime.getRuntime().maxMemory());
  }

  /**
   * Reads by these threads.
   *
   * @param executor if it is shut down, what still waits is told so instead of being read
   * @param memory how much there is for all that the program does, in bytes
   */
  FileReading(Executor executor, long memory) {
    this.executor = executor;
    this.lane = new Lane(executor, AT_ONCE, WAITING);
    int room = (int) Math.max(SmtpBot.MAX_MESSAGE, Math.min(MOST, memory / COPIES));
    this.memory = new Semaphore(room, true);
    this.unpacking = new Semaphore(room / SmtpBot.MAX_MESSAGE, true);
  }

  /** As many permits as there may be files that are unpacked, each of which may be a large one. */
  Semaphore unpacking() {
    return unpacking;
  }

  /**
   * Goes on by a thread that may read files, if there are any.
   *
   * @param step is given the files; where too many are being read, such as are not read
   */
  void then(List<SlackFiles.Choice> files, Consumer<List<SlackFiles.Choice>> step) {
    if (files.isEmpty()) {
      step.accept(files);
      return;
    }
    try {
      lane.execute(() -> step.accept(files));
    } catch (RejectedExecutionException e) {
      step.accept(files.stream().map(SlackFiles.Choice::crowdedOut).toList());
    }
  }

  /**
   * Reads a file, which may take a while.
   *
   * @param reader as for {@link SlackFiles#read}; of a log, it holds no more than of a message
   */
  void read(Context context, SlackFiles.Choice file, SlackFiles.Reader reader)
      throws UnreadableFileException {
    if (executor instanceof ExecutorService threads && threads.isShutdown()) {
      throw new UnreadableFileException(Label.FILE_RESTART, file.name());
    }
    int room = Math.max(LEAST, Math.min(SmtpBot.MAX_MESSAGE, file.size()));
    if (!enter(room)) {
      throw new UnreadableFileException(Label.FILE_BUSY, file.name());
    }
    try {
      SlackFiles.read(context, file, reader);
    } finally {
      memory.release(room);
    }
  }

  private boolean enter(int room) {
    try {
      return memory.tryAcquire(room, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
