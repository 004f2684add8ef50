package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import java.util.function.Consumer;

/**
 * Understands the lines of one format. Remembers what later lines need (the sender of a queue id,
 * the columns of a CSV file) in bounded memory. Not thread-safe: one for each run.
 */
public interface FormatReader {

  /**
   * Reads one line.
   *
   * @param line the next one, in the order of the log
   * @param deliveries takes each delivery that the line tells of, before this method returns
   * @return whether the line is one of this format, even if it tells of no delivery
   */
  boolean read(LogLine line, Consumer<? super Delivery> deliveries);

  /** Tells of what was still open when the log ended, if the format has such a thing. */
  default void end(Consumer<? super Delivery> deliveries) {}
}
