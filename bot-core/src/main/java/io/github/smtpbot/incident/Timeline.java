package io.github.smtpbot.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much failed when, for a picture: in each period, how many deliveries failed so for the first
 * time. A retry is not counted again.
 *
 * @param start of the first period
 * @param width of each period
 * @param groups for each group that was asked for, its counts by period
 * @param others the counts of all other groups
 * @param mail how many deliveries were seen for the first time, whatever came of them
 */
public record Timeline(
    Instant start, Duration width, List<List<Long>> groups, List<Long> others, List<Long> mail) {

  /** How many periods there are. */
  public int periods() {
    return mail.size();
  }

  /** When a period begins. */
  public Instant start(int period) {
    return start.plus(width.multipliedBy(period));
  }

  /** How many failures of all groups there are in a period. */
  public long failed(int period) {
    return others.get(period) + groups.stream().mapToLong(group -> group.get(period)).sum();
  }
}
