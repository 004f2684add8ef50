package io.github.smtpbot.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * From the start of the terminal program to the end of the printed answer, beside a Java program
 * that prints a word, in turns. Prints medians and ratios; the aim is at most three times.
 */
public final class StartMeasure {

  private static final int RUNS = 21;
  private static final int WARM_UPS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path cache;

  private StartMeasure(Path cache) {
    this.cache = cache;
  }

  /**
   * Measures.
   *
   * @param args the folder of the class {@link Hello}, the jar, and the launcher {@code
   *     bin/smtpbot}
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("smtpbot-start");
    try {
      new StartMeasure(folder.resolve("cache")).measure(folder, args[0], args[1], args[2]);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void measure(Path folder, String classes, String jar, String launcher)
      throws IOException, InterruptedException {
    Path hello = helloAlone(folder, Path.of(classes));
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put(
        "java Hello", List.of(Running.JAVA, "-cp", hello.toString(), Hello.class.getName()));
    programs.put("java -jar smtpbot.jar 252 501", List.of(Running.JAVA, "-jar", jar, "252", "501"));
    programs.put("bin/smtpbot 252 501", List.of(launcher, "252", "501"));
    makeArchive(launcher);
    System.out.println(Machine.describe());
    Map<String, Samples> wall = new LinkedHashMap<>();
    Map<String, Double> cpu = new LinkedHashMap<>();
    for (int run = -WARM_UPS; run < RUNS; run++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        long cpuBefore = Machine.cpuOfChildren();
        long start = System.nanoTime();
        run(program.getValue());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (run >= 0) {
          wall.computeIfAbsent(program.getKey(), key -> new Samples()).add(milliseconds);
          cpu.merge(
              program.getKey(), (double) (Machine.cpuOfChildren() - cpuBefore) / RUNS, Double::sum);
        }
      }
    }
    print(wall, cpu);
  }

  private static void print(Map<String, Samples> wall, Map<String, Double> cpu) {
    System.out.printf(
        "%-32s %10s %8s %12s %8s%n",
        "terminal start", "median ms", "ratio", "mean CPU ms", "ratio");
    String first = wall.keySet().iterator().next();
    wall.forEach(
        (name, samples) ->
            System.out.printf(
                "%-32s %10.0f %8.2f %12.0f %8.2f%n",
                name,
                samples.median(),
                samples.ratioTo(wall.getOrDefault(first, samples)),
                cpu.getOrDefault(name, 0.0),
                cpu.getOrDefault(name, 0.0) / cpu.getOrDefault(first, 1.0)));
  }

  /** The launcher's first start makes its archive in the background. */
  private void makeArchive(String launcher) throws IOException, InterruptedException {
    run(List.of(launcher, "252", "501"));
    Path archive = cache.resolve("smtpbot").resolve("classes.jsa");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(archive)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the launcher has made no " + archive);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** A folder with nothing but the class in it. */
  private static Path helloAlone(Path folder, Path classes) throws IOException {
    String file = Hello.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve("hello").resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(classes.resolve(file), copy);
    return folder.resolve("hello");
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    Process process = builder.start();
    int length = process.getInputStream().readAllBytes().length;
    if (process.waitFor() != 0 || length == 0) {
      throw new IOException("it fails: " + command);
    }
  }
}
