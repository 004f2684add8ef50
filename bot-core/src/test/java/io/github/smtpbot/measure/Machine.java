package io.github.smtpbot.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system tells about processes; on Linux, elsewhere only what Java knows. */
final class Machine {

  /** A tick of the CPU times in {@code /proc}, in milliseconds: always that on Linux. */
  private static final int TICK = 10;

  private static final Path LOAD = Path.of("/proc/loadavg");

  private Machine() {}

  /** The machine and how busy it is with other things: figures of a busy one say little. */
  static String describe() throws IOException {
    return String.format(
        "# %s %s, Java %s, %d processors, load %s",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Files.exists(LOAD) ? Files.readString(LOAD).strip() : "unknown");
  }

  /** Processor time that ended children of this process took, in milliseconds; 0 if unknown. */
  static long cpuOfChildren() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    // The second field is the name, which may hold anything; the others are parted by spaces.
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return TICK * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }

  /** Resident memory of a process in MiB. */
  static double resident(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS of process " + process.pid());
  }
}
