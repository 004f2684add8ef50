package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A restart is no second copy; one that goes on is told, and not too often. */
class OtherCopiesTest {

  private long now = Long.MAX_VALUE - 5;
  private final OtherCopies copies = new OtherCopies(() -> now);

  private boolean after(Duration time) {
    now += time.toNanos();
    return copies.noticed();
  }

  @Test
  void aRestartThatOverlapsIsNotTold() {
    for (int i = 0; i < 50; i++) {
      assertFalse(after(Duration.ofSeconds(1)));
    }
    assertFalse(after(Duration.ofHours(5)), "nor is the next one");
    assertFalse(after(Duration.ofMinutes(1)));
  }

  @Test
  void whatGoesOnIsToldOnceAnHour() {
    assertFalse(after(Duration.ZERO));
    assertTrue(after(Duration.ofMinutes(3)));
    assertFalse(after(Duration.ofMinutes(20)));
    assertFalse(after(Duration.ofMinutes(20)));
    assertTrue(after(Duration.ofMinutes(25)));
  }
}
