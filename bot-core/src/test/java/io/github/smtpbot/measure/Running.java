package io.github.smtpbot.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a Java process that runs holds, for {@code bin/soak}. */
public final class Running {

  private Running() {}

  /** Its resident memory, its threads, and what is alive of its heap after a collection. */
  public static String describe(Process process) throws IOException, InterruptedException {
    StringBuilder told = new StringBuilder();
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        told.append("resident MiB: ").append(Long.parseLong(digits(line)) / 1024);
      } else if (line.startsWith("Threads:")) {
        told.append(", threads: ").append(digits(line));
      }
    }
    return told.append(", live heap MiB: ").append(liveHeap(process)).toString();
  }

  private static String digits(String line) {
    return line.replaceAll("[^0-9]", "");
  }

  /** As {@code jcmd} tells it; -1 if it does not. */
  private static long liveHeap(Process process) throws IOException, InterruptedException {
    Process histogram =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String all = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    histogram.waitFor();
    return all.lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.trim().split(" +", -1)[2]) / (1024 * 1024))
        .findFirst()
        .orElse(-1);
  }
}
