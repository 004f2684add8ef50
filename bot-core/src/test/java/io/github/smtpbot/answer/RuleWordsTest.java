package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.catalog.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a provider makes something the sender's own matter, nobody is sent to the other side. */
class RuleWordsTest {

  private static final CauseWords GENERAL =
      new CauseWords(
          "Rejected by a rule",
          "A rule forbids it.",
          Map.of(Role.SENDER, "Ask the recipient."),
          "Write to the receiving postmaster.");

  private static final List<Party> BOTH_SIDES = List.of(Party.SENDER_ADMIN, Party.RECIPIENT_ADMIN);

  private static CauseWords said(List<Party> acts, Map<String, String> fix, List<Party> usual) {
    Provider.Rule rule =
        new Provider.Rule(
            null,
            "550",
            null,
            List.of(),
            Cause.POLICY_REJECTION,
            null,
            null,
            acts,
            null,
            Map.of("en", "The connector is blocked."),
            fix,
            new Source("page", "https://example.org/", true));
    return RuleWords.of(rule, GENERAL, usual, "en");
  }

  @Test
  void theStepOfTheSendersSideStandsAlone() {
    CauseWords said =
        said(List.of(Party.SENDER_ADMIN), Map.of("en", "Unblock the connector."), BOTH_SIDES);
    assertEquals(Map.of(Role.ADMINISTRATOR, "Unblock the connector."), said.fix());
    assertEquals("", said.escalate());
    assertEquals("The connector is blocked.", said.meaning());
    assertEquals("Rejected by a rule", said.name());
  }

  @Test
  void theSenderMayBeTheOneWhoActs() {
    CauseWords said =
        said(List.of(Party.SENDER, Party.SENDER_ADMIN), Map.of("en", "Send less."), BOTH_SIDES);
    assertEquals(Map.of(Role.SENDER, "Send less."), said.fix());
  }

  private static void assertGeneral(CauseWords said) {
    assertEquals(GENERAL.fix(), said.fix());
    assertEquals(GENERAL.escalate(), said.escalate());
  }

  @Test
  void whereBothSidesActBothAreAdvised() {
    assertGeneral(said(BOTH_SIDES, Map.of("en", "Correct the connector."), BOTH_SIDES));
  }

  @Test
  void whereTheRuleDoesNotSayWhoActsTheCauseDoes() {
    assertGeneral(said(List.of(), Map.of("en", "Correct the connector."), BOTH_SIDES));
  }

  @Test
  void aCauseThatIsAlwaysOfTheSendersSideAdvisesItWell() {
    assertGeneral(
        said(List.of(Party.SENDER_ADMIN), Map.of("en", "Log in."), List.of(Party.SENDER)));
  }

  @Test
  void withoutAStepTheGeneralAdviceIsBetterThanNone() {
    assertGeneral(said(List.of(Party.SENDER_ADMIN), Map.of(), BOTH_SIDES));
  }
}
