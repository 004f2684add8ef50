package io.github.smtpbot.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the start of the terminal program to the end of the printed answer, beside a Java program
 * that prints a word, in turns. Prints medians and ratios; the aim is at most three times.
 */
public final class StartMeasure {

  private static final int RUNS = 21;
  private static final int WARM_UPS = 2;

  private StartMeasure() {}

  /**
   * Measures.
   *
   * @param args the folder of the class {@link Hello}, the jar, and the launcher {@code
   *     bin/smtpbot}
   */
  public static void main(String[] args) throws Exception {
    String classes = args[0];
    String jar = args[1];
    String launcher = args[2];
    Path hello = helloAlone(Path.of(classes));
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put(
        "java Hello", List.of(Machine.java(), "-cp", hello.toString(), Hello.class.getName()));
    programs.put(
        "java -jar smtpbot.jar 252 501", List.of(Machine.java(), "-jar", jar, "252", "501"));
    programs.put("bin/smtpbot 252 501", List.of(launcher, "252", "501"));
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

  /** A folder with nothing but the class in it. */
  private static Path helloAlone(Path classes) throws IOException {
    Path folder = Files.createTempDirectory("smtpbot-hello");
    String file = Hello.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(classes.resolve(file), copy);
    List<Path> made = new ArrayList<>(List.of(copy));
    for (Path at = copy.getParent(); at != null && at.startsWith(folder); at = at.getParent()) {
      made.add(at);
    }
    // Deleted in reverse.
    for (int i = made.size() - 1; i >= 0; i--) {
      made.get(i).toFile().deleteOnExit();
    }
    return folder;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int length = process.getInputStream().readAllBytes().length;
    if (process.waitFor() != 0 || length == 0) {
      throw new IOException("it fails: " + command);
    }
  }
}
