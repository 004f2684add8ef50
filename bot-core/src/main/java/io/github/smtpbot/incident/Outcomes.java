package io.github.smtpbot.incident;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Remembers what became of each message for each of its recipients, each outcome once, in bounded
 * memory. All messages are remembered while there are at most {@value #MOST} outcomes. Of more,
 * every second message is forgotten, by its hash, as often as needed; so what is left is a fair
 * sample, whose counts times {@link #scale} are told. What is left depends on what was seen alone,
 * neither on the order nor on how it was split.
 *
 * <p>The method is adaptive sampling by hash (Flajolet, "On adaptive sampling", Computing 43,
 * 1990). No library that runs on Java 17 and 25 has it with a state for each sampled element.
 */
final class Outcomes {

  /** So many outcomes are remembered, unless it is told otherwise. */
  static final int MOST = 300_000;

  /** What stands for a time that is not told. */
  static final int NO_TIME = Integer.MAX_VALUE;

  private static final int SMALLEST = 64;

  /** Of hashes, so many places are looked at in vain for each, on average, at most. */
  private static final int MOST_STEPS = 100;

  /** More nameless messages than a byte form may tell of. */
  private static final long MOST_ATTEMPTS = 1L << 32;

  /** How many bits tell a place in the tables. */
  private static final int PLACE = 20;

  /** The rest of a number, which tells messages apart where they are sorted. */
  private static final long UPPER = -1L << PLACE;

  /** Odd numbers that spread what differs in few bits. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private static final long OTHER_SPREAD = 0xc2b2ae3d27d4eb4fL;

  private static final byte FREE = 0;
  private static final byte NAMED = 1;
  private static final byte NAMELESS = 2;

  private final int most;
  private byte[] kinds = new byte[SMALLEST];
  private long[] messages = new long[SMALLEST];
  private int[] recipients = new int[SMALLEST];
  private short[] outcomes = new short[SMALLEST];
  private int[] firsts = new int[SMALLEST];
  private int[] lasts = new int[SMALLEST];
  private int[] attempts = new int[SMALLEST];
  private int size;
  private int level;

  /** How many places were looked at in vain; hashes that somebody chose make it many. */
  private long steps;

  /** One outcome of one message for one recipient, as it is looked at. */
  interface Visitor {
    /**
     * Takes one.
     *
     * @param message the hash of the message
     * @param recipient a hash of the recipient
     * @param outcome a group, or what stands for a delivery
     * @param first in seconds, or {@link #NO_TIME}
     * @param last in seconds, or {@link #NO_TIME}
     * @param count how many attempts; of nameless messages, how many of those
     * @param nameless whether the log does not tell messages apart
     */
    void visit(
        long message, int recipient, int outcome, int first, int last, int count, boolean nameless);
  }

  Outcomes() {
    this(MOST);
  }

  /** Remembers so many, at most {@link #MOST}. */
  Outcomes(int most) {
    this.most = most;
  }

  /** What a number counted here stands for. */
  int scale() {
    return 1 << level;
  }

  /** A number counted here, and how far from the true one it may be. */
  Count count(long sampled) {
    if (level == 0) {
      return Count.exactly(sampled);
    }
    double error = Math.sqrt((scale() - 1.0) / scale() / Math.max(1, sampled));
    return new Count(sampled * scale(), error);
  }

  boolean isExact() {
    return level == 0;
  }

  void add(
      long message, int recipient, int outcome, int first, int last, int count, boolean nameless) {
    if (!isKept(message)) {
      return;
    }
    int at = find(message, recipient, outcome);
    if (kinds[at] == FREE) {
      kinds[at] = nameless ? NAMELESS : NAMED;
      messages[at] = message;
      recipients[at] = recipient;
      outcomes[at] = (short) outcome;
      firsts[at] = first;
      lasts[at] = last;
      attempts[at] = count;
      if (++size > most) {
        forget();
      } else if (size * 8L > kinds.length * 5L) {
        rebuild(kinds.length * 2, outcomeOf -> outcomeOf);
      }
    } else {
      firsts[at] = Math.min(firsts[at], first);
      lasts[at] =
          lasts[at] == NO_TIME || last == NO_TIME
              ? Math.min(lasts[at], last)
              : Math.max(lasts[at], last);
      attempts[at] = (int) Math.min(Integer.MAX_VALUE, (long) attempts[at] + count);
    }
  }

  private boolean isKept(long message) {
    return level == 0 || (message >>> (Long.SIZE - level)) == 0;
  }

  private int find(long message, int recipient, int outcome) {
    int mask = kinds.length - 1;
    long mixed = message ^ (recipient * SPREAD) ^ (outcome * OTHER_SPREAD);
    int at = (int) (mixed ^ (mixed >>> Integer.SIZE)) & mask;
    while (kinds[at] != FREE
        && (messages[at] != message
            || recipients[at] != recipient
            || outcomes[at] != (short) outcome)) {
      at = (at + 1) & mask;
      steps++;
    }
    return at;
  }

  private void forget() {
    while (size > most) {
      level++;
      rebuild(kinds.length, outcome -> outcome);
    }
  }

  /** Puts those that are kept into tables of this length, their outcomes renamed. */
  private void rebuild(int length, IntUnaryOperator renamed) {
    Outcomes old = new Outcomes();
    old.take(this);
    kinds = new byte[length];
    messages = new long[length];
    recipients = new int[length];
    outcomes = new short[length];
    firsts = new int[length];
    lasts = new int[length];
    attempts = new int[length];
    size = 0;
    old.each(
        (message, recipient, outcome, first, last, count, nameless) ->
            add(message, recipient, renamed.applyAsInt(outcome), first, last, count, nameless));
  }

  private void take(Outcomes other) {
    kinds = other.kinds;
    messages = other.messages;
    recipients = other.recipients;
    outcomes = other.outcomes;
    firsts = other.firsts;
    lasts = other.lasts;
    attempts = other.attempts;
    size = other.size;
    level = other.level;
  }

  /**
   * Adds all that another remembers.
   *
   * @param renamed what an outcome of the other is called here
   */
  void addAll(Outcomes other, IntUnaryOperator renamed) {
    if (other.level > level) {
      level = other.level;
      rebuild(kinds.length, outcome -> outcome);
    }
    other.each(
        (message, recipient, outcome, first, last, count, nameless) ->
            add(message, recipient, renamed.applyAsInt(outcome), first, last, count, nameless));
  }

  /** Shows each, in no order. */
  void each(Visitor visitor) {
    for (int at = 0; at < kinds.length; at++) {
      visit(at, visitor);
    }
  }

  /** Shows each, those of one message together, and of those the ones for one recipient. */
  void eachByMessage(Visitor visitor) {
    int[] order = new int[size];
    int count = 0;
    for (int at = 0; at < kinds.length; at++) {
      if (kinds[at] != FREE) {
        order[count++] = at;
      }
    }
    for (int at : sorted(order)) {
      visit(at, visitor);
    }
  }

  /** Sorted by message, then recipient; by the upper bits of the hash, as no boxes are needed. */
  private int[] sorted(int... places) {
    long[] keys = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      keys[i] = (messages[places[i]] & UPPER) | places[i];
    }
    Arrays.sort(keys);
    for (int from = 0; from < keys.length; ) {
      int to = from + 1;
      while (to < keys.length && (keys[to] & UPPER) == (keys[from] & UPPER)) {
        to++;
      }
      byRecipient(keys, from, to);
      from = to;
    }
    int[] sorted = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = (int) (keys[i] & ~UPPER);
    }
    return sorted;
  }

  private void byRecipient(long[] keys, int from, int to) {
    if (to - from > 1) {
      for (int i = from; i < to; i++) {
        int place = (int) (keys[i] & ~UPPER);
        keys[i] = ((long) recipients[place] << PLACE) | place;
      }
      Arrays.sort(keys, from, to);
    }
  }

  private void visit(int at, Visitor visitor) {
    if (kinds[at] != FREE) {
      visitor.visit(
          messages[at],
          recipients[at],
          outcomes[at],
          firsts[at],
          lasts[at],
          attempts[at],
          kinds[at] == NAMELESS);
    }
  }

  Outcomes copy() {
    Outcomes copy = new Outcomes(most);
    copy.take(this);
    copy.kinds = kinds.clone();
    copy.messages = messages.clone();
    copy.recipients = recipients.clone();
    copy.outcomes = outcomes.clone();
    copy.firsts = firsts.clone();
    copy.lasts = lasts.clone();
    copy.attempts = attempts.clone();
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(level);
    out.writeInt(size);
    for (int at = 0; at < kinds.length; at++) {
      if (kinds[at] != FREE) {
        out.writeBoolean(kinds[at] == NAMELESS);
        out.writeLong(messages[at]);
        out.writeInt(recipients[at]);
        out.writeShort(outcomes[at]);
        out.writeInt(firsts[at]);
        out.writeInt(lasts[at]);
        out.writeInt(attempts[at]);
      }
    }
  }

  /**
   * Reads what was written.
   *
   * @param least the smallest outcome there is
   * @param most the largest outcome there is
   */
  static Outcomes read(DataInputStream in, int least, int most) throws IOException {
    Outcomes read = new Outcomes();
    read.level = in.readUnsignedByte();
    if (read.level > 30) {
      throw new IOException("no summary: a number is out of range");
    }
    int size = Limits.count(in, MOST);
    long all = 0;
    for (int i = 0; i < size; i++) {
      boolean nameless = in.readBoolean();
      long message = in.readLong();
      int recipient = in.readInt();
      int outcome = in.readShort();
      if (outcome < least || outcome > most) {
        throw new IOException("no summary: an outcome is out of range");
      }
      int first = Limits.second(in);
      int last = Limits.second(in);
      int count = in.readInt();
      all += nameless ? count : 1;
      if (count < 1 || all > MOST_ATTEMPTS) {
        throw new IOException("no summary: a number is out of range");
      }
      read.add(message, recipient, outcome, first, last, count, nameless);
      if (read.steps > (long) MOST_STEPS * (i + SMALLEST)) {
        throw new IOException("no summary: hashes that no log has");
      }
    }
    return read;
  }
}
