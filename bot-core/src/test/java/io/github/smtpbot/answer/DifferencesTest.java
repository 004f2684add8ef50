package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What differs stands in a table, what is the same in one line below it. */
class DifferencesTest {

  private static final Words WORDS = Catalog.builtIn().words(Locale.ENGLISH);

  private static Differences of(String... columns) {
    return new Differences(WORDS, List.of(columns));
  }

  private static List<String> labels(List<Part.Row> rows) {
    return rows.stream().map(Part.Row::label).toList();
  }

  @Test
  void onlyWhatDiffersIsARow() {
    Differences differences =
        of("450", "550")
            .row("differences.severity", List.of(4, 5), digit -> "class " + digit)
            .row("differences.final", List.of("no", "yes"), value -> value)
            .row("differences.message", List.of("a", "b"), value -> value)
            .row("differences.acts", List.of("you", "you"), value -> value);
    assertEquals(List.of("450", "550"), differences.columns());
    Part.Table table = differences.table();
    assertNotNull(table);
    assertEquals(List.of("450", "550"), table.columns());
    assertEquals(List.of("Severity", "Is it final?", "The message"), labels(table.rows()));
    assertEquals(List.of("class 4", "class 5"), table.rows().get(0).values());
    assertEquals(List.of("The message"), labels(differences.important()), "the others follow");
  }

  @Test
  void whatIsTheSameIsToldInOneLineUnlessItFollowsOrIsNotDefined() {
    Differences differences =
        of("450", "451")
            .row("differences.final", List.of("no", "no"), value -> value)
            .row("differences.acts", List.of("you", "you"), value -> value)
            .row("differences.commands", List.of("not defined", "not defined"), value -> value)
            .row("differences.status", List.of("standard", "standard"), value -> value);
    assertNull(differences.table());
    assertEquals(List.of(), differences.important());
    assertEquals(
        new Part.Text("The same for both", "Who acts: you; In the RFCs: standard"),
        differences.same());
  }

  @Test
  void ofThreeAllHaveToBeTheSame() {
    Differences differences =
        of("450", "451", "550")
            .row("differences.acts", List.of("you", "you", "they"), value -> value)
            .row("differences.status", List.of("a", "a", "a"), value -> value);
    assertEquals(List.of("Who acts"), labels(differences.important()));
    Part.Text same = differences.same();
    assertNotNull(same);
    assertEquals("The same for all", same.heading());
  }

  @Test
  void whereNothingIsTheSameNothingIsSaidOfIt() {
    assertNull(of("450", "550").same());
  }
}
