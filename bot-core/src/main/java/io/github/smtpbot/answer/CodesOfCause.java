package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the codes that mean a cause. */
final class CodesOfCause {

  private static final int MAX_CODES = 6;

  private final Catalog catalog;

  CodesOfCause(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The codes that mean this cause: each enhanced status code with the reply codes it usually comes
   * with, then reply codes of their own; those that an RFC defines first.
   */
  List<Code> of(Cause cause) {
    Set<Code> codes = new LinkedHashSet<>();
    for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
      if (facts.cause() == cause) {
        codes.add(facts.code());
        codes.addAll(facts.basic().stream().limit(2).toList());
      }
    }
    for (ReplyCodeFacts facts : catalog.replyCodes()) {
      if (facts.cause() == cause) {
        codes.add(facts.code());
      }
    }
    return codes.stream()
        .filter(catalog::has)
        .sorted(Comparator.comparing(code -> !isStandard(code)))
        .limit(MAX_CODES)
        .toList();
  }

  private boolean isStandard(Code code) {
    ReplyCodeFacts facts = code instanceof ReplyCode reply ? catalog.find(reply) : null;
    return facts == null || facts.status() == CodeStatus.STANDARD;
  }
}
