package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Provider;
import java.util.List;

/** The words by which a provider is asked about, so that they are read as its name anywhere. */
public final class ProviderNames {

  private ProviderNames() {}

  /**
   * The id of a provider, or where people greet with that word, {@code hey}, another name of it.
   *
   * @param id of any provider
   */
  public static String asked(String id, Catalog catalog) {
    boolean greets =
        catalog.cues().stream()
            .anyMatch(cues -> cues.words().getOrDefault(Cues.Part.GREETS, List.of()).contains(id));
    Provider provider = greets ? catalog.provider(id) : null;
    return provider == null || provider.aliases().isEmpty() ? id : provider.aliases().get(0);
  }
}
