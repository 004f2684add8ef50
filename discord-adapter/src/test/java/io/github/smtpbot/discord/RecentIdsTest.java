package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The latest ids are known, and no more of them than there is room for. */
class RecentIdsTest {

  @Test
  void anIdIsNewOnce() {
    RecentIds ids = new RecentIds();
    assertTrue(ids.add(1));
    assertFalse(ids.add(1));
    ids.remove(1);
    assertTrue(ids.add(1));
  }

  @Test
  void theOldestIsForgottenForTheNewest() {
    RecentIds ids = new RecentIds();
    for (int id = 0; id < 10_000; id++) {
      assertTrue(ids.add(id));
    }
    assertFalse(ids.add(0), "there is room for all of these");
    assertTrue(ids.add(10_000));
    assertTrue(ids.add(0), "it was the oldest");
    assertFalse(ids.add(2));
  }
}
