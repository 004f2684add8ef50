package io.github.smtpbot.slack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Knows which events have come already: Slack sends an event again, at once, after a minute and
 * after five, when it has not heard of its acknowledgement. Nobody is to be answered twice. Holds
 * the ids of events and nothing else. Safe for use by many threads.
 */
final class Deliveries {

  private static final int MAX_EVENTS = 10_000;
  private static final Duration KEEP = Duration.ofMinutes(15);

  private final Once seen = new Once(MAX_EVENTS, KEEP);

  /** Whether an event of that id comes for the first time; one without an id always does. */
  boolean isFirst(@Nullable String eventId) {
    return eventId == null || seen.isFirst(eventId);
  }
}
