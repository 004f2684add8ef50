package io.github.smtpbot.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used. The message is one line for the person who runs the bot; it holds no
 * secret and nothing of what is stored.
 */
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Kind {
    /** A setting is missing or wrong: waiting does not help. */
    SETTING,
    /** It cannot be reached, or has no room: it may work later. */
    UNAVAILABLE
  }

  private final Kind kind;

  private StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static StoreException setting(String message) {
    return new StoreException(Kind.SETTING, message);
  }

  static StoreException unavailable(String message) {
    return new StoreException(Kind.UNAVAILABLE, message);
  }

  /**
   * Says what a driver reports, in words of our own: the driver's may quote what was written.
   *
   * @param where the address of the database, without secrets
   */
  static StoreException of(Throwable failure, String where) {
    SQLException sql = cause(failure);
    if (sql == null) {
      return unavailable(where + ": " + failure.getClass().getSimpleName());
    }
    Fault fault = Fault.of(sql);
    return new StoreException(fault.kind(), where + ": " + fault.words());
  }

  /** The failure of the driver that is behind it; null if there is none. */
  private static @Nullable SQLException cause(Throwable failure) {
    SQLException found = null;
    Throwable each = failure;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (each instanceof SQLException sql) {
        found = sql;
      }
      each = each.getCause();
    }
    return found;
  }

  /** What is wrong with it. */
  public Kind kind() {
    return kind;
  }
}
