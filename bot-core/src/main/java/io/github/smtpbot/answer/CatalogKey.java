package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A short reference to something of the catalog, made from what it is rather than from where it
 * stands: it is the same after every start, and leads nowhere once that thing has changed.
 */
final class CatalogKey {

  /** How many characters a key has, digits and letters in lower case. */
  static final int LENGTH = 5;

  private static final int SPACE = 36 * 36 * 36 * 36 * 36;

  private CatalogKey() {}

  /** The key of a provider's rule: of what it fits, and of the cause that it tells. */
  static String of(Provider.Rule rule) {
    return ofText(
        String.join(
            "\n",
            String.valueOf(rule.mark()),
            String.valueOf(rule.code()),
            String.valueOf(rule.enhanced()),
            String.join("\t", rule.phrases()),
            rule.cause().label()));
  }

  /** The key of a label, such as a cause's. */
  static String of(Enum<?> label) {
    return ofText(label.name());
  }

  private static String ofText(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    String key = Long.toString(sum.getValue() % SPACE, 36);
    return "0".repeat(LENGTH - key.length()) + key;
  }

  /** The label with this key; null if there is none. */
  static <E extends Enum<E>> @Nullable E label(Class<E> type, String key) {
    for (E label : type.getEnumConstants()) {
      if (of(label).equals(key)) {
        return label;
      }
    }
    return null;
  }

  /** The rule of that provider with this key; null if there is none. */
  static Provider.@Nullable Rule rule(@Nullable Provider provider, String key) {
    return provider == null
        ? null
        : provider.rules().stream().filter(rule -> of(rule).equals(key)).findFirst().orElse(null);
  }

  /** The provider with this id, or the one that stands for the house with it; null if none is. */
  static @Nullable Provider provider(Catalog catalog, String id) {
    return catalog.providers().stream()
        .filter(provider -> provider.id().equals(id) || standsFor(provider, id))
        .findFirst()
        .orElse(null);
  }

  private static boolean standsFor(Provider provider, String id) {
    House house = provider.house();
    return house != null && house.id().equals(id) && house.first().equals(provider.id());
  }
}
