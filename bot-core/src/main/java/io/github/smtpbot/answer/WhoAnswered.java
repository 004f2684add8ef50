package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names who answered: a provider, or all brands of its house where the text shows no more. */
final class WhoAnswered {

  private static final int MAX_HOST = 100;
  private static final int MAX_BRIEF_HOST = 40;

  private final Catalog catalog;
  private final Words words;

  WhoAnswered(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
  }

  /** Who answered, with the host; null if the text tells neither. */
  @Nullable String named(Finding finding) {
    String who = finding.house() == null ? speaker(finding) : brands(finding.house());
    if (finding.remoteHost() == null) {
      return who;
    }
    String host = Quotation.of(finding.remoteHost(), MAX_HOST);
    return who == null ? host : who + " (" + host + ")";
  }

  /** Who answered in one name, or the host; null if the text tells neither. */
  static @Nullable String briefly(Finding finding) {
    String host = finding.remoteHost();
    String who = shortSpeaker(finding);
    return who != null || host == null ? who : Quotation.of(host, MAX_BRIEF_HOST);
  }

  /** Whose words they are, in one name: the provider's or the house's; null if nothing tells. */
  static @Nullable String speaker(Finding finding) {
    House house = finding.house();
    Provider provider = finding.provider();
    return house != null ? house.name() : provider == null ? null : provider.name();
  }

  /** The same in as few words as there are. */
  static @Nullable String shortSpeaker(Finding finding) {
    House house = finding.house();
    Provider provider = finding.provider();
    return house != null ? house.name() : provider == null ? null : provider.shortName();
  }

  /** The brands of a house, the likeliest first. */
  private String brands(House house) {
    return words.ui(
        "house",
        catalog.providers().stream()
            .filter(brand -> brand.isOf(house))
            .sorted(Comparator.comparing(brand -> !brand.id().equals(house.first())))
            .map(Provider::shortName)
            .collect(Collectors.joining(", ")),
        house.name());
  }
}
