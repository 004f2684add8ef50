package io.github.smtpbot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
