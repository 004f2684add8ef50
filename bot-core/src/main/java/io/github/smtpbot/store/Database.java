package io.github.smtpbot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/**
 * The connections to the database. While it is away, who asks hears so at once: it is tried again
 * every other second. Safe for use by many threads.
 */
final class Database implements AutoCloseable {

  /** Slack waits three seconds for an answer, and what is asked here is a part of it. */
  private static final long PATIENCE = Duration.ofMillis(1_500).toMillis();

  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  /** SQLite writes one at a time. */
  private static final int SQLITE_CONNECTIONS = 1;

  private static final int CONNECTIONS = 5;

  private final HikariDataSource pool;
  private final String where;
  private volatile boolean away;
  private volatile long tryAgain;

  private Database(HikariDataSource pool, String where) {
    this.pool = pool;
    this.where = where;
  }

  /** Something that is done by a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Connects, and brings the tables up to date. */
  static Database open(StoreSettings settings) throws StoreException {
    try {
      migrate(settings);
      return new Database(new HikariDataSource(config(settings)), settings.where());
    } catch (RuntimeException e) {
      throw StoreException.of(e, settings.where());
    }
  }

  private static void migrate(StoreSettings settings) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(url(settings), settings.user(), settings.password())
        .locations("classpath:io/github/smtpbot/store/migration")
        .table("smtpbot_schema_history")
        // The database may hold what is not ours.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private static HikariConfig config(StoreSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(settings));
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.isSqlite() ? SQLITE_CONNECTIONS : CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE);
    config.setValidationTimeout(PATIENCE / 2);
    config.setPoolName("smtpbot-database");
    return config;
  }

  /** With what an answer can wait for, and with readers that do not wait for writers. */
  private static String url(StoreSettings settings) {
    String url = settings.url();
    String options =
        settings.isSqlite()
            ? "journal_mode=WAL&busy_timeout=1500"
            : "connectTimeout=5&socketTimeout=5&tcpKeepAlive=true&ApplicationName=smtpbot";
    return url + (url.contains("?") ? "&" : "?") + options;
  }

  /**
   * Does something in one transaction.
   *
   * @throws StoreException if the database fails; nothing is changed then
   */
  <T> T call(Work<T> work) throws StoreException {
    if (away && System.nanoTime() - tryAgain < 0) {
      throw StoreException.unavailable(where + ": it cannot be reached");
    }
    boolean connected = false;
    try (Connection connection = pool.getConnection()) {
      connected = true;
      T result = transactAgain(connection, work);
      away = false;
      return result;
    } catch (SQLException e) {
      // What fails for one transaction, such as a deadlock, is no reason to keep others away.
      if (!connected || Fault.isGone(e)) {
        tryAgain = System.nanoTime() + PAUSE;
        away = true;
      }
      throw StoreException.of(e, where);
    }
  }

  /** Two copies may have stood in each other's way; nothing was changed by the one that lost. */
  private static <T> T transactAgain(Connection connection, Work<T> work) throws SQLException {
    try {
      return transact(connection, work);
    } catch (SQLException e) {
      if (Fault.isCollision(e)) {
        return transact(connection, work);
      }
      throw e;
    }
  }

  private static <T> T transact(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection);
      throw e;
    }
  }

  /** SQLite has done so itself where its disk is full; a connection that is gone cannot. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // Nothing was committed.
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
