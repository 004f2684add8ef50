package io.github.smtpbot.diagnosis.wording;

import io.github.smtpbot.catalog.Provider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which provider a host belongs to, by the longest of the names that it is or ends in. */
public final class HostIndex {

  private final Map<String, Meaning.OfProvider> byName = new HashMap<>();

  void add(String name, Provider provider) {
    byName.putIfAbsent(name.toLowerCase(Locale.ROOT), Meaning.OfProvider.of(provider, name));
  }

  /** The provider, or the house, of a host in lower case; null if it is nobody's. */
  public Meaning.@Nullable OfProvider find(String host) {
    String name = host;
    for (int labels = 0; labels < 12; labels++) {
      Meaning.OfProvider provider = byName.get(name);
      if (provider != null) {
        return provider;
      }
      int dot = name.indexOf('.');
      if (dot < 0) {
        return null;
      }
      name = name.substring(dot + 1);
    }
    return null;
  }
}
