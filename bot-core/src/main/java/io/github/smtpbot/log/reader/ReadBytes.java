package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.source.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;

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
  InputStream of(InputStream stream) throws IOException {
    return BoundedInputStream.builder().setInputStream(stream).setAfterRead(this::count).get();
  }

  void end() {
    progress.read(read, all);
  }

  private void count(int more) {
    read += Math.max(0, more);
    if (read - told >= STEP) {
      told = read;
      progress.read(read, all);
    }
  }
}
