package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.Provider;

/**
 * Who answered.
 *
 * @param provider the provider, or the brand that stands for its house
 * @param isHouseOnly whether no more than the house is shown, so that it may be any of its brands
 */
public record Answerer(Provider provider, boolean isHouseOnly) {}
