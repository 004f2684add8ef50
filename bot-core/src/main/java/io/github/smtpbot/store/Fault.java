package io.github.smtpbot.store;

import io.github.smtpbot.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What the word of a driver means for whoever runs the bot.
 *
 * @param words what is wrong and what to do, on one line
 */
record Fault(Kind kind, String words) {

  /** Of an extended result code of SQLite, the lower byte is the code itself. */
  private static final int SQLITE_CODE = 0xff;

  /** Of a SQLSTATE: a connection that fails, and a server that ends. */
  private static final String CONNECTION = "08";

  /** Of what was rolled back for another transaction, such as at a deadlock. */
  private static final String COLLISION = "40";

  private static final String SHUTDOWN = "57P";

  private static final String FULL = "there is no room left on its disk";

  /** Reads the code of SQLite, or the SQLSTATE that PostgreSQL gives. */
  static Fault of(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return state.isEmpty() ? ofSqlite(failure.getErrorCode() & SQLITE_CODE) : ofPostgres(state);
  }

  /** Whether the connection itself is of no use any more. */
  static boolean isGone(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return state.isEmpty()
        ? (failure.getErrorCode() & SQLITE_CODE) == 0
        : state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN);
  }

  /** Whether a transaction was given up for another's sake, and may be tried again. */
  static boolean isCollision(SQLException failure) {
    return Objects.requireNonNullElse(failure.getSQLState(), "").startsWith(COLLISION);
  }

  /** See https://www.sqlite.org/rescode.html. */
  private static Fault ofSqlite(int code) {
    return switch (code) {
      // Not the driver's: the pool has waited in vain.
      case 0 -> unavailable("it cannot be reached");
      case 5, 6 -> unavailable("another process keeps it locked");
      case 8 -> setting("it may not be written");
      case 11 -> unavailable("the file is damaged; restore it from a backup");
      case 13 -> unavailable(FULL);
      case 14 ->
          setting("the file cannot be opened; does its directory exist, and may it be written?");
      case 26 -> setting("the file is no database of SQLite");
      default -> unavailable("it fails with SQLite's code " + code);
    };
  }

  /** See the appendix on error codes of PostgreSQL's documentation. */
  private static Fault ofPostgres(String state) {
    if (state.startsWith("28")) {
      return setting(
          "it refuses the user or the password; see "
              + StoreSettings.USER
              + " and "
              + StoreSettings.PASSWORD);
    }
    if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
      return unavailable("it cannot be reached");
    }
    return switch (state) {
      case "3D000" -> setting("there is no database of that name");
      case "42501" -> setting("the user may not do what is needed there");
      case "53100" -> unavailable(FULL);
      case "53300" -> unavailable("it takes no more connections");
      default -> unavailable("it fails with SQLSTATE " + state);
    };
  }

  private static Fault setting(String words) {
    return new Fault(Kind.SETTING, words);
  }

  private static Fault unavailable(String words) {
    return new Fault(Kind.UNAVAILABLE, words);
  }
}
