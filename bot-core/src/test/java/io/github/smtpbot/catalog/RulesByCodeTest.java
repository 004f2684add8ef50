package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking rules up by a code finds what going through all of them finds, in the same order. */
class RulesByCodeTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  static List<Provider> providers() {
    return CATALOG.providers();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aReplyCodeFindsTheRulesThatNameIt(Provider provider) {
    RulesByCode rules = CATALOG.rulesByCode(provider);
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      List<Provider.Rule> named =
          provider.rules().stream()
              .filter(rule -> facts.code().text().equals(rule.code()))
              .toList();
      assertEquals(named, rules.naming(facts.code()));
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void anEnhancedStatusCodeFindsTheRulesThatItMatches(Provider provider) {
    RulesByCode rules = CATALOG.rulesByCode(provider);
    for (Provider.Rule rule : provider.rules()) {
      EnhancedPattern meant = rule.enhanced();
      if (meant != null) {
        EnhancedStatusCode code = meant.first();
        List<Provider.Rule> matching =
            provider.rules().stream()
                .filter(other -> other.enhanced() != null && other.enhanced().matches(code))
                .toList();
        assertFalse(matching.isEmpty());
        assertEquals(matching, rules.about(code));
      }
    }
  }
}
