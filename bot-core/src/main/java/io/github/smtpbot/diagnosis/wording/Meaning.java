package io.github.smtpbot.diagnosis.wording;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.PhraseRule;
import io.github.smtpbot.catalog.Provider;
import java.util.function.Consumer;

/** What a phrase, a mark or a host in the catalog stands for. */
public sealed interface Meaning {

  /** Gives this to the one of three that it is for, so that none is forgotten. */
  void tell(Consumer<OfProvider> ofProvider, Consumer<OfRule> ofRule, Consumer<OfCause> ofCause);

  /**
   * A provider's own wording, token or host.
   *
   * @param ofHouse whether any brand of the provider's house has it, and the provider only stands
   *     for them
   */
  record OfProvider(Provider provider, boolean ofHouse) implements Meaning {

    /** What this host, phrase or mark of a provider stands for. */
    static OfProvider of(Provider provider, String evidence) {
      House house = provider.house();
      return new OfProvider(provider, house != null && house.isShownBy(evidence));
    }

    @Override
    public void tell(
        Consumer<OfProvider> ofProvider, Consumer<OfRule> ofRule, Consumer<OfCause> ofCause) {
      ofProvider.accept(this);
    }
  }

  /** The condition of one of a provider's rules. */
  record OfRule(Provider provider, Provider.Rule rule) implements Meaning {
    @Override
    public void tell(
        Consumer<OfProvider> ofProvider, Consumer<OfRule> ofRule, Consumer<OfCause> ofCause) {
      ofRule.accept(this);
    }
  }

  /**
   * Wording that betrays a cause, whoever sends it.
   *
   * @param rank its place in the file: the lower, the stronger
   * @param vague whether others use it in another sense too
   * @param dotted whether it is a name with dots in it, which end no sentence: {@code
   *     RESOLVER.FWD.Loop}
   */
  record OfCause(int rank, Cause cause, boolean vague, boolean dotted) implements Meaning {
    /** What this phrase of a rule stands for. */
    static OfCause of(String phrase, int rank, PhraseRule rule) {
      boolean dotted = phrase.indexOf('.') > 0 && phrase.indexOf(' ') < 0;
      return new OfCause(rank, rule.cause(), rule.vague(), dotted);
    }

    @Override
    public void tell(
        Consumer<OfProvider> ofProvider, Consumer<OfRule> ofRule, Consumer<OfCause> ofCause) {
      ofCause.accept(this);
    }
  }

  /** Wording that takes back what the words within it would prove. */
  record OfNothing() implements Meaning {
    @Override
    public void tell(
        Consumer<OfProvider> ofProvider, Consumer<OfRule> ofRule, Consumer<OfCause> ofCause) {
      // It is for nobody: a text is looked up without what it takes back.
    }
  }
}
