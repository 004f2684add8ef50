package io.github.smtpbot.log.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after so many bytes, so that what is packed cannot be unpacked without end. */
final class Bounded extends FilterInputStream {

  private long left;
  private boolean cut;

  Bounded(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  /** Whether there was more than was handed out. */
  boolean isCut() {
    return cut;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      cut = cut || super.read() >= 0;
      return -1;
    }
    int read = super.read(buffer, from, (int) Math.min(left, length));
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(left, Math.max(0, count)));
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
