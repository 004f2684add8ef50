package io.github.smtpbot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends where it breaks, so that what came before is not lost. Not safe for use by
 * many threads.
 */
final class Breaking extends FilterInputStream {

  private @Nullable IOException failure;

  Breaking(InputStream in) {
    super(in);
  }

  /** Why it broke; null if it has not. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    try {
      return failure == null ? in.read(into, from, length) : -1;
    } catch (IOException e) {
      failure = e;
      return -1;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
