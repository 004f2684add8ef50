package io.github.smtpbot.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream whose beginning was read before. Unlike a {@code PushbackInputStream} it hands out the
 * beginning without waiting for more.
 */
final class Begun extends FilterInputStream {

  private final byte[] beginning;
  private int at;

  Begun(byte[] beginning, int from, int to, InputStream rest) {
    super(rest);
    this.beginning = Arrays.copyOfRange(beginning, from, to);
  }

  @Override
  public int read() throws IOException {
    return at < beginning.length ? beginning[at++] & 0xff : super.read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (at == beginning.length || length == 0) {
      return super.read(bytes, from, length);
    }
    int count = Math.min(length, beginning.length - at);
    System.arraycopy(beginning, at, bytes, from, count);
    at += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    return beginning.length - at + super.available();
  }

  @Override
  public long skip(long count) throws IOException {
    throw new IOException("Logs are read, not skipped");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
