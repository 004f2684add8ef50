package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.generate.GeneratedLog;
import io.github.smtpbot.log.generate.Shape;
import io.github.smtpbot.log.source.LogSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Measures how fast a Postfix log is read, plain and packed. Arguments: a folder for the logs, and
 * their size in megabytes.
 */
final class LogReadingBenchmark {

  private static final int BYTES_PER_MESSAGE = 800;
  private static final int ROUNDS = 5;

  private LogReadingBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int megabytes = Integer.parseInt(args[1]);
    Path plain = folder.resolve("generated-" + megabytes + ".log");
    if (!Files.exists(plain)) {
      write(plain, megabytes);
    }
    Path packed = folder.resolve("generated-" + megabytes + ".log.gz");
    if (!Files.exists(packed)) {
      try (InputStream in = Files.newInputStream(plain);
          OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
        in.transferTo(out);
      }
    }
    for (Path log : List.of(plain, packed)) {
      for (int round = 1; round <= ROUNDS; round++) {
        measure(log);
      }
    }
  }

  private static void measure(Path log) {
    long[] failed = new long[1];
    long start = System.nanoTime();
    LogCount count =
        MailLog.read(
            List.of(LogSource.of(log)),
            Read.UTC,
            delivery -> {
              if (delivery.result() != Result.DELIVERED) {
                failed[0]++;
              }
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %d lines, %d unknown, %d failures, %.2f s, %.0f MB/s%n",
        log.getFileName(),
        count.lines(),
        count.unknownLines(),
        failed[0],
        seconds,
        count.bytes() / 1e6 / seconds);
  }

  private static void write(Path log, int megabytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      GeneratedLog.write(
          Shape.POSTFIX,
          EnumSet.allOf(Result.class),
          1982,
          (int) (megabytes * 1e6 / BYTES_PER_MESSAGE),
          line -> {
            try {
              out.write(line);
              out.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          delivery -> {});
    }
  }
}
