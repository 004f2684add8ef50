package io.github.smtpbot.measure;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.generate.GeneratedLog;
import io.github.smtpbot.log.generate.Shape;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Measures {@code smtpbot log} beside {@code pflogsumm} and {@code grep -c} on the same generated
 * Postfix log, each on one core: time and the most memory that a process had resident.
 */
final class LogMeasure {

  private static final int BYTES_PER_MESSAGE = 800;
  private static final int SEED = 1982;
  private static final int ROUNDS = 2;
  private static final long LOOK = 20;

  private LogMeasure() {}

  /**
   * Measures.
   *
   * @param args the jar of the program, its launcher, a folder for logs, and sizes in megabytes
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    String jar = args[0];
    String launcher = args[1];
    Path folder = Path.of(args[2]);
    for (String size : List.of(args).subList(3, args.length)) {
      Path log = folder.resolve("postfix-" + size + ".log");
      if (!Files.exists(log)) {
        write(log, Integer.parseInt(size));
      }
      double megabytes = Files.size(log) / 1e6;
      System.out.printf(Locale.ROOT, "%n%.0f MB%n", megabytes);
      run("grep -c", megabytes, "grep", "-c", "status=bounced", log.toString());
      double theirs = run("pflogsumm", megabytes, "pflogsumm", log.toString());
      double ours =
          run(
              "smtpbot log",
              megabytes,
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx128m",
              "-XX:+UseSerialGC",
              "-jar",
              jar,
              "log",
              "--json",
              log.toString());
      double launched = run("bin/smtpbot", megabytes, launcher, "log", "--json", log.toString());
      if (theirs > 0) {
        System.out.printf(
            Locale.ROOT,
            "as fast as pflogsumm: %.1f times, by the launcher %.1f times%n",
            theirs / ours,
            theirs / launched);
      }
      if (size.equals(args[3])) {
        diagnosed(log);
      }
    }
  }

  /** The best of some rounds, in seconds; 0 if there is no such program here. */
  private static double run(String name, double megabytes, String... command)
      throws IOException, InterruptedException {
    double best = Double.MAX_VALUE;
    long peak = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "1"));
      pinned.addAll(List.of(command));
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(pinned)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(new File("/dev/null"))
              .start();
      while (process.isAlive()) {
        peak = Math.max(peak, resident(process.pid()));
        Thread.sleep(LOOK);
      }
      if (process.exitValue() == 127) {
        System.out.println(name + ": not installed here");
        return 0;
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s %7.1f s  %6.0f MB/s  %5d MiB resident%n",
        name,
        best,
        megabytes / best,
        peak / 1024);
    return best;
  }

  /** The most that a process has had in memory, in KiB; 0 where the system does not tell. */
  private static long resident(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      return 0; // It has ended.
    }
    return 0;
  }

  private static void diagnosed(Path log) {
    Summariser summariser = SmtpBot.createUncached().summariser();
    MailLog.read(List.of(LogSource.of(log)), LogOptions.all(), summariser);
    System.out.printf(
        Locale.ROOT,
        "replies diagnosed: %d, for %d attempts that failed%n",
        summariser.diagnosed(),
        summariser.summary().groups().stream().mapToLong(group -> group.attempts()).sum());
  }

  private static void write(Path log, int megabytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      GeneratedLog.write(
          Shape.POSTFIX,
          EnumSet.allOf(Result.class),
          SEED,
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
