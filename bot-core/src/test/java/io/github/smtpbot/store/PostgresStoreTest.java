package io.github.smtpbot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** PostgreSQL, a real one. */
@EnabledIfEnvironmentVariable(
    named = TestDatabases.POSTGRES,
    matches = ".+",
    disabledReason = TestDatabases.WHY_SKIPPED)
class PostgresStoreTest extends StoreContract {

  @Override
  Map<String, String> fresh() throws Exception {
    return TestDatabases.postgres();
  }

  @Test
  void aServerThatGoesAwayIsToldAtOnceAndUsedAgainWhenItReturns() throws Exception {
    String url = Objects.requireNonNull(settings.get(StoreSettings.DATABASE));
    int from = url.indexOf("127.0.0.1:") + "127.0.0.1:".length();
    int to = url.indexOf('/', from);
    try (Wire wire = new Wire(Integer.parseInt(url.substring(from, to)))) {
      String byWire = url.substring(0, from) + wire.port() + url.substring(to);
      settings.put(StoreSettings.DATABASE, byWire);
      try (Store far = TestDatabases.open(settings)) {
        far.secrets().put("bot", "T1", "xoxb-1");
        wire.cut();
        StoreException first =
            assertThrows(StoreException.class, () -> far.secrets().find("bot", "T1"));
        assertEquals(byWire + ": it cannot be reached", first.getMessage());
        assertEquals(StoreException.Kind.UNAVAILABLE, first.kind());
        long before = System.nanoTime();
        assertThrows(StoreException.class, () -> far.secrets().put("bot", "T1", "xoxb-2"));
        assertTrue(System.nanoTime() - before < 200_000_000, "nobody waits for it");
        wire.mend();
        Thread.sleep(2_500);
        assertEquals(Optional.of("xoxb-1"), far.secrets().find("bot", "T1"));
      }
    }
  }

  @Test
  void whatCopiesWriteAtOnceIsAllKeptUnderNumbersOfItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Store other = TestDatabases.open(settings)) {
      List<Callable<List<Integer>>> all =
          IntStream.range(0, 24)
              .<Callable<List<Integer>>>mapToObj(
                  i ->
                      () ->
                          (i % 2 == 0 ? store : other)
                              .entries()
                              .add("note", "T1", List.of("a" + i, "b" + i), 100))
              .toList();
      List<Integer> given = new ArrayList<>();
      for (Future<List<Integer>> each : threads.invokeAll(all)) {
        given.addAll(each.get());
      }
      assertEquals(48, Set.copyOf(given).size(), given::toString);
      assertEquals(48, Set.copyOf(store.entries().all("note", "T1").values()).size());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whoLosesADeadlockTriesAgain() throws Exception {
    store.entries().put("note", "T1", "1", "first");
    store.entries().put("note", "T1", "2", "second");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      boolean unused = statement.execute("SET deadlock_timeout = '1min'"); // It is not the loser.
      other.setAutoCommit(false);
      int second = statement.executeUpdate(touch("2"));
      Future<?> removal =
          thread.submit(
              () -> {
                store.entries().removeAll("T1"); // The first row, and waits for the second.
                return null;
              });
      awaitWaiting();
      int first = statement.executeUpdate(touch("1")); // Each waits for the other now.
      other.commit();
      assertEquals(2, first + second);
      removal.get();
      assertEquals(Map.of(), store.entries().all("note", "T1"));
    } finally {
      thread.shutdown();
    }
  }

  private static String touch(String name) {
    return "UPDATE smtpbot_entry SET content = 'touched' WHERE place = 'T1' AND name = '"
        + name
        + "'";
  }

  private void awaitWaiting() throws Exception {
    for (int i = 0; i < 500; i++) {
      List<List<String>> waiting =
          rows(
              "SELECT 'waiting', query FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                  + " AND datname = current_database()");
      if (!waiting.isEmpty()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("nobody waits");
  }

  @Test
  void ofAnEventThatTwoCopiesTakeInOneMomentOneIsToldSo() throws Exception {
    try (Store late = TestDatabases.open(settings);
        Connection other = connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // A copy that has taken it, and has not committed yet.
      int unused =
          statement.executeUpdate(
              "INSERT INTO smtpbot_claim (id, until_ms) VALUES ('event 1', "
                  + (System.currentTimeMillis() + 60_000)
                  + ")");
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<Boolean> taken =
          thread.submit(() -> late.claims().take("event 1", Duration.ofMinutes(1)));
      thread.shutdown();
      awaitWaiting();
      other.commit();
      assertFalse(taken.get());
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsAWrongSetting() {
    settings.put(StoreSettings.DATABASE, settings.get(StoreSettings.DATABASE) + "_not");
    StoreException refused = assertThrows(StoreException.class, () -> TestDatabases.open(settings));
    assertEquals(StoreException.Kind.SETTING, refused.kind());
    assertEquals(
        settings.get(StoreSettings.DATABASE) + ": there is no database of that name",
        refused.getMessage());
  }

  @Test
  void aUserThatIsNotThereIsAWrongSetting() {
    settings.put(StoreSettings.USER, "nobody_of_that_name");
    settings.put(StoreSettings.PASSWORD, "secret-marker");
    StoreException refused = assertThrows(StoreException.class, () -> TestDatabases.open(settings));
    assertEquals(StoreException.Kind.SETTING, refused.kind());
    assertEquals(
        settings.get(StoreSettings.DATABASE)
            + ": it refuses the user or the password; see SMTPBOT_DATABASE_USER and"
            + " SMTPBOT_DATABASE_PASSWORD",
        refused.getMessage());
  }
}
