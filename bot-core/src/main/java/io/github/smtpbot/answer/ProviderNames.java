package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Provider;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the provider that somebody asks about by name: {@code Gmail}, {@code microsoft 365}. */
final class ProviderNames {

  private ProviderNames() {}

  /**
   * The provider with this name or one of its names, else the one whose name begins so; or null.
   */
  static @Nullable Provider find(List<Provider> providers, String text) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    Provider exact = first(providers, asked, String::equals);
    return exact != null
        ? exact
        : first(providers, asked, (name, begin) -> name.startsWith(begin + " "));
  }

  private static @Nullable Provider first(
      List<Provider> providers, String asked, BiPredicate<String, String> fits) {
    return providers.stream()
        .filter(provider -> names(provider).anyMatch(name -> fits.test(name, asked)))
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> names(Provider provider) {
    String name = provider.name().toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(provider.id(), name), Stream.of(name.split(" / ")));
  }
}
