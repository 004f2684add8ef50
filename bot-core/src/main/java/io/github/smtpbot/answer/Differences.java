package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of a comparison: in it what differs, in a line below what is the same. */
final class Differences {

  /** What follows from other rows, so that it is not told again where it is the same. */
  private static final String FOLLOWS = "differences.final";

  /** What the first digit of a code shows. */
  private static final String FROM_THE_CODE = "differences.severity";

  private final Words words;
  private final List<String> columns;
  private final List<Part.Row> rows = new ArrayList<>();
  private final List<Part.Row> important = new ArrayList<>();
  private final List<String> same = new ArrayList<>();

  Differences(Words words, List<String> columns) {
    this.words = words;
    this.columns = columns;
  }

  /**
   * How one of the compared stands in a respect.
   *
   * @param key what the respect is called
   * @param value as it is written
   * @param by what differs if the compared do: what is written in two ways may be one
   */
  record Respect(String key, String value, Object by) {
    Respect(String key, String value) {
      this(key, value, value);
    }
  }

  /** Compares in several respects, which each of the compared has in the same order. */
  Differences rows(List<List<Respect>> compared) {
    for (int i = 0; i < compared.get(0).size(); i++) {
      int which = i;
      row(compared.stream().map(respects -> respects.get(which)).toList());
    }
    return this;
  }

  /** Compares in one respect. */
  <T> Differences row(String key, List<T> compared, Function<T, String> value) {
    return row(compared.stream().map(one -> new Respect(key, value.apply(one))).toList());
  }

  private Differences row(List<Respect> compared) {
    Respect first = compared.get(0);
    String key = first.key();
    if (compared.stream().anyMatch(other -> !other.by().equals(first.by()))) {
      Part.Row row =
          new Part.Row(words.ui(key), compared.stream().map(Respect::value).toList(), true);
      rows.add(row);
      if (!key.equals(FOLLOWS) && !key.equals(FROM_THE_CODE)) {
        important.add(row);
      }
    } else if (!key.equals(FOLLOWS) && !first.value().equals(words.ui("undefined"))) {
      same.add(words.ui("labelled", words.ui(key), first.value()));
    }
    return this;
  }

  /** What differs, the row first that says most; what follows from another row is left out. */
  List<Part.Row> important() {
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
            String.join("; ", same));
  }
}
