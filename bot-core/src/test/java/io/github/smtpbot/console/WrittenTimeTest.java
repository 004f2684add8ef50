package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A time as somebody types it. */
class WrittenTimeTest {

  private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

  @Test
  void aTimeOfDayIsWhenTheClockShowedItLast() {
    assertEquals(Instant.parse("2026-11-28T02:59:00Z"), WrittenTime.read("09:59", BANGKOK, NOW));
    assertEquals(NOW, WrittenTime.read("10:00:00", BANGKOK, NOW));
    assertEquals(Instant.parse("2026-11-27T16:05:00Z"), WrittenTime.read("23:05", BANGKOK, NOW));
  }

  @Test
  void whatIsNoTimeOfDayIsNone() {
    assertNull(WrittenTime.read("25:00", BANGKOK, NOW));
    assertNull(WrittenTime.read("9:5", BANGKOK, NOW));
    assertNull(WrittenTime.read("14:", BANGKOK, NOW));
  }
}
