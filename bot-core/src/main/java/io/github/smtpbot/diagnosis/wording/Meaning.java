package io.github.smtpbot.diagnosis.wording;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;

/** What a phrase, a mark or a host in the catalog stands for. */
public sealed interface Meaning {

  /** A provider's own wording, token or host. */
  record OfProvider(Provider provider) implements Meaning {}

  /** The condition of one of a provider's rules. */
  record OfRule(Provider provider, Provider.Rule rule) implements Meaning {}

  /**
   * Wording that betrays a cause, whoever sends it.
   *
   * @param rank its place in the file: the lower, the stronger
   */
  record OfCause(int rank, Cause cause) implements Meaning {}
}
