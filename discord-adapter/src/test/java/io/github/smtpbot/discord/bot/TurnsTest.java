package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shards of several processes identify one after another. */
@Timeout(60)
class TurnsTest {

  private static final Duration DELAY = Duration.ofMillis(600);
  private static final Duration NONE = Duration.ofMillis(400);

  @Test
  void shardsOfOneBucketWaitForEachOtherWhicheverProcessHoldsThem(@TempDir Path directory)
      throws Exception {
    Map<String, String> database = TestDatabases.sqlite(directory);
    try (Store one = TestDatabases.open(database);
        Store other = TestDatabases.open(database)) {
      Turns first = new Turns(one.claims(), "1", 2, DELAY);
      Turns second = new Turns(other.claims(), "1", 2, DELAY);
      assertTrue(time(first, 0).compareTo(NONE) < 0);
      assertTrue(time(second, 1).compareTo(NONE) < 0, "another bucket");
      assertTrue(time(second, 2).compareTo(NONE) > 0, "the same bucket");
      Turns another = new Turns(other.claims(), "2", 2, DELAY);
      assertTrue(time(another, 2).compareTo(NONE) < 0, "another application");
    }
  }

  @Test
  void withoutADatabaseNobodyWaits(@TempDir Path directory) throws Exception {
    Turns alone = new Turns(null, "1", 1, DELAY);
    alone.await(0);
    assertTrue(time(alone, 1).compareTo(NONE) < 0);

    Map<String, String> database = TestDatabases.sqlite(directory);
    try (Store store = TestDatabases.open(database)) {
      TestDatabases.takeAway(database);
      assertTrue(time(new Turns(store.claims(), "1", 1, DELAY), 0).compareTo(NONE) < 0);
    }
  }

  private static Duration time(Turns turns, int shard) throws InterruptedException {
    long start = System.nanoTime();
    turns.await(shard);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
