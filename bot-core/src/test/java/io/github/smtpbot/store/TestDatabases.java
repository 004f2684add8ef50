package io.github.smtpbot.store;

import io.github.smtpbot.privacy.Records;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Databases for tests, each empty: SQLite in a file, or a new database of the PostgreSQL that
 * {@code .ci/run} starts and names in {@value #POSTGRES}. The adapters' tests use these as well.
 */
public final class TestDatabases {

  /** Such as {@code jdbc:postgresql://127.0.0.1:5433/postgres}; not set where there is none. */
  public static final String POSTGRES = "SMTPBOT_TEST_POSTGRES";

  /** Who the tests are there; they may make databases. */
  public static final String POSTGRES_USER = "SMTPBOT_TEST_POSTGRES_USER";

  public static final String WHY_SKIPPED =
      "there is no PostgreSQL here: .ci/run starts one where Debian's package is installed, and"
          + " names it in SMTPBOT_TEST_POSTGRES";

  /** Two keys, neither of them used anywhere. */
  public static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  public static final String OTHER_KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";

  /** Of PostgreSQL, and made by this process. */
  private static final Queue<Map<String, String>> MADE = new ConcurrentLinkedQueue<>();

  private TestDatabases() {}

  /** The settings of a new file. */
  public static Map<String, String> sqlite(Path directory) {
    return with("jdbc:sqlite:" + Records.room(directory).resolve("smtpbot.db"), null);
  }

  /** The settings of a new database of PostgreSQL. */
  public static Map<String, String> postgres() throws SQLException {
    String name = "smtpbot_" + UUID.randomUUID().toString().replace("-", "");
    String url = Objects.requireNonNull(System.getenv(POSTGRES));
    try (Connection connection =
            DriverManager.getConnection(url, System.getenv(POSTGRES_USER), null);
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute("CREATE DATABASE " + name);
    }
    Map<String, String> settings =
        with(url.substring(0, url.lastIndexOf('/') + 1) + name, System.getenv(POSTGRES_USER));
    MADE.add(settings);
    return settings;
  }

  /** All rows of all databases of PostgreSQL that were made; those of SQLite stand in files. */
  public static List<String> rowsOfPostgres() throws SQLException {
    List<String> rows = new ArrayList<>();
    for (Map<String, String> settings : MADE) {
      String url = Objects.requireNonNull(settings.get(StoreSettings.DATABASE));
      try (Connection connection =
          DriverManager.getConnection(url, settings.get(StoreSettings.USER), null)) {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
            connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
          while (found.next()) {
            tables.add(found.getString("TABLE_NAME"));
          }
        }
        for (String table : tables) {
          rows.addAll(rows(connection, table));
        }
      }
    }
    return rows;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        StringJoiner row = new StringJoiner(" | ", table + ": ", "");
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  private static Map<String, String> with(String url, @Nullable String user) {
    Map<String, String> settings = new HashMap<>();
    settings.put(StoreSettings.DATABASE, url);
    settings.put(StoreSettings.KEY, KEY);
    if (user != null) {
      settings.put(StoreSettings.USER, user);
    }
    return settings;
  }

  /** The tables of what may be missing for a while. */
  private static final String[] TABLES = {"smtpbot_secret", "smtpbot_claim", "smtpbot_entry"};

  /** From now on all that is asked of the database fails. */
  public static void takeAway(Map<String, String> settings) throws SQLException {
    for (String table : TABLES) {
      execute(settings, "ALTER TABLE " + table + " RENAME TO away_" + table);
    }
  }

  /** From now on it works again, and all is there. */
  public static void bringBack(Map<String, String> settings) throws SQLException {
    for (String table : TABLES) {
      execute(settings, "ALTER TABLE away_" + table + " RENAME TO " + table);
    }
  }

  private static void execute(Map<String, String> settings, String sql) throws SQLException {
    String url = Objects.requireNonNull(settings.get(StoreSettings.DATABASE));
    try (Connection connection =
            DriverManager.getConnection(url, settings.get(StoreSettings.USER), null);
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  /** Opens a store with these settings. */
  public static Store open(Map<String, String> settings) throws StoreException {
    return Store.open(StoreSettings.of(settings).orElseThrow());
  }
}
