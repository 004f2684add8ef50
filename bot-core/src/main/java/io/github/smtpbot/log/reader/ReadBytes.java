package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.source.LogSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Counts the bytes of all sources as they are read, and tells how far it has come. */
final class ReadBytes {

  private static final long STEP = 1 << 20;

  private final LogOptions.Progress progress;
  private final long all;
  private long read;
  private long told;

  private ReadBytes(long all, LogOptions.Progress progress) {
    this.all = all;
    this.progress = progress;
  }

  static ReadBytes of(List<LogSource> sources, LogOptions.Progress progress) {
    boolean known = sources.stream().allMatch(source -> source.size() >= 0);
    return new ReadBytes(known ? sources.stream().mapToLong(LogSource::size).sum() : -1, progress);
  }

  /** The same stream, counted. */
  InputStream of(InputStream stream) {
    return new Counted(stream);
  }

  void end() {
    progress.read(read, all);
  }

  private void count(long more) {
    read += Math.max(0, more);
    if (read - told >= STEP) {
      told = read;
      progress.read(read, all);
    }
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      count(count);
      return count;
    }
  }
}
