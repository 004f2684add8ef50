package io.github.smtpbot.log.format.event;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Makes records of lines: a quoted value may go on over several. */
final class CsvRecords {

  /** A record of more characters or lines than this is broken. */
  static final int MAX_LENGTH = 1 << 20;

  static final int MAX_LINES = 1_000;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final StringBuilder open = new StringBuilder();
  private int lines;
  private boolean quoted;
  private boolean broken;

  /** Whether the record goes on in the next line. */
  boolean isOpen() {
    return lines > 0;
  }

  /** Whether the last line ended in no record that could be read. */
  boolean isBroken() {
    return broken;
  }

  /** The record that ends with this line; empty if none does. */
  List<String> add(String line) {
    broken = false;
    quoted = endsQuoted(line, quoted);
    if (lines == 0 && !quoted) {
      return parse(line);
    }
    if (open.length() + line.length() > MAX_LENGTH || lines >= MAX_LINES) {
      clear();
      broken = true;
      return List.of();
    }
    open.append(lines == 0 ? "" : "\n").append(line);
    lines++;
    if (quoted) {
      return List.of();
    }
    String record = open.toString();
    clear();
    return parse(record);
  }

  private void clear() {
    open.setLength(0);
    lines = 0;
    quoted = false;
  }

  /** A quotation begins only where a value does: elsewhere a quotation mark is itself. */
  private static boolean endsQuoted(String line, boolean begun) {
    boolean within = begun;
    boolean start = !begun;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (within) {
        // Two of them are one of the value's own: the second opens again.
        within = c != '"';
        start = !within && i + 1 < line.length() && line.charAt(i + 1) == '"';
      } else {
        within = start && c == '"';
        start = c == ',';
      }
    }
    return within;
  }

  private List<String> parse(String record) {
    if (record.isBlank() || record.length() > MAX_LENGTH) {
      broken = true;
      return List.of();
    }
    try (CSVParser parser = CSVParser.parse(record, FORMAT)) {
      for (CSVRecord only : parser) {
        return only.toList();
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // Its message would quote the record.
      broken = true;
    }
    return List.of();
  }
}
