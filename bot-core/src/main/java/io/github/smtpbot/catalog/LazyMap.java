package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A section of a catalog file with an entry for each code, of which an entry is read when it is
 * first asked for: a question needs a few of hundreds, and the terminal's start waits for them.
 * Immutable to its users, and safe for use by many threads.
 */
final class LazyMap<K extends Code & Comparable<K>, V> {

  private final Lazy<Node.Mapping> section;
  private final BiFunction<Place, String, K> keys;
  private final BiFunction<K, Node, V> values;
  private final Map<K, V> read = new ConcurrentHashMap<>();
  private final Lazy<List<V>> all = new Lazy<>(this::readAll);

  /**
   * Entries to be read.
   *
   * @param section the section, which is read when it is first asked for, too
   * @param keys reads the code that an entry is filed under; fails if it is none
   * @param values reads an entry; fails if it is malformed
   */
  LazyMap(
      Supplier<Node.Mapping> section,
      BiFunction<Place, String, K> keys,
      BiFunction<K, Node, V> values) {
    this.section = new Lazy<>(section);
    this.keys = keys;
    this.values = values;
  }

  boolean has(K code) {
    return read.containsKey(code) || section.get().find(code.text()) != null;
  }

  /** The entry of a code; null if there is none. */
  @Nullable V find(K code) {
    V value = read.get(code);
    if (value == null) {
      Node node = section.get().find(code.text());
      if (node != null) {
        value = values.apply(code, node);
        read.put(code, value);
      }
    }
    return value;
  }

  /** Every entry, in the order of the codes. */
  List<V> all() {
    return all.get();
  }

  private List<V> readAll() {
    TreeSet<K> sorted = new TreeSet<>();
    for (Map.Entry<String, Node> entry : section.get().entries().entrySet()) {
      sorted.add(keys.apply(entry.getValue().place(), entry.getKey()));
    }
    List<V> found = new ArrayList<>();
    for (K code : sorted) {
      V value = find(code);
      if (value != null) {
        found.add(value);
      }
    }
    return Collections.unmodifiableList(found);
  }
}
