package io.github.smtpbot.discord.bot;

import io.github.smtpbot.store.Claims;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.StoreException;
import java.time.Duration;
import net.dv8tion.jda.api.utils.SessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the shards of all processes identify one after another, as Discord asks: of the shards with
 * the same remainder by {@code max_concurrency}, one in five seconds. Without a database, or while
 * it is away, each process keeps to that for itself. Safe for use by many threads and processes.
 */
final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final Duration DELAY = Duration.ofSeconds(SessionController.IDENTIFY_DELAY);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  private final @Nullable Claims claims;
  private final String name;
  private final int concurrency;
  private final Duration delay;

  /**
   * Turns of one application.
   *
   * @param claims null for none
   * @param delay between two shards of a bucket
   */
  Turns(@Nullable Claims claims, String application, int concurrency, Duration delay) {
    this.claims = claims;
    this.name = "discord identify " + application + " ";
    this.concurrency = Math.max(1, concurrency);
    this.delay = delay;
  }

  /** As Discord says. */
  static Turns of(Preflight.Cleared cleared, @Nullable Store store) {
    return new Turns(
        store == null ? null : store.claims(), cleared.application(), cleared.concurrency(), DELAY);
  }

  /** Waits until it is this shard's turn. */
  void await(int shard) throws InterruptedException {
    if (claims == null) {
      return;
    }
    String turn = name + shard % concurrency;
    try {
      while (!claims.take(turn, delay)) {
        long left = claims.left(turn).toMillis();
        Thread.sleep(Math.max(1, Math.min(left, LONGEST_NAP.toMillis())));
      }
    } catch (StoreException e) {
      LOG.warn("Shards of other processes are not waited for: {}", e.getMessage());
    }
  }
}
