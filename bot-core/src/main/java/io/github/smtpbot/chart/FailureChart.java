package io.github.smtpbot.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures over time, a band for each group.
 *
 * @param start of the first step
 * @param step how long each step is
 * @param zone in which times are written
 * @param bands at most {@link #MAX_BANDS}, the largest first; all of as many steps
 * @param mark where something changed, or null
 */
public record FailureChart(
    Instant start, Duration step, ZoneId zone, List<Band> bands, @Nullable Mark mark) {

  /** As many colours as can be told apart, by the colour-blind too. */
  public static final int MAX_BANDS = 7;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are no bands or too many, or they differ in length
   */
  public FailureChart {
    bands = List.copyOf(bands);
    if (bands.isEmpty() || bands.size() > MAX_BANDS) {
      throw new IllegalArgumentException("bands: " + bands.size());
    }
    int steps = bands.get(0).counts().size();
    if (steps == 0 || bands.stream().anyMatch(band -> band.counts().size() != steps)) {
      throw new IllegalArgumentException("bands of different lengths, or of none");
    }
  }

  /** How many steps there are. */
  public int steps() {
    return bands.get(0).counts().size();
  }

  /**
   * One group.
   *
   * @param name as it is shown
   * @param counts of each step, none negative
   */
  public record Band(String name, List<Long> counts) {

    /** Copies the list. */
    public Band {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A moment, marked by a line.
   *
   * @param time of the mark
   * @param label beside the line
   */
  public record Mark(Instant time, String label) {}
}
