package io.github.smtpbot.log.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of a log has a bound, whatever is long in it. */
class RecentTest {

  private static final int MEBI = 1 << 20;

  private final Recent<StringBuilder> recent = new Recent<>(StringBuilder::length);

  private static StringBuilder of(int length) {
    return new StringBuilder("x".repeat(length));
  }

  private long heavy() {
    return IntStream.range(0, 100)
        .mapToObj(i -> recent.get("heavy" + i))
        .filter(value -> value != null)
        .count();
  }

  @Test
  void whatIsForgottenGivesBackWhatItWeighedAndNoMore() {
    for (int i = 0; i < 1_000; i++) {
      recent.put("light" + i, of(10));
    }
    for (int i = 0; i < 14; i++) {
      recent.put("heavy" + i, of(MEBI));
    }
    for (int i = 0; i < 1_000; i++) {
      assertNotNull(recent.remove("light" + i));
    }
    for (int i = 14; i < 30; i++) {
      recent.put("heavy" + i, of(MEBI));
    }

    assertEquals(Recent.MOST_CHARACTERS / (MEBI + Recent.ENTRY), heavy());
    assertNull(recent.get("heavy0"), "the eldest has gone");
    assertNotNull(recent.get("heavy29"));
  }

  @Test
  void aValueThatBecomesLongerIsWeighedAgain() {
    StringBuilder growing = of(0);
    recent.put("first", of(MEBI));
    recent.put("growing", growing);
    for (int i = 0; i < 15; i++) {
      growing.append("x".repeat(MEBI));
      recent.put("growing", growing);
    }

    assertNull(recent.get("first"), "it has made room");
    assertNotNull(recent.get("growing"));
  }

  @Test
  void shortOnesHaveABoundToo() {
    for (int i = 0; i <= Recent.MOST; i++) {
      recent.put(Integer.toString(i), of(1));
    }

    assertNull(recent.get("0"));
    assertNotNull(recent.get("1"));
  }
}
