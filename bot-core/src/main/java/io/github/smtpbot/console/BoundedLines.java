package io.github.smtpbot.console;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines, of which none can take more memory than allowed: the rest of a longer one is
 * skipped.
 */
final class BoundedLines {

  private final Reader reader;
  private final int limit;
  private boolean cut;

  /**
   * Reads from a buffered reader.
   *
   * @param limit in characters
   */
  BoundedLines(Reader reader, int limit) {
    this.reader = reader;
    this.limit = limit;
  }

  /** The next line without its end, or null at the end of the input. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    cut = false;
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < limit) {
        line.append((char) c);
      } else {
        cut = true;
      }
      c = reader.read();
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }

  /** Whether the last line was longer than allowed. */
  boolean wasCut() {
    return cut;
  }

  /** Whether the next line can be read without waiting. */
  boolean ready() throws IOException {
    return reader.ready();
  }
}
