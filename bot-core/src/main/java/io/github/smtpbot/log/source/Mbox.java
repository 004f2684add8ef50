package io.github.smtpbot.log.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Parts a mailbox in the mbox format (RFC 4155) into its messages, one after the other. Of each its
 * beginning is kept, in which a bounce says why; the rest is passed over.
 */
public final class Mbox {

  /** What is read of a message, in bytes. */
  public static final int LONGEST = 1 << 20;

  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  private final InputStream in;
  private boolean ended;
  private boolean started;

  /** Reads this stream, which the caller closes. */
  public Mbox(InputStream in) {
    this.in = new BufferedInputStream(in, 64 << 10);
  }

  /** The next message without its {@code From } line, or null at the end. */
  public byte @Nullable [] next() throws IOException {
    if (ended) {
      return null;
    }
    if (!started) {
      started = true;
      skipLine();
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean blank = false;
    while (true) {
      int matched = 0;
      int c = in.read();
      while (blank && matched < FROM.length && c == FROM[matched]) {
        matched++;
        c = matched < FROM.length ? in.read() : c;
      }
      if (matched == FROM.length) {
        skipLine();
        return message.toByteArray();
      }
      keep(message, FROM, matched);
      int length = matched;
      while (c >= 0 && c != '\n') {
        if (c != '\r') {
          length++;
        }
        keep(message, c);
        c = in.read();
      }
      if (c < 0) {
        ended = true;
        return message.size() == 0 ? null : message.toByteArray();
      }
      keep(message, c);
      blank = length == 0;
    }
  }

  private void skipLine() throws IOException {
    int c = in.read();
    while (c >= 0 && c != '\n') {
      c = in.read();
    }
  }

  private static void keep(ByteArrayOutputStream message, byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      keep(message, bytes[i]);
    }
  }

  private static void keep(ByteArrayOutputStream message, int c) {
    if (message.size() < LONGEST) {
      message.write(c);
    }
  }
}
