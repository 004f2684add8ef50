package io.github.smtpbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one of several copies has taken on itself, each for a bounded time, so that no other does
 * the same. The clocks of the copies have to agree within a second or so. Safe for use by many
 * threads and processes.
 */
public final class Claims {

  /** How often what has run out is deleted. */
  private static final long CLEANING = Duration.ofMinutes(10).toMillis();

  private final Database database;
  private final Clock clock;
  private final AtomicLong cleaned = new AtomicLong();

  Claims(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes something on oneself; false if somebody has, and the time of that has not run out.
   *
   * @param id what it is; at most 200 characters
   * @param time for how long
   */
  public boolean take(String id, Duration time) throws StoreException {
    return database.call(
        connection -> {
          long now = clock.millis();
          clean(connection, now);
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO smtpbot_claim (id, until_ms) VALUES (?, ?)"
                      + " ON CONFLICT (id) DO UPDATE SET until_ms = excluded.until_ms"
                      + " WHERE smtpbot_claim.until_ms <= ?")) {
            insert.setString(1, id);
            insert.setLong(2, now + time.toMillis());
            insert.setLong(3, now);
            return insert.executeUpdate() > 0;
          }
        });
  }

  /** For how long it is taken from now on; zero if it is not. */
  public Duration left(String id) throws StoreException {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement("SELECT until_ms FROM smtpbot_claim WHERE id = ?")) {
            query.setString(1, id);
            try (ResultSet result = query.executeQuery()) {
              long left = result.next() ? result.getLong(1) - clock.millis() : 0;
              return Duration.ofMillis(Math.max(0, left));
            }
          }
        });
  }

  /** It is taken for this time from now on, whoever had it. */
  public void extend(String id, Duration time) throws StoreException {
    int unused =
        database.call(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO smtpbot_claim (id, until_ms) VALUES (?, ?)"
                          + " ON CONFLICT (id) DO UPDATE SET until_ms = excluded.until_ms")) {
                insert.setString(1, id);
                insert.setLong(2, clock.millis() + time.toMillis());
                return insert.executeUpdate();
              }
            });
  }

  /** Gives it back; false if nobody had it. */
  public boolean release(String id) throws StoreException {
    return database.call(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM smtpbot_claim WHERE id = ? AND until_ms > ?")) {
            delete.setString(1, id);
            delete.setLong(2, clock.millis());
            return delete.executeUpdate() > 0;
          }
        });
  }

  private void clean(Connection connection, long now) throws SQLException {
    long last = cleaned.get();
    if (now - last < CLEANING || !cleaned.compareAndSet(last, now)) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM smtpbot_claim WHERE until_ms <= ?")) {
      delete.setLong(1, now);
      int unused = delete.executeUpdate();
    }
  }
}
