package io.github.smtpbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Secrets such as the tokens of workspaces, each under a kind and an id, sealed before they reach
 * the database. Safe for use by many threads and processes.
 */
public final class Secrets {

  /** Stands between the id of the key and what it has sealed. */
  private static final char VOUCHER = '.';

  private final Database database;
  private final Keys keys;

  /** A secret as it stands in its row. */
  private record Row(String kind, String id, String keyId, String sealed) {

    String place() {
      return Secrets.place(kind, id);
    }
  }

  private Secrets(Database database, Keys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Seals anew what an earlier key has sealed. */
  static Secrets open(Database database, Keys keys) throws StoreException {
    Secrets secrets = new Secrets(database, keys);
    for (Row row : database.call(connection -> secrets.sealedOtherwise(connection))) {
      String secret = keys.open(row.sealed(), row.keyId(), row.place());
      String sealed = keys.seal(secret, row.place());
      int unused = database.call(connection -> secrets.replace(connection, row, sealed));
    }
    return secrets;
  }

  private List<Row> sealedOtherwise(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT kind, id, key_id, sealed FROM smtpbot_secret WHERE key_id <> ?")) {
      query.setString(1, keys.current());
      return rows(query);
    }
  }

  /** Another copy may have changed it meanwhile; then that holds. */
  private int replace(Connection connection, Row row, String sealed) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE smtpbot_secret SET key_id = ?, sealed = ?"
                + " WHERE kind = ? AND id = ? AND sealed = ?")) {
      update.setString(1, keys.current());
      update.setString(2, sealed);
      update.setString(3, row.kind());
      update.setString(4, row.id());
      update.setString(5, row.sealed());
      return update.executeUpdate();
    }
  }

  /** Keeps a secret, in the place of an earlier one. */
  public void put(String kind, String id, String secret) throws StoreException {
    String sealed = keys.seal(secret, place(kind, id));
    int unused =
        database.call(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO smtpbot_secret (kind, id, key_id, sealed) VALUES (?, ?, ?, ?)"
                          + " ON CONFLICT (kind, id) DO UPDATE"
                          + " SET key_id = excluded.key_id, sealed = excluded.sealed")) {
                insert.setString(1, kind);
                insert.setString(2, id);
                insert.setString(3, keys.current());
                insert.setString(4, sealed);
                return insert.executeUpdate();
              }
            });
  }

  /** The secret of this id; empty if there is none. */
  public Optional<String> find(String kind, String id) throws StoreException {
    List<Row> found =
        database.call(
            connection -> {
              try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT kind, id, key_id, sealed FROM smtpbot_secret"
                          + " WHERE kind = ? AND id = ?")) {
                query.setString(1, kind);
                query.setString(2, id);
                return rows(query);
              }
            });
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Row row = found.get(0);
    return Optional.of(keys.open(row.sealed(), row.keyId(), row.place()));
  }

  /** Forgets the secret of this id, if there is one. */
  public void remove(String kind, String id) throws StoreException {
    int unused =
        database.call(
            connection -> {
              try (PreparedStatement delete =
                  connection.prepareStatement(
                      "DELETE FROM smtpbot_secret WHERE kind = ? AND id = ?")) {
                delete.setString(1, kind);
                delete.setString(2, id);
                return delete.executeUpdate();
              }
            });
  }

  /**
   * Seals a text that somebody keeps for us who must neither read nor make one, such as the state
   * of a browser. Nothing is stored.
   *
   * @param purpose what it is for; the same is needed to read it
   * @return letters and digits, {@code -}, {@code _} and a dot
   */
  public String voucher(String text, String purpose) {
    return keys.current() + VOUCHER + keys.seal(text, purpose);
  }

  /** Reads a {@link #voucher}; empty if it is none of ours for this purpose. */
  public Optional<String> readVoucher(String voucher, String purpose) {
    int dot = voucher.indexOf(VOUCHER);
    if (dot < 0 || !keys.knows(voucher.substring(0, dot))) {
      return Optional.empty();
    }
    try {
      return Optional.of(keys.open(voucher.substring(dot + 1), voucher.substring(0, dot), purpose));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  private static List<Row> rows(PreparedStatement query) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(
            new Row(
                result.getString("kind"),
                result.getString("id"),
                result.getString("key_id"),
                result.getString("sealed")));
      }
      return rows;
    }
  }

  private static String place(String kind, String id) {
    return kind + "\n" + id;
  }
}
