package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Checks what stands in a byte form, which may come from anywhere. */
final class Limits {

  /** More than any log holds; sums of as many of these as there are fit in a number. */
  private static final long MOST_AMOUNT = 1L << 40;

  /** Of no year that anybody writes, but far from the end of what a time can be. */
  private static final long MOST_SECONDS = 1L << 40;

  private static final int NANOS = 1_000_000_000;

  private Limits() {}

  /** A number of things that follow. */
  static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("no summary: a number is out of range");
    }
    return count;
  }

  /** How many there are of something. */
  static long amount(DataInputStream in) throws IOException {
    long amount = in.readLong();
    if (amount < 0 || amount > MOST_AMOUNT) {
      throw new IOException("no summary: a number is out of range");
    }
    return amount;
  }

  /** A time in milliseconds, or {@link Group#NO_TIME}. */
  static long millis(DataInputStream in) throws IOException {
    long time = in.readLong();
    if (time != Group.NO_TIME && (time < 0 || time / 1000 >= Outcomes.NO_TIME)) {
      throw new IOException("no summary: a time is out of range");
    }
    return time;
  }

  /** Writes what {@link #time} reads. */
  static void write(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(Math.max(-MOST_SECONDS, Math.min(time.getEpochSecond(), MOST_SECONDS)));
    out.writeInt(time.getNano());
  }

  /** A time to the nanosecond. */
  static Instant time(DataInputStream in) throws IOException {
    long second = in.readLong();
    int nano = in.readInt();
    if (Math.abs(second) > MOST_SECONDS || nano < 0 || nano >= NANOS) {
      throw new IOException("no summary: a time is out of range");
    }
    return Instant.ofEpochSecond(second, nano);
  }

  /** A time in seconds, or {@link Outcomes#NO_TIME}. */
  static int second(DataInputStream in) throws IOException {
    int time = in.readInt();
    if (time < 0) {
      throw new IOException("no summary: a time is out of range");
    }
    return time;
  }

  /** What tells things apart is told of each once. */
  static void distinct(List<?> names) throws IOException {
    if (new HashSet<>(names).size() < names.size()) {
      throw new IOException("no summary: something is in it twice");
    }
  }

  static String word(String text, int longest) throws IOException {
    if (text.length() > longest) {
      throw new IOException("no summary: a text is too long");
    }
    return text;
  }

  static Cause cause(String label) throws IOException {
    return List.of(Cause.values()).stream()
        .filter(cause -> cause.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IOException("no summary: a cause of another version"));
  }
}
