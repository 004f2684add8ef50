package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

/** Asserts that an answer keeps to the bounds that {@link Answer} and {@link Part} promise. */
public final class Bounds {

  private Bounds() {}

  /** Fails with the answer's title and the text that is too long. */
  public static void assertHeld(Answer answer) {
    String title = answer.title();
    assertAtMost(title, 150, title);
    assertFalse(title.isBlank());
    assertFalse(title.contains("\n"), title);
    assertAtMost(title, 1000, answer.summary());
    assertFalse(answer.summary().isBlank(), title);
    Shareable shareable = answer.shareable();
    if (shareable != null) {
      assertAtMost(title, Shareable.MAX_TOKEN, shareable.token());
      assertAtMost(title, Shareable.MAX_BARE_TOKEN, shareable.bareToken());
      assertEquals(Optional.of(shareable), Shareable.ofToken(shareable.token()), title);
    }
    assertFalse(answer.lead().isEmpty(), title);
    answer.lead().forEach(part -> assertHeld(title, part));
    answer.details().forEach(part -> assertHeld(title, part));
    answer.followUps().forEach(followUp -> assertHeld(title, followUp));
    answer.sources().forEach(s -> assertTrue(s.url().startsWith("https://"), title));
  }

  private static void assertHeld(String title, FollowUp followUp) {
    assertAtMost(title, 40, followUp.label());
    assertAtMost(title, 80, followUp.question());
    assertFalse(followUp.label().isBlank(), title);
    assertFalse(followUp.question().isBlank(), title);
  }

  private static void assertHeld(String title, Part part) {
    if (part instanceof Part.Verdict verdict) {
      for (Part.Fact fact : verdict.facts()) {
        assertAtMost(title, 60, fact.label());
        assertAtMost(title, 300, fact.value());
        assertFalse(fact.value().isBlank(), title);
      }
    } else if (part instanceof Part.Text text) {
      assertAtMost(title, 1000, text.text());
      assertFalse(text.text().isBlank(), title);
    } else if (part instanceof Part.Bullets bullets) {
      assertFalse(bullets.items().isEmpty(), title + ": " + bullets.heading());
      bullets.items().forEach(item -> assertAtMost(title, 300, item));
    } else if (part instanceof Part.Table table) {
      assertHeld(title, table);
    } else if (part instanceof Part.Section section) {
      for (Part inside : section.parts()) {
        assertTrue(inside instanceof Part.Text || inside instanceof Part.Bullets, title);
        assertHeld(title, inside);
      }
    } else if (part instanceof Part.Quote quote) {
      assertTrue(quote.lines().size() <= 12, title);
      quote.lines().forEach(line -> assertAtMost(title, 300, line));
    } else if (part instanceof Part.Notice notice) {
      assertAtMost(title, 400, notice.text());
    } else if (part instanceof Part.Choices choices) {
      assertFalse(choices.choices().isEmpty(), title);
      for (Part.Choice choice : choices.choices()) {
        assertAtMost(title, 80, choice.question());
        assertFalse(choice.name().isBlank(), title);
      }
    }
  }

  private static void assertHeld(String title, Part.Table table) {
    List<String> columns = table.columns();
    assertTrue(columns.size() >= 2 && columns.size() <= 5, title);
    for (Part.Row row : table.rows()) {
      assertEquals(columns.size(), row.values().size(), title);
      assertEquals(row.values().stream().distinct().count() > 1, row.differs(), title);
    }
  }

  private static void assertAtMost(String title, int limit, String text) {
    assertTrue(
        text.length() <= limit,
        () -> title + ": " + text.length() + " characters, not " + limit + ": " + text);
  }
}
