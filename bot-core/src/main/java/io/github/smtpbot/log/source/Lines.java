package io.github.smtpbot.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines, as soon as they are there. No line takes more memory than {@link
 * #LONGEST}; the rest of a longer one is skipped, but a long line of JSON comes in parts that end
 * behind a comma between two values, where JSON may have the end of a line. Each line has a charset
 * of its own: UTF-8, or else Windows-1252, in which every byte is a character.
 */
public final class Lines {

  /** What is read of a line, in bytes. */
  public static final int LONGEST = 64 << 10;

  /** What is read of a line of JSON, in bytes: a webhook brings many events in one. */
  public static final int LONGEST_JSON = 1 << 20;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private byte[] buffer = new byte[2 * LONGEST];
  private int from;
  private int to;
  private boolean cut;
  private boolean unfinished;

  /** Whether what comes next is the rest of a long line of JSON. */
  private boolean within;

  private long bytes;

  /** Reads this stream, which the caller closes. */
  public Lines(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, or null at the end of the stream. */
  public @Nullable String next() throws IOException {
    cut = false;
    unfinished = false;
    int scanned = from;
    int signs = 0;
    while (true) {
      byte[] lines = buffer;
      int at = scanned;
      int end = to;
      while (at < end) {
        byte b = lines[at];
        if (b == '\n') {
          break;
        }
        signs |= b;
        at++;
      }
      if (at - from > LONGEST_JSON && isJson()) {
        int part = part();
        if (part > 0) {
          return part(part, signs);
        }
      }
      if (at < end) {
        int length = at - from;
        cut = length > LONGEST && length > longest();
        unfinished = cut && isJson();
        String line = decode(from, cut ? from + longest() : at, signs);
        bytes += length + 1;
        from = at + 1;
        within = false;
        return line;
      }
      if (to - from > LONGEST && to - from > longest()) {
        return cutLine(signs);
      }
      scanned = at - from;
      boolean more = fill();
      scanned += from;
      if (!more) {
        return last(signs);
      }
    }
  }

  /** How long the part of a line of JSON is that is handed out alone; 0 if it holds no comma. */
  private int part() {
    boolean quoted = false;
    int part = 0;
    for (int at = from; at < from + LONGEST_JSON; at++) {
      byte b = buffer[at];
      if (quoted && b == '\\') {
        at++;
      } else if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && b == ',') {
        part = at + 1 - from;
      }
    }
    return part;
  }

  private String part(int length, int signs) {
    String line = decode(from, from + length, signs);
    bytes += length;
    from += length;
    within = true;
    return line;
  }

  /** Whether a whole line is here already, so that the next one is no wait. */
  public boolean ready() {
    for (int at = from; at < to; at++) {
      if (buffer[at] == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Whether the last line was longer than is read. */
  public boolean wasCut() {
    return cut;
  }

  /** Whether the last line was cut, and is of JSON: a beginning of that cannot be understood. */
  public boolean wasUnfinished() {
    return unfinished;
  }

  /** How many bytes the lines took until here, with their ends. */
  public long bytes() {
    return bytes;
  }

  private @Nullable String last(int signs) {
    if (from == to) {
      return null;
    }
    String line = decode(from, to, signs);
    bytes += to - from;
    from = to;
    within = false;
    return line;
  }

  private String cutLine(int signs) throws IOException {
    String line = decode(from, from + longest(), signs);
    cut = true;
    unfinished = isJson();
    within = false;
    while (true) {
      int at = from;
      while (at < to && buffer[at] != '\n') {
        at++;
      }
      boolean found = at < to;
      bytes += at - from + (found ? 1 : 0);
      from = found ? at + 1 : at;
      if (found || !fill()) {
        return line;
      }
    }
  }

  private int longest() {
    return isJson() ? LONGEST_JSON : LONGEST;
  }

  private boolean isJson() {
    byte first = buffer[from];
    return within || first == '{' || first == '[';
  }

  /** Reads on, in one call, so that a line is handed out as soon as it is there. */
  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, read);
    return read >= 0;
  }

  private String decode(int start, int end, int signs) {
    int length = end - start;
    if (length > 0 && buffer[end - 1] == '\r') {
      length--;
    }
    if (signs >= 0) {
      return new String(buffer, start, length, StandardCharsets.ISO_8859_1);
    }
    String line = new String(buffer, start, length, StandardCharsets.UTF_8);
    return line.indexOf(REPLACEMENT) < 0 ? line : new String(buffer, start, length, WINDOWS);
  }
}
