package io.github.smtpbot.incident;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many different hashes it saw: exactly up to {@value #EXACT}, then by an UltraLogLog of
 * 4 KiB. What it counts depends on what it saw alone, neither on the order nor on how it was split.
 */
final class Distinct {

  /** So many are counted exactly. */
  static final int EXACT = 2_048;

  /** The relative standard error of more: that of an UltraLogLog of 2^12 registers. */
  static final double ERROR = 0.012;

  private static final int PRECISION = 12;
  private static final int SMALLEST = 8;

  /** A table of hashes; 0 stands for a free place. */
  private long[] table = new long[SMALLEST];

  private int size;
  private @Nullable UltraLogLog sketch;

  void add(long hash) {
    if (sketch != null) {
      sketch.add(hash);
      return;
    }
    // 0 is as good as any other hash.
    insert(hash == 0 ? 1 : hash);
    if (size > EXACT) {
      UltraLogLog many = UltraLogLog.create(PRECISION);
      for (long seen : table) {
        if (seen != 0) {
          many.add(seen);
        }
      }
      sketch = many;
      table = new long[0];
    } else if (size * 2 > table.length) {
      grow();
    }
  }

  private void insert(long hash) {
    int mask = table.length - 1;
    int at = (int) hash & mask;
    while (table[at] != 0) {
      if (table[at] == hash) {
        return;
      }
      at = (at + 1) & mask;
    }
    table[at] = hash;
    size++;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    size = 0;
    for (long seen : old) {
      if (seen != 0) {
        insert(seen);
      }
    }
  }

  void addAll(Distinct other) {
    UltraLogLog many = other.sketch;
    if (many != null) {
      UltraLogLog mine = sketch == null ? UltraLogLog.create(PRECISION) : sketch;
      mine.add(many);
      if (sketch == null) {
        for (long seen : table) {
          if (seen != 0) {
            mine.add(seen);
          }
        }
        sketch = mine;
        table = new long[0];
      }
    } else {
      for (long seen : other.table) {
        if (seen != 0) {
          add(seen);
        }
      }
    }
  }

  boolean isExact() {
    return sketch == null;
  }

  Count count() {
    return sketch == null
        ? Count.exactly(size)
        : new Count(Math.round(sketch.getDistinctCountEstimate()), ERROR);
  }

  Distinct copy() {
    Distinct copy = new Distinct();
    copy.table = table.clone();
    copy.size = size;
    copy.sketch = sketch == null ? null : sketch.copy();
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(sketch != null);
    if (sketch != null) {
      out.write(sketch.getState());
      return;
    }
    long[] sorted = Arrays.stream(table).filter(seen -> seen != 0).sorted().toArray();
    out.writeInt(sorted.length);
    for (long seen : sorted) {
      out.writeLong(seen);
    }
  }

  static Distinct read(DataInputStream in) throws IOException {
    Distinct read = new Distinct();
    if (in.readBoolean()) {
      read.sketch = UltraLogLog.wrap(in.readNBytes(1 << PRECISION));
      read.table = new long[0];
      return read;
    }
    int count = Limits.count(in, EXACT);
    for (int i = 0; i < count; i++) {
      read.add(in.readLong());
    }
    return read;
  }
}
