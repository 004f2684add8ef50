package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads CSV whose columns a line names: the first, or a comment as Exchange writes it, anew in each
 * file.
 */
final class CsvEvents implements EventReader {

  private static final String FIELDS = "#Fields:";

  /** The other comments that Exchange begins a log with. */
  private static final List<String> COMMENTS =
      List.of("#Software: Microsoft Exchange", "#Version:", "#Log-type:", "#Date:");

  private final RowMeaning meaning;
  private final CsvRecords records = new CsvRecords();
  private Map<String, Integer> columns = Map.of();

  /** How many values a record needs, so that it is known to be whole. */
  private int width;

  private long events;

  CsvEvents(RowMeaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (!records.isOpen() && text.startsWith("#")) {
      return comment(text);
    }
    List<String> record = records.add(text);
    if (records.isBroken()) {
      return false;
    }
    return records.isOpen() ? width > 0 : record(record, line, deliveries);
  }

  private boolean comment(String text) {
    if (text.startsWith(FIELDS)) {
      List<String> named = new CsvRecords().add(text.substring(FIELDS.length()).strip());
      columns = Map.of();
      width = 0;
      return names(named, true);
    }
    return COMMENTS.stream().anyMatch(text::startsWith);
  }

  private boolean record(List<String> record, LogLine line, Consumer<? super Delivery> deliveries) {
    if (record.isEmpty()) {
      return false;
    }
    if (names(record, false)) {
      return true;
    }
    if (width == 0) {
      List<String> told = meaning.columnsOf(record);
      if (told.isEmpty()) {
        return false;
      }
      columns(told);
      width = 1;
    }
    if (record.size() < width || !meaning.tell(new Row(columns, record), line, deliveries)) {
      return false;
    }
    events++;
    return true;
  }

  /** Takes the columns if these are their names. */
  private boolean names(List<String> record, boolean commented) {
    if (!record.stream().allMatch(CsvEvents::mayBeName)) {
      return false;
    }
    List<String> names = new ArrayList<>(record.size());
    for (String name : record) {
      names.add(name.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (!meaning.areColumns(names, commented)) {
      return false;
    }
    columns(names);
    width = names.size();
    events++;
    return true;
  }

  /** Every record of these formats holds a time, which begins with a digit. */
  private static boolean mayBeName(String value) {
    return value.isBlank() || Character.isLetter(value.codePointAt(0));
  }

  private void columns(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
    columns = places;
  }
}
