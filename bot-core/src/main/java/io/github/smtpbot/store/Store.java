package io.github.smtpbot.store;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A database that is open: SQLite in one file, or PostgreSQL, which several copies of a bot share.
 * Safe for use by many threads.
 */
public final class Store implements AutoCloseable {

  private final Database database;
  private final @Nullable Secrets secrets;
  private final Claims claims;
  private final Entries entries;

  private Store(Database database, @Nullable Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
    this.claims = new Claims(database, Clock.systemUTC());
    this.entries = new Entries(database);
  }

  /**
   * Connects, brings the tables up to date, and seals secrets with the current key.
   *
   * @throws StoreException if the database cannot be used, or a key is missing
   */
  public static Store open(StoreSettings settings) throws StoreException {
    Database database = Database.open(settings);
    try {
      Keys keys = settings.keys();
      return new Store(database, keys == null ? null : Secrets.open(database, keys));
    } catch (StoreException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * The secrets.
   *
   * @throws StoreException if there is no key to seal them by
   */
  public Secrets secrets() throws StoreException {
    if (secrets == null) {
      throw StoreException.setting(
          StoreSettings.KEY
              + " is not set: tokens are not stored without it; openssl rand -base64 32 makes one");
    }
    return secrets;
  }

  /** What one of several copies does for all. */
  public Claims claims() {
    return claims;
  }

  /** What teams have written or chosen. */
  public Entries entries() {
    return entries;
  }

  @Override
  public void close() {
    database.close();
  }
}
