package io.github.smtpbot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for every database. */
@Timeout(60)
abstract class StoreContract {

  private static final Duration LONG = Duration.ofMinutes(1);

  Map<String, String> settings;
  Store store;

  /** The settings of a database that is empty. */
  abstract Map<String, String> fresh() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    settings = new HashMap<>(fresh());
    store = TestDatabases.open(settings);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aSecretIsFoundAgainAndReplacedAndRemoved() throws Exception {
    store.secrets().put("bot", "T1", "xoxb-first");
    store.secrets().put("bot", "T1", "xoxb-second");
    assertEquals(Optional.of("xoxb-second"), store.secrets().find("bot", "T1"));
    assertEquals(Optional.empty(), store.secrets().find("bot", "T2"));
    assertEquals(Optional.empty(), store.secrets().find("other", "T1"));

    store.secrets().remove("bot", "T1");
    assertEquals(Optional.empty(), store.secrets().find("bot", "T1"));
  }

  @Test
  void nothingOfASecretStandsInTheDatabase() throws Exception {
    store.secrets().put("bot", "T1", "xoxb-marker");
    store.secrets().put("bot", "T2", "xoxb-marker");
    List<List<String>> rows = rows("SELECT sealed, key_id FROM smtpbot_secret");
    assertEquals(2, rows.size());
    assertFalse(rows.toString().contains("marker"));
    assertFalse(rows.get(0).get(0).equals(rows.get(1).get(0)), "the same secret looks the same");
  }

  @Test
  void aRowInThePlaceOfAnotherIsNotTaken() throws Exception {
    store.secrets().put("bot", "T1", "of the first");
    store.secrets().put("bot", "T2", "of the second");
    write(
        "UPDATE smtpbot_secret SET sealed ="
            + " (SELECT sealed FROM smtpbot_secret WHERE id = 'T1') WHERE id = 'T2'");
    StoreException refused =
        assertThrows(StoreException.class, () -> store.secrets().find("bot", "T2"));
    assertEquals("a secret in the database is damaged", refused.getMessage());
  }

  @Test
  void anotherKeyIsRefusedInOneLine() throws Exception {
    store.secrets().put("bot", "T1", "xoxb-marker");
    settings.put(StoreSettings.KEY, TestDatabases.OTHER_KEY);
    StoreException refused = assertThrows(StoreException.class, () -> TestDatabases.open(settings));
    assertEquals(StoreException.Kind.SETTING, refused.kind());
    assertEquals(
        "a secret in the database was sealed with another key than SMTPBOT_KEY; if that was"
            + " changed, name the earlier one in SMTPBOT_OLD_KEYS",
        refused.getMessage());
  }

  @Test
  void afterTheKeyWasChangedAllIsSealedAnew() throws Exception {
    store.secrets().put("bot", "T1", "one");
    store.secrets().put("bot", "T2", "two");
    settings.put(StoreSettings.KEY, TestDatabases.OTHER_KEY);
    settings.put(StoreSettings.OLD_KEYS, TestDatabases.KEY);
    try (Store rotated = TestDatabases.open(settings)) {
      assertEquals(Optional.of("one"), rotated.secrets().find("bot", "T1"));
    }
    // From now on the earlier one is of no use.
    settings.remove(StoreSettings.OLD_KEYS);
    try (Store later = TestDatabases.open(settings)) {
      assertEquals(Optional.of("two"), later.secrets().find("bot", "T2"));
    }
    assertEquals(
        1, rows("SELECT DISTINCT key_id, kind FROM smtpbot_secret").size(), "sealed by one key");
  }

  @Test
  void withoutAKeyNoSecretIsKept() throws Exception {
    settings.remove(StoreSettings.KEY);
    try (Store keyless = TestDatabases.open(settings)) {
      StoreException refused = assertThrows(StoreException.class, keyless::secrets);
      assertEquals(StoreException.Kind.SETTING, refused.kind());
      assertTrue(keyless.claims().take("x", LONG), "all else works");
    }
  }

  @Test
  void aVoucherIsReadForItsPurposeOnly() throws Exception {
    String voucher = store.secrets().voucher("until then", "a state");
    assertEquals(Optional.of("until then"), store.secrets().readVoucher(voucher, "a state"));
    assertEquals(Optional.empty(), store.secrets().readVoucher(voucher, "another"));
    assertEquals(Optional.empty(), store.secrets().readVoucher("forged", "a state"));
    assertEquals(Optional.empty(), store.secrets().readVoucher(voucher + "x", "a state"));
    assertTrue(
        voucher
            .chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0)));
  }

  @Test
  void whatIsTakenIsTakenOnceUntilItIsGivenBackOrItsTimeIsOver() throws Exception {
    Claims claims = store.claims();
    assertTrue(claims.take("event 1", LONG));
    assertFalse(claims.take("event 1", LONG));
    assertTrue(claims.left("event 1").compareTo(Duration.ZERO) > 0);
    assertTrue(claims.release("event 1"));
    assertFalse(claims.release("event 1"));
    assertTrue(claims.take("event 1", Duration.ZERO));
    assertEquals(Duration.ZERO, claims.left("event 1"));
    assertTrue(claims.take("event 1", LONG), "its time was over");
    claims.extend("event 1", LONG.multipliedBy(2));
    assertTrue(claims.left("event 1").compareTo(LONG) > 0);
  }

  @Test
  void whatFailsForOneDoesNotKeepOthersAway() throws Exception {
    write("ALTER TABLE smtpbot_entry RENAME TO away_smtpbot_entry");
    assertThrows(StoreException.class, () -> store.entries().all("note", "T1"));
    assertTrue(store.claims().take("event 1", LONG), "the connection is as good as before");
    write("ALTER TABLE away_smtpbot_entry RENAME TO smtpbot_entry");
  }

  @Test
  void ofManyWhoTakeTheSameOneHasIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Store other = TestDatabases.open(settings)) {
      for (int round = 0; round < 10; round++) {
        String id = "event " + round;
        List<Callable<Boolean>> all =
            IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(
                    i -> () -> (i % 2 == 0 ? store : other).claims().take(id, LONG))
                .toList();
        int taken = 0;
        for (Future<Boolean> each : threads.invokeAll(all)) {
          taken += each.get() ? 1 : 0;
        }
        assertEquals(1, taken);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void thePlacesThatHaveATextAreFound() throws Exception {
    store.entries().put("organisation", "T1", "id", "E1");
    store.entries().put("organisation", "T2", "id", "E2");
    store.entries().put("organisation", "T3", "id", "E1");
    assertEquals(
        Set.of("T1", "T3"), Set.copyOf(store.entries().places("organisation", "id", "E1")));
    store.entries().removeAll("T1");
    assertEquals(List.of("T3"), store.entries().places("organisation", "id", "E1"));
  }

  /** Reads past the store. */
  List<List<String>> rows(String query) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(List.of(result.getString(1), result.getString(2)));
      }
      return rows;
    }
  }

  void write(String update) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      int unused = statement.executeUpdate(update);
    }
  }

  Connection connect() throws Exception {
    return DriverManager.getConnection(
        settings.get(StoreSettings.DATABASE), settings.get(StoreSettings.USER), null);
  }
}
