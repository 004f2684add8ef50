package io.github.smtpbot.log.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier lines told of the messages of a log, by their queue ids: of the latest some ten
 * thousand, so that a log of any length takes the same memory.
 */
final class Recent<V> {

  private static final int MOST = 50_000;

  private final Map<String, V> told = new LinkedHashMap<>(1024, 0.75f, true);

  @Nullable V get(String id) {
    return told.get(id);
  }

  void put(String id, V value) {
    told.put(id, value);
    if (told.size() > MOST) {
      told.remove(told.keySet().iterator().next());
    }
  }

  @Nullable V remove(String id) {
    return told.remove(id);
  }
}
