package io.github.smtpbot.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of facts that the catalog is held against; each begins with its origin. */
final class FactTable {

  private FactTable() {}

  /** The rows of a table, each by the names of its columns. */
  static List<Map<String, String>> rows(String table) {
    List<List<String>> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of("src/test/resources/facts", table + ".csv"))) {
        if (!line.startsWith("#")) {
          lines.add(cells(line));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<String> names = lines.remove(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A row's value in a column that the table has. */
  static String get(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
