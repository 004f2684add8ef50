package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for whom. Evidence counts once per kind of strength, so that repeating oneself
 * proves nothing. What shows no more than a house speaks for each of its brands alike.
 */
final class Votes {

  /** Of so many providers at most most replies show something. */
  private static final int FEW = 4;

  private final Function<String, @Nullable Provider> byId;

  /** All that speaks for a provider, but for what speaks for its house. */
  private final IdentityHashMap<Provider, Double> own = new IdentityHashMap<>(FEW);

  /** What nobody but the provider has said. */
  private final IdentityHashMap<Provider, Double> shown = new IdentityHashMap<>(FEW);

  /** What any brand of a house has said, by the house's label. */
  private final Map<String, Double> houses = new HashMap<>();

  Votes(Function<String, @Nullable Provider> byId) {
    this.byId = byId;
  }

  /** Words that the provider uses, and others may use too. */
  void forWords(Provider provider, double weight) {
    add(own, provider, weight);
  }

  /** What this provider has, and nobody else. */
  void forProvider(Provider provider, double weight) {
    add(own, provider, weight);
    add(shown, provider, weight);
  }

  /** What any brand of the provider's house has, and nobody else. */
  void forHouse(Provider provider, double weight) {
    House house = provider.house();
    if (house == null) {
      throw new IllegalArgumentException(provider.id() + " is of no house");
    }
    own.putIfAbsent(provider, 0.0);
    add(houses, house.id(), weight);
  }

  /**
   * Who has the most votes; null if nobody has enough.
   *
   * @param enough how many votes tell who answered
   */
  @Nullable Answerer winner(DoublePredicate enough) {
    if (own.isEmpty()) {
      return null;
    }
    Provider winner = null;
    double most = 0;
    for (Provider provider : own.keySet()) {
      double votes = all(provider);
      boolean ahead =
          winner == null
              || votes > most
              || (votes == most && provider.id().compareTo(winner.id()) < 0);
      if (ahead && enough.test(votes)) {
        winner = provider;
        most = votes;
      }
    }
    return winner == null ? null : brandOf(winner);
  }

  private double all(Provider provider) {
    House house = provider.house();
    double forHouse = house == null ? 0 : houses.getOrDefault(house.id(), 0.0);
    return together(own.getOrDefault(provider, 0.0), forHouse);
  }

  /** The one brand that something shows among those of the winner's house; else the house. */
  private Answerer brandOf(Provider winner) {
    House house = winner.house();
    if (house == null) {
      return new Answerer(winner, false);
    }
    double most = brands(house).mapToDouble(this::shown).max().orElse(0);
    List<Provider> brands = brands(house).filter(brand -> shown(brand) == most).toList();
    if (brands.size() == 1) {
      return new Answerer(brands.get(0), false);
    }
    Provider first = byId.apply(house.first());
    return new Answerer(first == null ? winner : first, true);
  }

  private double shown(Provider provider) {
    return shown.getOrDefault(provider, 0.0);
  }

  private Stream<Provider> brands(House house) {
    return shown.keySet().stream().filter(brand -> brand.isOf(house));
  }

  private static <K> void add(Map<K, Double> votes, K key, double weight) {
    votes.merge(key, weight, Votes::together);
  }

  private static double together(double one, double other) {
    return Math.max(one, other) + Math.min(one, other) / 10;
  }
}
