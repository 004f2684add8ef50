package io.github.smtpbot.console;

import io.github.smtpbot.chart.ChartException;
import io.github.smtpbot.chart.ChartPicture;
import io.github.smtpbot.chart.FailureChart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a picture to a file: all of it, or nothing. */
final class ChartFile {

  private static final String PNG = ".png";
  private static final String SVG = ".svg";

  private ChartFile() {}

  /** Whether the name tells one of the two kinds of picture. */
  static boolean isPicture(Path file) {
    return ends(file, PNG) || ends(file, SVG);
  }

  /**
   * Writes the picture.
   *
   * @param file {@linkplain #isPicture a picture}
   * @return what went wrong, as a sentence; null if nothing did
   */
  static @Nullable String write(Path file, FailureChart chart) {
    byte[] picture;
    try {
      picture =
          ends(file, PNG)
              ? ChartPicture.png(chart)
              : ChartPicture.svg(chart).getBytes(StandardCharsets.UTF_8);
    } catch (ChartException e) {
      return "no picture was drawn: this Java has no fonts or no java.desktop module";
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, picture);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return null;
    } catch (IOException e) {
      forget(part);
      return "the picture could not be written to "
          + file
          + ": see that its folder exists, may be written to, and that the disk has room";
    }
  }

  private static void forget(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // Nothing was written there.
      return;
    }
  }

  private static boolean ends(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
