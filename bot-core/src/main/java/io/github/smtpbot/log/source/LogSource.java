package io.github.smtpbot.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stream to read a log from. Nothing is opened before its turn.
 *
 * @param name as the caller gave it, for messages
 * @param opener opens it, once
 * @param size of the stream as it lies there, packed or not, in bytes; negative if not known
 * @param written when the last line was written, which tells the year of dates without one; null
 *     for a log that is being written now
 */
public record LogSource(String name, Opener opener, long size, @Nullable Instant written) {

  /** Opens a stream. */
  @FunctionalInterface
  public interface Opener {

    /** The stream, from its beginning; the reader closes it. */
    InputStream open() throws IOException;
  }

  /** What a stream brings, such as standard input, or a file that is being sent. */
  public static LogSource of(String name, InputStream stream) {
    return new LogSource(name, () -> stream, -1, null);
  }

  /** A file, packed or not. One that cannot be read is told of when its turn comes. */
  public static LogSource of(Path file) {
    return of(file.toString(), file);
  }

  static LogSource of(String name, Path file) {
    long size = -1;
    Instant written = null;
    try {
      if (Files.isRegularFile(file)) {
        size = Files.size(file);
        written = Files.getLastModifiedTime(file).toInstant();
      }
    } catch (IOException e) {
      // The reader opens it, and tells what is wrong with it.
      size = -1;
    }
    return new LogSource(name, () -> Files.newInputStream(file), size, written);
  }
}
