package io.github.smtpbot.meter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers are shown, read from the environment.
 *
 * @param host the address or name that is listened on; loopback unless set
 * @param port 0 for any free port
 */
public record MeterSettings(String host, int port) {

  /** The setting that switches the numbers on. */
  public static final String PORT = "SMTPBOT_METRICS_PORT";

  /** The setting for others than this machine to see them. */
  public static final String HOST = "SMTPBOT_METRICS_HOST";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST = 65_535;

  /**
   * Reads the settings.
   *
   * @return null if the owner wants no numbers
   * @throws IllegalArgumentException if one is wrong; the message says which, and what it may be
   */
  public static @Nullable MeterSettings of(Map<String, String> environment) {
    String port = environment.getOrDefault(PORT, "").strip();
    String host = environment.getOrDefault(HOST, "").strip();
    if (port.isEmpty()) {
      if (!host.isEmpty()) {
        throw new IllegalArgumentException(
            HOST + " is set, but " + PORT + " is not, which switches the metrics on");
      }
      return null;
    }
    return new MeterSettings(host.isEmpty() ? LOOPBACK : host, number(port));
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= LARGEST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number that is no port.
    }
    throw new IllegalArgumentException(
        PORT + " is not a number from 0 to " + LARGEST + ", such as 9464");
  }
}
