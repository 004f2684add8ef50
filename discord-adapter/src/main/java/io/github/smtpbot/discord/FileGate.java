package io.github.smtpbot.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.SmtpBot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.entities.Message.Attachment;

/**
 * Bounds what reading files may cost: how many bytes are in memory at a time, and how often one
 * person may ask. Holds ids of persons for a moment, and nothing of what is in files. Thread-safe.
 */
final class FileGate {

  /** What a question with files sets aside at the least, in bytes. */
  static final int LEAST = 64 * 1024;

  private static final int MIB = 1024 * 1024;

  /** Of a file of one byte there are some sixteen while it is downloaded, decoded and read. */
  private static final int COPIES = 16;

  private static final int MOST = 64 * MIB;

  private static final int QUESTIONS = 6;
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final int MAX_PERSONS = 10_000;

  private final Semaphore free;
  private final Semaphore unpacking;
  private final int questions;
  private final Cache<String, AtomicInteger> asked;

  /**
   * A gate.
   *
   * @param bytes how many may be in memory at a time
   * @param questions how many with files one person may ask within that time
   */
  FileGate(int bytes, int questions, Duration within) {
    this.free = new Semaphore(bytes);
    this.unpacking = new Semaphore(Math.max(1, bytes / SmtpBot.MAX_MESSAGE), true);
    this.questions = questions;
    this.asked =
        Caffeine.newBuilder()
            .maximumSize(MAX_PERSONS)
            .expireAfterWrite(within)
            .executor(Runnable::run)
            .build();
  }

  /** A gate for a program with so much memory, in bytes. */
  static FileGate of(long memory) {
    return new FileGate(bytes(memory), QUESTIONS, WITHIN);
  }

  /** How many bytes of files may be in so much memory; one large file at the least. */
  static int bytes(long memory) {
    return (int) Math.max(SmtpBot.MAX_MESSAGE, Math.min(MOST, memory / COPIES));
  }

  /** How many bytes of a file are read at the most. */
  static int most(Attachment file) {
    return Math.max(LEAST, Math.min(SmtpBot.MAX_MESSAGE, file.getSize()));
  }

  /** How many bytes a question takes; its files are read one after the other. */
  private static int bytes(List<Attachment> files) {
    return files.stream().mapToInt(FileGate::most).max().orElse(LEAST);
  }

  /**
   * As many permits as there may be files that are unpacked: what is packed may be much more than
   * was set aside for it.
   */
  Semaphore unpacking() {
    return unpacking;
  }

  /** What comes of asking to read files. */
  sealed interface Entry permits Pass, Refusal {}

  /** The files may be read. */
  final class Pass implements Entry {
    private final AtomicInteger bytes;

    private Pass(int bytes) {
      this.bytes = new AtomicInteger(bytes);
    }

    /** They have been read, or will not be; of no effect the second time. */
    void leave() {
      free.release(bytes.getAndSet(0));
    }
  }

  /**
   * The files may not be read.
   *
   * @param reason says why
   */
  record Refusal(Label reason) implements Entry {}

  /** Asks to read these files. */
  Entry enter(String person, List<Attachment> files) {
    if (asked.get(person, any -> new AtomicInteger()).incrementAndGet() > questions) {
      return new Refusal(Label.FILE_TOO_OFTEN);
    }
    int bytes = bytes(files);
    return free.tryAcquire(bytes) ? new Pass(bytes) : new Refusal(Label.FILE_BUSY);
  }
}
