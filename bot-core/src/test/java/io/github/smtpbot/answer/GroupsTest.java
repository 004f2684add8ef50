package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Replies that say the same are counted together. */
class GroupsTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private static final Finding UNKNOWN = finding("550 5.1.1 User unknown");
  private static final Finding FULL = finding("452 4.2.2 Mailbox full");
  private static final Finding RELAY = finding("554 5.7.1 Relay access denied");

  private static Finding finding(String reply) {
    return Objects.requireNonNull(BOT.answer(reply, Locale.ENGLISH).diagnosis()).findings().get(0);
  }

  private static Groups of(Finding... findings) {
    return new Groups(Catalog.builtIn().words(Locale.ENGLISH), List.of(findings));
  }

  private static List<String> told(List<Part.Row> rows) {
    return rows.stream()
        .map(row -> row.label() + " " + row.values().get(0).split(" · ", 2)[0])
        .toList();
  }

  @Test
  void theOneThatIsToldOfIsFirstThenTheMostFrequent() {
    Groups groups = of(UNKNOWN, FULL, FULL, RELAY, RELAY, RELAY);
    assertEquals(3, groups.size());
    assertEquals(
        List.of("1 × ⛔ 550 5.1.1", "3 × ⛔ 554 5.7.1", "2 × ⏳ 452 4.2.2"), told(groups.rows()));
    assertEquals("5 × others", told(List.of(groups.others(groups.rows().subList(1, 3)))).get(0));
    assertEquals("0 × others", told(List.of(groups.others(List.of()))).get(0));
  }

  @Test
  void whoSaysItIsToldAndTellsGroupsApart() {
    Finding gmail =
        finding("550-5.1.1 The email account that you tried to reach does not exist. gsmtp");
    Groups groups = of(gmail, UNKNOWN, UNKNOWN);
    assertEquals(2, groups.size());
    String first = groups.rows().get(0).values().get(0);
    assertTrue(first.startsWith("⛔ 550 5.1.1 · ") && first.contains(" · Gmail"), first);
    assertEquals("⛔ 550 5.1.1 · No such recipient", groups.rows().get(1).values().get(0));
  }
}
