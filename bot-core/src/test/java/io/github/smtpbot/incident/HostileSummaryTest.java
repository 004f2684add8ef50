package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A byte form comes from anywhere: it is a summary that can be told, or it is refused. */
class HostileSummaryTest {

  private static byte[] bytes() {
    List<Delivery> log = new ArrayList<>();
    for (int message = 0; message < 60; message++) {
      log.add(
          message % 3 == 0
              ? Logs.limited(NOON.plusSeconds(message), message)
              : Logs.taken(NOON.plusSeconds(message), message));
    }
    return Logs.summary(log).toBytes();
  }

  /** Whether it is told; else it was refused. */
  private static boolean told(byte[] bytes) {
    LogSummary read;
    try {
      read = LogSummary.fromBytes(bytes);
    } catch (IllegalArgumentException e) {
      return false;
    }
    BOT.tell(read, 8, ZoneOffset.UTC, Locale.ENGLISH);
    read.merge(read).toBytes();
    read.byHour(ZoneOffset.UTC);
    read.byDomain();
    read.byProvider();
    read.timeline(read.groups(), 50);
    return true;
  }

  @Test
  void bytesThatWereChangedAreRefusedOrTold() {
    byte[] whole = bytes();
    Random random = new Random(1982);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] changed = whole.clone();
      int at = 5 + random.nextInt(whole.length - 13);
      switch (i % 4) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 ->
            ByteBuffer.wrap(changed).putInt(at, random.nextBoolean() ? -1 : Integer.MAX_VALUE);
        case 2 ->
            ByteBuffer.wrap(changed)
                .putLong(at, random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE - 1);
        default -> changed = Arrays.copyOf(changed, at);
      }
      refused += told(changed) ? 0 : 1;
    }
    assertTrue(refused > 1_000, refused + " were refused");
    assertTrue(told(whole));
  }

  @Test
  void whatFollowsASummaryIsRefused() {
    byte[] whole = bytes();
    assertThrows(
        IllegalArgumentException.class,
        () -> LogSummary.fromBytes(Arrays.copyOf(whole, whole.length + 1)));
  }

  /** Hashes that all want the same place would take hours. */
  @Test
  void chosenHashesAreRefusedSoon() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThrows(
                IOException.class,
                () ->
                    Outcomes.read(
                        outcomes(Outcomes.MOST, false, 1, i -> (long) i << 32 | i), 0, 0)));
  }

  @Test
  void moreNamelessMessagesThanALogHoldsAreRefused() {
    assertThrows(
        IOException.class,
        () ->
            Outcomes.read(outcomes(1_000, true, Integer.MAX_VALUE, i -> Hashes.of("" + i)), 0, 0));
  }

  private interface Hash {
    long of(int index);
  }

  private static DataInputStream outcomes(int size, boolean nameless, int count, Hash hash)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(0);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeBoolean(nameless);
      out.writeLong(hash.of(i));
      out.writeInt(0);
      out.writeShort(0);
      out.writeInt(0);
      out.writeInt(0);
      out.writeInt(count);
    }
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
