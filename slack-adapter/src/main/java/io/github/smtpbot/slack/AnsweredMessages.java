package io.github.smtpbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows by which message of ours each message was answered, so that the answer is changed when what
 * it answers is. Holds time stamps and nothing of what was written. Safe for use by many threads.
 */
final class AnsweredMessages {

  private static final int MAX_MESSAGES = 10_000;
  private static final Duration KEEP = Duration.ofHours(24);
  private static final int LOCKS = 64;

  private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

  private final Cache<String, String> answers =
      Caffeine.newBuilder()
          .maximumSize(MAX_MESSAGES)
          .expireAfterWrite(KEEP)
          .executor(Runnable::run)
          .build();

  /** Held by whoever answers a message, so that no edit overtakes the answer to what was before. */
  Object lock(String channel, String ts) {
    return locks.get(Math.floorMod((channel + " " + ts).hashCode(), LOCKS));
  }

  /** The time stamp of our message, if there is any. */
  Optional<String> find(Context context, String channel, String ts) {
    return Optional.ofNullable(answers.getIfPresent(key(context, channel, ts)));
  }

  /** It is answered by this message of ours. */
  void answered(Context context, String channel, String ts, String by) {
    answers.put(key(context, channel, ts), by);
  }

  /** There is no message of ours any more. */
  void forget(Context context, String channel, String ts) {
    answers.invalidate(key(context, channel, ts));
  }

  private static String key(Context context, String channel, String ts) {
    return String.join(" ", context.getTeamId() + "", channel, ts);
  }
}
