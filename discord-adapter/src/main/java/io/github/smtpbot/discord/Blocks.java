package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Part;
import io.github.smtpbot.discord.Block.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the parts of an answer as blocks of text that read well on a phone. */
final class Blocks {

  private Blocks() {}

  /** The block of one part. */
  static Block of(Part part) {
    if (part instanceof Part.Quote quote) {
      return new Block(heading(quote.heading()), quote.lines());
    }
    return Block.prose(lines(part));
  }

  private static List<Line> lines(Part part) {
    if (part instanceof Part.Verdict verdict) {
      return verdict.facts().stream().map(Blocks::fact).toList();
    } else if (part instanceof Part.Text text) {
      return under(text.heading(), text.text().lines().map(line -> new Line("", line)));
    } else if (part instanceof Part.Bullets bullets) {
      return under(bullets.heading(), bullets.items().stream().map(item -> new Line("- ", item)));
    } else if (part instanceof Part.Table table) {
      return under(table.heading(), table.rows().stream().flatMap(row -> row(table, row)));
    } else if (part instanceof Part.Notice notice) {
      return List.of(new Line("> ⚠️ ", notice.text()));
    } else if (part instanceof Part.Choices choices) {
      return under(choices.heading(), choices.choices().stream().map(Blocks::choice));
    } else if (part instanceof Part.Section section) {
      List<Line> lines = new ArrayList<>();
      if (!Markdown.escape(section.title()).isEmpty()) {
        lines.add(new Line("### ", section.title(), true));
      }
      section.parts().forEach(inner -> lines.addAll(lines(inner)));
      return lines;
    } else if (part instanceof Part.Quote quote) {
      // Only within a section, which holds none; shown line by line all the same.
      return under(quote.heading(), quote.lines().stream().map(line -> new Line("> ", line)));
    }
    throw new IllegalArgumentException("a part that Discord cannot show: " + part.getClass());
  }

  private static List<Line> under(String heading, Stream<Line> lines) {
    return Stream.concat(heading(heading).stream(), lines).toList();
  }

  private static List<Line> heading(String heading) {
    return Markdown.escape(heading).isEmpty() ? List.of() : List.of(bold(heading));
  }

  /** A line of its own in bold. */
  private static Line bold(String text) {
    return new Line(Markdown.bold(text), "", true);
  }

  private static Line fact(Part.Fact fact) {
    return new Line((Markdown.bold(fact.label()) + " ").stripLeading(), fact.value());
  }

  /** A phone is too narrow for columns: one line for each, or one in all where they agree. */
  private static Stream<Line> row(Part.Table table, Part.Row row) {
    if (!row.differs() && row.values().stream().distinct().count() == 1) {
      return Stream.of(fact(new Part.Fact(row.label(), row.values().get(0))));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(bold(row.label()));
    for (int i = 0; i < row.values().size(); i++) {
      lines.add(new Line(Markdown.code(table.columns().get(i)) + " ", row.values().get(i)));
    }
    return lines.stream();
  }

  private static Line choice(Part.Choice choice) {
    return new Line("- " + Markdown.code(choice.question()) + " ", choice.name());
  }
}
