package io.github.smtpbot.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Failures over time, a band for each group.
 *
 * @param start of the first step
 * @param step how long each step is
 * @param zone in which times are written
 * @param bands at most {@link #MAX_BANDS}, the lowest first; all of as many steps
 * @param marks where something changed, the first before the last; at most {@link #MAX_MARKS}
 * @param texts what is written around it
 */
public record FailureChart(
    Instant start, Duration step, ZoneId zone, List<Band> bands, List<Mark> marks, Texts texts) {

  /** As many colours as can be told apart, by the colour-blind too. */
  public static final int MAX_BANDS = 7;

  /** The beginning of a change, and its end. */
  public static final int MAX_MARKS = 2;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there are no bands or too many, or they differ in length;
   *     if there are too many marks
   */
  public FailureChart {
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
    if (marks.size() > MAX_MARKS) {
      throw new IllegalArgumentException("marks: " + marks.size());
    }
    if (bands.isEmpty() || bands.size() > MAX_BANDS) {
      throw new IllegalArgumentException("bands: " + bands.size());
    }
    int steps = bands.get(0).counts().size();
    if (steps == 0 || bands.stream().anyMatch(band -> band.counts().size() != steps)) {
      throw new IllegalArgumentException("bands of different lengths, or of none");
    }
  }

  /** The end of the last step. */
  public Instant end() {
    return start.plus(step.multipliedBy(steps()));
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
   * @param rest whether it is all that has no band of its own
   */
  public record Band(String name, List<Long> counts, boolean rest) {

    /** Copies the list. */
    public Band {
      counts = List.copyOf(counts);
    }

    /** A group that has a band of its own. */
    public Band(String name, List<Long> counts) {
      this(name, counts, false);
    }
  }

  /**
   * What is written around a chart; what is empty is left out.
   *
   * @param title above it
   * @param counts what its heights are
   * @param times what its width is: the date, and the time zone
   * @param description the same as the whole chart, for those who do not see it
   */
  public record Texts(String title, String counts, String times, String description) {}

  /**
   * A moment, marked by a line.
   *
   * @param time of the mark
   * @param label beside the line
   */
  public record Mark(Instant time, String label) {}
}
