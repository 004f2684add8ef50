package io.github.smtpbot.log.format;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What earlier lines told of the messages of a log, by their queue ids: of the latest fifty
 * thousand, and of no more characters than there is room for, so that a log of any length takes the
 * same memory, whatever somebody wrote into it.
 */
final class Recent<V> {

  static final int MOST = 50_000;
  static final long MOST_CHARACTERS = 16_000_000;

  /** What an entry takes besides its characters. */
  static final int ENTRY = 100;

  private final ToIntFunction<V> characters;
  private final Map<String, Weighed<V>> told = new LinkedHashMap<>(1024, 0.75f, true);
  private long weight;

  /** A value, with what it and its id weighed when it was put here. */
  private record Weighed<V>(V value, int weight) {}

  /**
   * Nothing is told yet.
   *
   * @param characters how many a value holds
   */
  Recent(ToIntFunction<V> characters) {
    this.characters = characters;
  }

  @Nullable V get(String id) {
    Weighed<V> known = told.get(id);
    return known == null ? null : known.value;
  }

  /**
   * Remembers a value, or that it has become longer; what was told longest ago makes room for it.
   */
  void put(String id, V value) {
    Weighed<V> weighed = new Weighed<>(value, ENTRY + id.length() + characters.applyAsInt(value));
    weight += weighed.weight;
    forgotten(told.put(id, weighed));
    while (told.size() > MOST || weight > MOST_CHARACTERS) {
      Iterator<Weighed<V>> eldest = told.values().iterator();
      forgotten(eldest.next());
      eldest.remove();
    }
  }

  @Nullable V remove(String id) {
    Weighed<V> known = told.remove(id);
    forgotten(known);
    return known == null ? null : known.value;
  }

  private void forgotten(@Nullable Weighed<V> gone) {
    weight -= gone == null ? 0 : gone.weight;
  }
}
