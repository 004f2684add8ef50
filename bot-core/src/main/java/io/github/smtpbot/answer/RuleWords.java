package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Role;
import java.util.List;
import java.util.Map;

/** What is said of a cause where a provider's rule tells it. */
final class RuleWords {

  private RuleWords() {}

  /**
   * What is said of the cause, with the meaning that the rule gives. Where the rule makes it a
   * matter of the sender's side alone, other than its cause in general, that side's step stands
   * alone: nobody there is to write to a postmaster who has no part in it.
   *
   * @param said what is said of the cause in general
   * @param usual who acts on it in general
   * @param tag the language of both
   */
  static CauseWords of(Provider.Rule rule, CauseWords said, List<Party> usual, String tag) {
    String meaning = rule.meaning().getOrDefault(tag, said.meaning());
    String step = rule.fix().get(tag);
    boolean own = isOfSendersSide(rule.acts()) && !isOfSendersSide(usual);
    if (step == null || !own) {
      return new CauseWords(said.name(), meaning, said.fix(), said.escalate());
    }
    Role role = CodeParts.roleOf(rule.acts().get(0));
    return new CauseWords(said.name(), meaning, Map.of(role, step), "");
  }

  private static boolean isOfSendersSide(List<Party> acts) {
    return !acts.isEmpty()
        && acts.stream().allMatch(party -> party == Party.SENDER || party == Party.SENDER_ADMIN);
  }
}
