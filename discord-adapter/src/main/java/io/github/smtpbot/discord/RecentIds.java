package io.github.smtpbot.discord;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids of some messages, the latest ones; nothing of what is in them. Thread-safe. */
final class RecentIds {

  /** A button is disabled a second after it was pressed; this is many times as much. */
  private static final int MOST = 10_000;

  private final Set<Long> ids =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  /** Adds an id; false if it was there. */
  boolean add(long id) {
    return ids.add(id);
  }

  void remove(long id) {
    ids.remove(id);
  }
}
