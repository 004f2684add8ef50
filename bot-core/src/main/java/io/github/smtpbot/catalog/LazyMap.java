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
import org.jspecify.annotations.Nullable;

/**
 * A section of a catalog file with an entry for each code, of which an entry is read when it is
 * first asked for: a question needs a few of hundreds, and the terminal's start waits for them.
 * Immutable to its users, and safe for use by many threads.
 */
final class LazyMap<K extends Code & Comparable<K>, V> {

  private final Node.Mapping section;
  private final BiFunction<Place, String, K> keys;
  private final BiFunction<K, Node, V> values;
  private final Map<K, V> read = new ConcurrentHashMap<>();
  private volatile @Nullable List<V> all;

  /**
   * Entries to be read.
   *
   * @param keys reads the code that an entry is filed under; fails if it is none
   * @param values reads an entry; fails if it is malformed
   */
  LazyMap(Node.Mapping section, BiFunction<Place, String, K> keys, BiFunction<K, Node, V> values) {
    this.section = section;
    this.keys = keys;
    this.values = values;
  }

  boolean has(K code) {
    return read.containsKey(code) || section.find(code.text()) != null;
  }

  /** The entry of a code; null if there is none. */
  @Nullable V find(K code) {
    V value = read.get(code);
    if (value == null) {
      Node node = section.find(code.text());
      if (node != null) {
        value = values.apply(code, node);
        read.put(code, value);
      }
    }
    return value;
  }

  /** Every entry, in the order of the codes. */
  List<V> all() {
    List<V> known = all;
    if (known == null) {
      TreeSet<K> sorted = new TreeSet<>();
      section.entries().forEach((key, node) -> sorted.add(keys.apply(node.place(), key)));
      List<V> found = new ArrayList<>();
      for (K code : sorted) {
        V value = find(code);
        if (value != null) {
          found.add(value);
        }
      }
      known = Collections.unmodifiableList(found);
      all = known;
    }
    return known;
  }
}
