package io.github.smtpbot.console;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows on a terminal how far reading has come; in a pipe, nothing. */
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final long PAUSE = 200_000_000;
  private static final double MEGABYTE = 1024.0 * 1024;

  private final PrintWriter out;
  private final boolean shown;
  private final long start;
  private long last;
  private boolean drawn;

  private ProgressBar(PrintWriter out, boolean shown) {
    this.out = out;
    this.shown = shown;
    this.start = System.nanoTime();
    this.last = start;
  }

  static ProgressBar of(Main.Surroundings surroundings) {
    return new ProgressBar(surroundings.err(), surroundings.terminal());
  }

  /** Shows that so much was read, of so much; a negative number is not known. */
  void at(long read, long of) {
    long now = System.nanoTime();
    if (!shown || now - last < PAUSE) {
      return;
    }
    last = now;
    drawn = true;
    double megabytes = read / MEGABYTE;
    String speed =
        String.format(
            Locale.ROOT, "%.0f MB, %.0f MB/s", megabytes, megabytes * 1e9 / (now - start));
    if (of > 0) {
      int full = (int) Math.min(WIDTH, read * WIDTH / of);
      out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + speed + "   ");
    } else {
      out.print("\r" + speed + "   ");
    }
    out.flush();
  }

  @Override
  public void close() {
    if (drawn) {
      out.print("\r" + " ".repeat(WIDTH * 2) + "\r");
      out.flush();
    }
  }
}
