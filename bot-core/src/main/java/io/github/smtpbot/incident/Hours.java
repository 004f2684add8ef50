package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts attempts by the quarter of the hour. Where there are more than {@value #MOST} of those
 * with anything in them, four are put together, as often as needed.
 */
final class Hours {

  /** A year of quarters of an hour is more. */
  static final int MOST = 20_000;

  private static final int QUARTER = 900;
  private static final int TOGETHER = 4;

  /** By this the longest time there is fits in one. */
  private static final int MOST_LEVELS = 20;

  private NavigableMap<Long, long[]> counts = new TreeMap<>();
  private int level;

  /** How long one period is. */
  Duration width() {
    return Duration.ofSeconds(seconds());
  }

  private long seconds() {
    return QUARTER * (1L << (2 * level));
  }

  void add(long second, Result result) {
    add(Math.floorDiv(second, seconds()), Results.place(result), 1);
    bound();
  }

  private void add(long period, int result, long count) {
    counts.computeIfAbsent(period, none -> new long[Results.COUNT])[result] += count;
  }

  private void bound() {
    while (counts.size() > MOST && level < MOST_LEVELS) {
      coarsen();
    }
  }

  private void coarsen() {
    NavigableMap<Long, long[]> finer = counts;
    counts = new TreeMap<>();
    level++;
    finer.forEach(
        (period, each) -> {
          for (int result = 0; result < each.length; result++) {
            add(Math.floorDiv(period, TOGETHER), result, each[result]);
          }
        });
  }

  void addAll(Hours other) {
    Hours same = other.copy();
    while (level < same.level) {
      coarsen();
    }
    while (same.level < level) {
      same.coarsen();
    }
    same.counts.forEach(
        (period, each) -> {
          for (int result = 0; result < each.length; result++) {
            add(period, result, each[result]);
          }
        });
    bound();
  }

  /** The counts of each period that holds any, by its beginning. */
  NavigableMap<Instant, long[]> each() {
    NavigableMap<Instant, long[]> all = new TreeMap<>();
    counts.forEach(
        (period, each) -> all.put(Instant.ofEpochSecond(period * seconds()), each.clone()));
    return all;
  }

  Hours copy() {
    Hours copy = new Hours();
    copy.level = level;
    counts.forEach((period, each) -> copy.counts.put(period, each.clone()));
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(level);
    out.writeInt(counts.size());
    for (Map.Entry<Long, long[]> period : counts.entrySet()) {
      out.writeLong(period.getKey());
      for (long count : period.getValue()) {
        out.writeLong(count);
      }
    }
  }

  static Hours read(DataInputStream in) throws IOException {
    Hours read = new Hours();
    read.level = in.readUnsignedByte();
    if (read.level > MOST_LEVELS) {
      throw new IOException("no summary: a number is out of range");
    }
    int size = Limits.count(in, MOST);
    for (int i = 0; i < size; i++) {
      long period = in.readLong();
      if (period < 0 || period > Outcomes.NO_TIME / read.seconds()) {
        throw new IOException("no summary: a time is out of range");
      }
      for (int result = 0; result < Results.COUNT; result++) {
        read.add(period, result, Limits.amount(in));
      }
    }
    return read;
  }
}
