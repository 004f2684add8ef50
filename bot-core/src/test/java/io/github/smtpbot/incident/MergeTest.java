package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogCount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static final List<Delivery> LOG = Logs.incident(1982, 700, 1440, 0.7);

  @Property(seed = "1982", tries = 20)
  void theSummariesOfPartsMergeToThatOfTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int parts) {
    Random random = new Random(seed);
    List<Summariser> summarisers = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      summarisers.add(BOT.summariser());
    }
    List<Delivery> shuffled = new ArrayList<>(LOG);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(delivery -> summarisers.get(random.nextInt(parts)).accept(delivery));
    LogSummary merged =
        summarisers.stream()
            .map(Summariser::summary)
            .map(part -> LogSummary.fromBytes(part.toBytes()))
            .reduce(LogSummary::merge)
            .orElseThrow();
    assertSame(Logs.summary(LOG), merged);
  }

  @Test
  void theTimeThatWasReadMergesAsWell() {
    LogSummary one = spanning(NOON, NOON.plusSeconds(60));
    LogSummary other = spanning(NOON.minusNanos(1), NOON.plusSeconds(9));
    LogCount.Span both = new LogCount.Span(NOON.minusNanos(1), NOON.plusSeconds(60));
    assertEquals(both, one.merge(other).count().span());
    assertEquals(both, LogSummary.fromBytes(other.merge(one).toBytes()).count().span());
    LogSummary none = Logs.summary(List.of());
    assertEquals(one.count().span(), none.merge(one).count().span());
    assertNull(LogSummary.fromBytes(none.toBytes()).count().span());
  }

  private static LogSummary spanning(Instant first, Instant last) {
    return Logs.summary(List.of())
        .with(new LogCount(2, 0, 0, Map.of(), List.of(), new LogCount.Span(first, last)));
  }

  /** Of more domains than are kept apart, it is not told that nothing arrived at one of them. */
  @Test
  void arrivalsOfTooManyDomainsAreNotKnownWhateverTheSplit() {
    Arrivals one = new Arrivals();
    Arrivals other = new Arrivals();
    for (int i = 0; i < Arrivals.MOST; i++) {
      one.add(i, i);
    }
    assertEquals(7, one.last(7));
    assertEquals(-1, one.last(-7));
    other.add(-7, 3);
    other.addAll(one);
    one.add(-7, 3);
    assertFalse(one.isKnown());
    assertFalse(other.isKnown());
  }

  static void assertSame(LogSummary one, LogSummary other) {
    assertEquals(one.totals(), other.totals());
    assertEquals(one.groups(), other.groups());
    assertEquals(one.changes(), other.changes());
    assertEquals(one.byDomain(), other.byDomain());
    assertEquals(one.bySenderDomain(), other.bySenderDomain());
    assertEquals(one.byProvider(), other.byProvider());
    assertEquals(one.byHour(ZoneOffset.UTC), other.byHour(ZoneOffset.UTC));
    assertEquals(
        BOT.tell(one, 8, ZoneOffset.UTC, Locale.ENGLISH),
        BOT.tell(other, 8, ZoneOffset.UTC, Locale.ENGLISH));
  }

  @Test
  void aLargeLogIsSampledAndItsErrorIsTold() {
    Outcomes whole = new Outcomes();
    Outcomes even = new Outcomes();
    Outcomes odd = new Outcomes();
    int count = 1_000_000;
    for (int i = 0; i < count; i++) {
      long message = Hashes.of("message" + i);
      (i % 2 == 0 ? even : odd).add(message, i, 0, i, i, 1, false);
      whole.add(message, i, 0, i, i, 1, false);
    }
    even.addAll(odd, outcome -> outcome);
    long[] sizes = new long[2];
    whole.each((m, r, o, f, l, c, n) -> sizes[0]++);
    even.each((m, r, o, f, l, c, n) -> sizes[1]++);
    assertEquals(sizes[0], sizes[1]);
    assertEquals(whole.scale(), even.scale());
    Count told = whole.count(sizes[0]);
    assertTrue(!told.isExact() && Math.abs(told.value() - count) < 4 * told.error() * count);
  }

  @Test
  void manyDifferentAreCountedWithinTheErrorWhateverTheSplit() {
    Distinct whole = new Distinct();
    Distinct one = new Distinct();
    Distinct other = new Distinct();
    for (int i = 0; i < 100_000; i++) {
      long hash = Hashes.of("recipient" + i);
      whole.add(hash);
      (i < 1_000 ? one : other).add(hash);
    }
    one.addAll(other);
    assertEquals(whole.count(), one.count());
    assertEquals(100_000, (double) whole.count().value(), 4 * Distinct.ERROR * 100_000);
  }
}
