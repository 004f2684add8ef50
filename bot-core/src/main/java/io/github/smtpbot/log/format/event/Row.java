package io.github.smtpbot.log.format.event;

import java.util.List;
import java.util.Map;

/**
 * One record of CSV under its columns.
 *
 * @param columns the place of each, by its name in small letters, with hyphens for underscores
 * @param values in the order of the file
 */
record Row(Map<String, Integer> columns, List<String> values) {

  /** The value; empty if there is no such column, or nothing in it. */
  String get(String column) {
    Integer place = columns.get(column);
    return place == null || place >= values.size() ? "" : values.get(place).strip();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }
}
