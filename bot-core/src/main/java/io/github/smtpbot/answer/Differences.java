package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of a comparison: in it what differs, in a line below what is the same. */
final class Differences {

  /** What follows from other rows, so that it is not told again where it is the same. */
  private static final String FOLLOWS = "differences.final";

  private final Words words;
  private final List<String> columns;
  private final List<Part.Row> rows = new ArrayList<>();
  private final List<String> same = new ArrayList<>();

  Differences(Words words, List<String> columns) {
    this.words = words;
    this.columns = columns;
  }

  /** Compares in one respect. */
  <T> Differences row(String key, List<T> compared, Function<T, String> value) {
    return row(key, compared, value, value);
  }

  /**
   * The same, where what is written in two ways may be one.
   *
   * @param by what differs if the compared do
   */
  <T> Differences row(String key, List<T> compared, Function<T, String> value, Function<T, ?> by) {
    List<String> values = compared.stream().map(value).toList();
    if (compared.stream().map(by).distinct().count() > 1) {
      rows.add(new Part.Row(words.ui(key), values, true));
    } else if (!key.equals(FOLLOWS) && !values.get(0).equals(words.ui("undefined"))) {
      same.add(words.ui("labelled", words.ui(key), values.get(0)));
    }
    return this;
  }

  /** What differs, the row first that says most; what follows from another row is left out. */
  List<Part.Row> important() {
    List<Part.Row> important = new ArrayList<>(rows);
    List.of("differences.severity", FOLLOWS)
        .forEach(key -> important.removeIf(row -> row.label().equals(words.ui(key))));
    return List.copyOf(important);
  }

  List<String> columns() {
    return columns;
  }

  /** What differs; null if nothing does. */
  Part.@Nullable Table table() {
    return rows.isEmpty()
        ? null
        : new Part.Table(words.ui("differences"), columns, List.copyOf(rows));
  }

  /** What is the same; null if nothing is. */
  Part.@Nullable Text same() {
    return same.isEmpty()
        ? null
        : new Part.Text(
            words.ui(columns.size() == 2 ? "differences.both" : "differences.all"),
            same.stream().collect(Collectors.joining("; ")));
  }
}
