package io.github.smtpbot.log.format;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier lines told of the messages of a log, by their queue ids: of the latest fifty
 * thousand, and of no more characters than there is room for, so that a log of any length takes the
 * same memory, whatever somebody wrote into it.
 */
final class Recent<V> {

  private static final int MOST = 50_000;
  private static final long MOST_CHARACTERS = 16_000_000;

  /** What an entry takes besides its characters. */
  private static final int ENTRY = 100;

  private final Map<String, V> told = new LinkedHashMap<>(1024, 0.75f, true);

  /** About what is held now; what goes is taken to be of the usual weight. */
  private long weight;

  @Nullable V get(String id) {
    return told.get(id);
  }

  void put(String id, V value) {
    told.put(id, value);
    weigh(id.length() + ENTRY);
    if (told.size() > MOST) {
      forgetEldest();
    }
  }

  /** Whoever keeps more in a value says so; what was told longest ago makes room for it. */
  void weigh(int characters) {
    weight += characters;
    while (weight > MOST_CHARACTERS && !told.isEmpty()) {
      forgetEldest();
    }
  }

  @Nullable V remove(String id) {
    V value = told.remove(id);
    if (value != null) {
      forgotten();
    }
    return value;
  }

  private void forgetEldest() {
    Iterator<String> eldest = told.keySet().iterator();
    eldest.next();
    eldest.remove();
    forgotten();
  }

  private void forgotten() {
    weight -= weight / (told.size() + 1);
  }
}
