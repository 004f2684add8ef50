package io.github.smtpbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What teams have written or chosen: short texts, each of a kind and a place under a number or a
 * name. A place is a workspace or a server. Safe for use by many threads and processes.
 */
public final class Entries {

  /** Behind a kind: where the number that was given last is kept. */
  private static final String LAST = " number";

  private static final String LAST_NAME = "last";

  private final Database database;

  Entries(Database database) {
    this.database = database;
  }

  /** All of a kind and a place, by their names. */
  public Map<String, String> all(String kind, String place) throws StoreException {
    return database.call(connection -> all(connection, kind, place));
  }

  private static Map<String, String> all(Connection connection, String kind, String place)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT name, content FROM smtpbot_entry WHERE kind = ? AND place = ?")) {
      query.setString(1, kind);
      query.setString(2, place);
      try (ResultSet result = query.executeQuery()) {
        Map<String, String> found = new TreeMap<>();
        while (result.next()) {
          found.put(result.getString(1), result.getString(2));
        }
        return found;
      }
    }
  }

  /** The places that have this text under this kind and name. */
  public List<String> places(String kind, String name, String text) throws StoreException {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT place FROM smtpbot_entry WHERE kind = ? AND name = ? AND content = ?")) {
            query.setString(1, kind);
            query.setString(2, name);
            query.setString(3, text);
            try (ResultSet result = query.executeQuery()) {
              List<String> found = new ArrayList<>();
              while (result.next()) {
                found.add(result.getString(1));
              }
              return found;
            }
          }
        });
  }

  private static int last(Connection connection, String kind, String place) throws SQLException {
    String last = all(connection, kind + LAST, place).get(LAST_NAME);
    return last == null ? 0 : Integer.parseInt(last);
  }

  /** Keeps a text in the place of an earlier one of this name. */
  public void put(String kind, String place, String name, String text) throws StoreException {
    int unused = database.call(connection -> put(connection, kind, place, name, text, true));
  }

  /**
   * Keeps texts under the next numbers, all of them or none. No number is given twice, so that
   * nobody removes another text than the one they saw.
   *
   * @param most how many there may be
   * @return their numbers, from 1 on; empty if there is no room for all
   */
  public List<Integer> add(String kind, String place, List<String> texts, int most)
      throws StoreException {
    return database.call(
        connection -> {
          Map<String, String> before = all(connection, kind, place);
          if (before.size() + texts.size() > most) {
            return List.of();
          }
          int number =
              before.keySet().stream()
                  .mapToInt(Integer::parseInt)
                  .reduce(last(connection, kind, place), Math::max);
          List<Integer> given = new ArrayList<>();
          for (String text : texts) {
            number++;
            // Another copy may have taken it meanwhile.
            while (put(connection, kind, place, String.valueOf(number), text, false) == 0) {
              number++;
            }
            given.add(number);
          }
          int unused = put(connection, kind + LAST, place, LAST_NAME, String.valueOf(number), true);
          return given;
        });
  }

  private static int put(
      Connection connection, String kind, String place, String name, String text, boolean replace)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO smtpbot_entry (kind, place, name, content) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (kind, place, name) DO "
                + (replace ? "UPDATE SET content = excluded.content" : "NOTHING"))) {
      insert.setString(1, kind);
      insert.setString(2, place);
      insert.setString(3, name);
      insert.setString(4, text);
      return insert.executeUpdate();
    }
  }

  /** Forgets the text of this name; false if there is none. */
  public boolean remove(String kind, String place, String name) throws StoreException {
    return database.call(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM smtpbot_entry WHERE kind = ? AND place = ? AND name = ?")) {
            delete.setString(1, kind);
            delete.setString(2, place);
            delete.setString(3, name);
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** Forgets all of a place, of every kind. */
  public void removeAll(String place) throws StoreException {
    int unused =
        database.call(
            connection -> {
              try (PreparedStatement delete =
                  connection.prepareStatement("DELETE FROM smtpbot_entry WHERE place = ?")) {
                delete.setString(1, place);
                return delete.executeUpdate();
              }
            });
  }
}
