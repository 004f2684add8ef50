package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider's rules by the codes that they name, each list in the order of the rules: an answer
 * about one code does not look through the hundreds that name another. Immutable to its users; safe
 * for use by many threads.
 */
public final class RulesByCode {

  private final Map<String, List<Provider.Rule>> byReplyCode = new HashMap<>();
  private final Map<Integer, List<Provider.Rule>> bySubject = new HashMap<>();

  RulesByCode(List<Provider.Rule> rules) {
    for (Provider.Rule rule : rules) {
      if (rule.code() != null) {
        byReplyCode.computeIfAbsent(rule.code(), code -> new ArrayList<>()).add(rule);
      }
      if (rule.enhanced() != null) {
        bySubject
            .computeIfAbsent(rule.enhanced().first().subject(), subject -> new ArrayList<>())
            .add(rule);
      }
    }
  }

  /** The rules that name this reply code; those that name a family of codes do not. */
  public List<Provider.Rule> naming(ReplyCode code) {
    return List.copyOf(byReplyCode.getOrDefault(code.text(), List.of()));
  }

  /** The rules that are about this enhanced status code. */
  public List<Provider.Rule> about(EnhancedStatusCode code) {
    List<Provider.Rule> found = new ArrayList<>();
    for (Provider.Rule rule : bySubject.getOrDefault(code.subject(), List.of())) {
      if (rule.enhanced() != null && rule.enhanced().matches(code)) {
        found.add(rule);
      }
    }
    return found;
  }
}
