package io.github.smtpbot.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Time to ready and resident memory of a bot, beside the least that its library can be, both
 * against a fake platform in a process of its own. Prints medians and ratios; the aim is at most
 * 1.2 times.
 */
public final class BotMeasure {

  private static final int RUNS = 5;
  private static final int QUESTIONS = 100;
  private static final long IDLE_SECONDS = 5;

  /** The virtual machine as it sets itself up, as README.md does, and for the smallest bot. */
  private static final List<List<String>> FLAGS =
      List.of(
          List.of(),
          List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
          List.of("-XX:+UseSerialGC", "-Xmx128m"));

  /** What is measured of one program. */
  private record Measures(Samples ready, Samples cpu, Samples idle, Samples asked) {
    Measures() {
      this(new Samples(), new Samples(), new Samples(), new Samples());
    }
  }

  private BotMeasure() {}

  /**
   * Measures.
   *
   * @param args three commands, each after {@code --}, what follows {@code java}: the fake
   *     platform, the bare bot, our bot
   */
  public static void main(String[] args) throws Exception {
    List<List<String>> commands = commands(args);
    System.out.println(Machine.describe());
    for (List<String> flags : FLAGS) {
      Measures bare = new Measures();
      Measures ours = new Measures();
      for (int run = 0; run < RUNS; run++) {
        measure(commands.get(0), command(flags, commands.get(1)), bare);
        measure(commands.get(0), command(flags, commands.get(2)), ours);
      }
      print(flags, bare, ours);
    }
  }

  private static List<List<String>> commands(String... args) {
    List<List<String>> commands = new ArrayList<>();
    for (String arg : args) {
      if (arg.equals("--")) {
        commands.add(new ArrayList<>());
      } else {
        commands.get(commands.size() - 1).add(arg);
      }
    }
    return commands;
  }

  private static List<String> command(List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Running.JAVA);
    command.addAll(flags);
    command.addAll(arguments);
    return command;
  }

  private static void measure(List<String> platform, List<String> bot, Measures measures)
      throws Exception {
    Process fake =
        new ProcessBuilder(command(List.of(), platform))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = fake.inputReader(StandardCharsets.UTF_8)) {
      Map<String, String> settings = new LinkedHashMap<>();
      for (String line = next(said); !line.equals("listening"); line = next(said)) {
        int equals = line.indexOf('=');
        settings.put(line.substring(0, equals), line.substring(equals + 1));
      }
      ProcessBuilder builder =
          new ProcessBuilder(bot)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(settings);
      long start = System.nanoTime();
      Process started = builder.start();
      try {
        await(said, "ready");
        measures.ready().add((System.nanoTime() - start) / 1e6);
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        measures
            .cpu()
            .add(
                started
                    .info()
                    .totalCpuDuration()
                    .map(time -> (double) time.toMillis())
                    .orElse(0.0));
        measures.idle().add(Machine.resident(started));
        fake.getOutputStream().write((QUESTIONS + "\n").getBytes(StandardCharsets.UTF_8));
        fake.getOutputStream().flush();
        await(said, "answered");
        measures.asked().add(Machine.resident(started));
      } finally {
        stop(started);
      }
    } finally {
      stop(fake);
    }
  }

  private static String next(BufferedReader said) throws IOException {
    String line = said.readLine();
    if (line == null) {
      throw new IOException("the fake platform has ended");
    }
    return line;
  }

  private static void await(BufferedReader said, String word) throws IOException {
    String line = next(said);
    if (!line.equals(word)) {
      throw new IOException("expected " + word + ", the fake platform says: " + line);
    }
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static void print(List<String> flags, Measures bare, Measures ours) {
    System.out.printf(
        "%-32s %10s %10s %8s%n",
        flags.isEmpty() ? "no flags" : String.join(" ", flags), "bare", "smtpbot", "ratio");
    row("time to ready, ms", bare.ready(), ours.ready());
    row("CPU time when idle, ms", bare.cpu(), ours.cpu());
    row("resident when idle, MiB", bare.idle(), ours.idle());
    row("resident after " + QUESTIONS + ", MiB", bare.asked(), ours.asked());
  }

  private static void row(String what, Samples bare, Samples ours) {
    System.out.printf(
        "%-32s %10.0f %10.0f %8.2f%n", what, bare.median(), ours.median(), ours.ratioTo(bare));
  }
}
