package io.github.smtpbot.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Java process that runs, and what it holds: for tests, measures and {@code bin/soak}. */
public final class Running {

  /** The program that runs this. */
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final int PATIENCE = 15;

  private Running() {}

  /**
   * A program of this class path in this Java, not started yet.
   *
   * @param options of Java
   */
  public static ProcessBuilder program(List<String> options, Class<?> program, String... args) {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }

  /**
   * Starts this Java with these arguments; only its errors are shown. It ends with this program,
   * however that ends.
   *
   * @param settings for its environment
   */
  public static Process java(List<String> args, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(args);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(settings);
    Process started = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  /**
   * Waits a minute for it.
   *
   * @throws IOException if it has ended, or that is not so after a minute
   */
  public static void await(Process process, BooleanSupplier so)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!so.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(process.isAlive() ? "nothing after a minute" : "it has ended");
      }
      Thread.sleep(20);
    }
  }

  /** Asks it to end, and ends it if it does not within fifteen seconds. */
  public static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** Its resident memory, its threads, and what is alive of its heap after a collection. */
  public static String describe(Process process) throws IOException, InterruptedException {
    if (!process.isAlive()) {
      return "it has ended, exit code " + process.exitValue();
    }
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
