package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;

/**
 * Counts attempts by name and result: exactly for some thousands of names, of more those that occur
 * most, each with at most {@link #error} too few.
 */
final class TopList {

  /** Three quarters of it are counted at once: a name with a result is one. */
  private static final int SIZE = 8_192;

  static final int LONGEST_NAME = 255;

  private final int size;
  private final ItemsSketch<String> counted;

  /** What was lost of any count before the byte form was made. */
  private long lost;

  TopList() {
    this(SIZE);
  }

  /** A list of so many names with results, of which three quarters are counted exactly. */
  TopList(int size) {
    this.size = size;
    this.counted = new ItemsSketch<>(size);
  }

  void add(String name, Result result) {
    counted.update(letter(result) + name);
  }

  private static char letter(Result result) {
    return (char) ('0' + Results.place(result));
  }

  void addAll(TopList other) {
    counted.merge(other.counted);
    lost += other.lost;
  }

  /** How much any count may be too low. */
  long error() {
    return counted.getMaximumError() + lost;
  }

  /** The counts by name, those with the most failures first. */
  List<Row> rows() {
    Map<String, Map<Result, Long>> rows = new HashMap<>();
    for (ItemsSketch.Row<String> row : counted.getFrequentItems(0, ErrorType.NO_FALSE_NEGATIVES)) {
      rows.computeIfAbsent(row.getItem().substring(1), name -> new EnumMap<>(Result.class))
          .put(Results.at(row.getItem().charAt(0) - '0'), row.getLowerBound());
    }
    List<Row> sorted = new ArrayList<>();
    rows.forEach((name, counts) -> sorted.add(Row.of(name, counts)));
    sorted.sort(
        Comparator.comparingLong(Row::failed)
            .thenComparingLong(Row::attempts)
            .reversed()
            .thenComparing(Row::name));
    return List.copyOf(sorted);
  }

  TopList copy() {
    TopList copy = new TopList(size);
    copy.addAll(this);
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    ItemsSketch.Row<String>[] rows = counted.getFrequentItems(0, ErrorType.NO_FALSE_NEGATIVES);
    out.writeLong(error());
    out.writeInt(rows.length);
    for (ItemsSketch.Row<String> row : rows) {
      out.writeUTF(row.getItem());
      out.writeLong(row.getLowerBound());
    }
  }

  static TopList read(DataInputStream in) throws IOException {
    return read(in, SIZE);
  }

  static TopList read(DataInputStream in, int size) throws IOException {
    TopList read = new TopList(size);
    read.lost = Limits.amount(in);
    int count = Limits.count(in, size * 2);
    for (int i = 0; i < count; i++) {
      String item = Limits.word(in.readUTF(), LONGEST_NAME + 1);
      long times = Limits.amount(in);
      int result = item.isEmpty() ? -1 : item.charAt(0) - '0';
      if (result < 0 || result >= Results.COUNT) {
        throw new IOException("no summary: a count is out of range");
      }
      if (times > 0) {
        read.counted.update(item, times);
      }
    }
    return read;
  }
}
