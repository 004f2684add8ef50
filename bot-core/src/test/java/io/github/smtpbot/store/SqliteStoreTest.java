package io.github.smtpbot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite, in a file; and what may be wrong with settings. */
class SqliteStoreTest extends StoreContract {

  private final Path directory;

  SqliteStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  Map<String, String> fresh() {
    return TestDatabases.sqlite(directory);
  }

  @Test
  void whatIsStoredIsThereTheNextTime() throws Exception {
    store.secrets().put("bot", "T1", "xoxb-1");
    store.close();
    store = TestDatabases.open(settings);
    assertEquals(Optional.of("xoxb-1"), store.secrets().find("bot", "T1"));
  }

  @Test
  void aFullDiskIsToldInOneLineAndOverOnceThereIsRoom() throws Exception {
    String url = settings.get(StoreSettings.DATABASE);
    store.close();
    settings.put(StoreSettings.DATABASE, url + "?max_page_count=20");
    String large = "x".repeat(200_000);
    try (Store full = TestDatabases.open(settings)) {
      StoreException refused =
          assertThrows(StoreException.class, () -> full.secrets().put("bot", "T1", large));
      assertEquals(StoreException.Kind.UNAVAILABLE, refused.kind());
      assertEquals(url + ": there is no room left on its disk", refused.getMessage());
    }
    settings.put(StoreSettings.DATABASE, url);
    store = TestDatabases.open(settings);
    store.secrets().put("bot", "T1", large);
    assertEquals(Optional.of(large), store.secrets().find("bot", "T1"));
  }

  @Test
  void aDiskThatIsFullAtTheStartIsToldInOneLine() {
    String url = "jdbc:sqlite:" + directory.resolve("other.db");
    settings.put(StoreSettings.DATABASE, url + "?max_page_count=2");
    StoreException refused = assertThrows(StoreException.class, () -> TestDatabases.open(settings));
    assertEquals(StoreException.Kind.UNAVAILABLE, refused.kind());
    assertEquals(url + ": there is no room left on its disk", refused.getMessage());
  }

  @Test
  void aFileThatIsNoDatabaseIsAWrongSetting() throws Exception {
    Path file = Files.writeString(directory.resolve("a.txt"), "no database ".repeat(200));
    assertWrong(
        "jdbc:sqlite:" + file, "jdbc:sqlite:" + file + ": the file is no database of SQLite");
  }

  @Test
  void aDirectoryThatIsNotThereIsAWrongSetting() {
    String url = "jdbc:sqlite:" + directory.resolve("none").resolve("smtpbot.db");
    assertWrong(
        url, url + ": the file cannot be opened; does its directory exist, and may it be written?");
  }

  @Test
  void aServerThatIsNotThereMayComeLater() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/smtpbot";
    settings.put(StoreSettings.DATABASE, url);
    StoreException refused = assertThrows(StoreException.class, () -> TestDatabases.open(settings));
    assertEquals(StoreException.Kind.UNAVAILABLE, refused.kind());
    assertEquals(url + ": it cannot be reached", refused.getMessage());
  }

  @Test
  void wrongSettingsAreToldWithoutTheirSecrets() throws Exception {
    assertWrong(
        "mysql://marker",
        "SMTPBOT_DATABASE is neither jdbc:sqlite:/path/file.db nor"
            + " jdbc:postgresql://host/name");
    String inUrl =
        "SMTPBOT_DATABASE holds a user or a password; they belong in SMTPBOT_DATABASE_USER and"
            + " SMTPBOT_DATABASE_PASSWORD";
    assertWrong("jdbc:postgresql://h/d?user=u&password=marker", inUrl);
    assertWrong("jdbc:postgresql://u:marker@h/d", inUrl);
    assertWrong(
        "jdbc:sqlite::memory:",
        "SMTPBOT_DATABASE names no file, such as jdbc:sqlite:/path/file.db");
    settings.put(StoreSettings.KEY, "c2hvcnQ=");
    assertWrong(
        "jdbc:sqlite:", "SMTPBOT_DATABASE names no file, such as jdbc:sqlite:/path/file.db");
    assertWrong(
        "jdbc:sqlite:x.db",
        "SMTPBOT_KEY is not 32 bytes in base64; openssl rand -base64 32 makes a key");
    settings.remove(StoreSettings.KEY);
    settings.put(StoreSettings.OLD_KEYS, TestDatabases.KEY);
    assertWrong("jdbc:sqlite:x.db", "SMTPBOT_OLD_KEYS is of no use without SMTPBOT_KEY");
  }

  @Test
  void withoutADatabaseThereIsNothing() throws Exception {
    assertEquals(Optional.empty(), StoreSettings.of(Map.of()));
    assertEquals(Optional.empty(), StoreSettings.of(Map.of(StoreSettings.DATABASE, " ")));
  }

  @Test
  void noTextOfTheSettingsHoldsASecret() throws Exception {
    settings.put(StoreSettings.PASSWORD, "marker");
    StoreSettings read = StoreSettings.of(settings).orElseThrow();
    assertEquals("StoreSettings[" + settings.get(StoreSettings.DATABASE) + "]", read.toString());
    assertFalse(String.valueOf(read.keys()).contains("MDEy"));
  }

  private void assertWrong(String url, String message) {
    settings.put(StoreSettings.DATABASE, url);
    StoreException refused = assertThrows(StoreException.class, () -> TestDatabases.open(settings));
    assertEquals(message, refused.getMessage());
    assertEquals(StoreException.Kind.SETTING, refused.kind());
  }
}
