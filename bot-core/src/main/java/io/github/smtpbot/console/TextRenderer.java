package io.github.smtpbot.console;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.answer.Visible;
import io.github.smtpbot.catalog.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders an answer as text for a terminal of a given width. */
final class TextRenderer {

  private static final int MIN_WIDTH = 30;
  private static final int MAX_WIDTH = 100;
  private static final int NARROWEST_CELL = 16;

  private final int width;
  private final Style style;
  private final String sources;
  private final StringBuilder out = new StringBuilder();

  /**
   * A renderer for one answer.
   *
   * @param width in columns; longer lines than a hundred are not easy to read and never made
   * @param sources the heading of the sources
   */
  TextRenderer(int width, Style style, String sources) {
    this.width = Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
    this.style = style;
    this.sources = sources;
  }

  /** The answer, its lines parted by a line feed. */
  String render(Answer answer) {
    for (String line : Columns.wrap(printable(answer.title()), width)) {
      line(style.tone(answer.tone(), line));
    }
    parts(answer.lead(), "");
    parts(answer.details(), "");
    if (!answer.sources().isEmpty()) {
      heading(sources, "");
      int label = answer.sources().stream().mapToInt(s -> Columns.width(s.label())).max().orElse(0);
      answer.sources().forEach(source -> source(source, label));
    }
    if (!answer.followUps().isEmpty()) {
      line("");
      String questions =
          answer.followUps().stream().map(FollowUp::question).collect(Collectors.joining("  ·  "));
      for (String wrapped : Columns.wrap("→ " + questions, width)) {
        line(style.dim(wrapped));
      }
    }
    return out.toString();
  }

  /** The brief alone, its lines parted by a line feed. */
  String render(Brief brief, Tone tone) {
    List<String> paragraphs = brief.text().lines().toList();
    for (String line : Columns.wrap(printable(paragraphs.get(0)), width)) {
      line(style.tone(tone, line));
    }
    paragraphs.subList(1, paragraphs.size()).forEach(paragraph -> wrap(paragraph, "", "  "));
    return out.toString();
  }

  /** An address is never broken, so that it can be clicked; it has a line of its own if it must. */
  private void source(Source source, int label) {
    String head = "  " + Columns.pad(source.label(), label) + "  ";
    if (Columns.width(head) + Columns.width(source.url()) <= width) {
      line(head + style.dim(source.url()));
    } else {
      wrap(source.label(), "  ", "  ");
      line("    " + style.dim(source.url()));
    }
  }

  private void parts(List<Part> parts, String indent) {
    for (Part part : parts) {
      part(part, indent);
    }
  }

  private void part(Part part, String indent) {
    if (part instanceof Part.Verdict verdict) {
      verdict(verdict);
    } else if (part instanceof Part.Text text) {
      heading(text.heading(), indent);
      wrap(text.text(), indent, indent);
    } else if (part instanceof Part.Bullets bullets) {
      heading(bullets.heading(), indent);
      bullets.items().forEach(item -> wrap(item, indent + "- ", indent + "  "));
    } else if (part instanceof Part.Table table) {
      heading(table.heading(), indent);
      table(table);
    } else if (part instanceof Part.Section section) {
      line("");
      for (String title : Columns.wrap(printable(section.title()), width)) {
        line(style.tone(section.tone(), title));
      }
      parts(section.parts(), "  ");
    } else if (part instanceof Part.Quote quote) {
      heading(quote.heading(), indent);
      quote.lines().forEach(quoted -> wrap(quoted, indent + "> ", indent + "> "));
    } else if (part instanceof Part.Notice notice) {
      line("");
      wrap(notice.text(), "! ", "  ");
    } else if (part instanceof Part.Choices choices) {
      heading(choices.heading(), indent);
      choices(choices);
    }
  }

  private void verdict(Part.Verdict verdict) {
    line("");
    int label =
        verdict.facts().stream().mapToInt(fact -> Columns.width(fact.label())).max().orElse(0);
    boolean first = true;
    for (Part.Fact fact : verdict.facts()) {
      List<String> lines =
          Columns.wrap(printable(fact.value()), Math.max(NARROWEST_CELL, width - label - 2));
      for (int i = 0; i < lines.size(); i++) {
        String head = Columns.pad(i == 0 ? fact.label() : "", label);
        String value = first ? style.tone(verdict.tone(), lines.get(i)) : lines.get(i);
        line(style.bold(head) + "  " + value);
      }
      first = false;
    }
  }

  private void choices(Part.Choices choices) {
    int question =
        choices.choices().stream().mapToInt(c -> Columns.width(c.question())).max().orElse(0);
    boolean beside = width - question - 4 >= NARROWEST_CELL;
    for (Part.Choice choice : choices.choices()) {
      if (!beside) {
        line("  " + style.bold(printable(choice.question())));
        wrap(choice.name(), "    ", "    ");
        continue;
      }
      List<String> lines = Columns.wrap(printable(choice.name()), width - question - 4);
      for (int i = 0; i < lines.size(); i++) {
        String head = Columns.pad(i == 0 ? printable(choice.question()) : "", question);
        line("  " + style.bold(head) + "  " + lines.get(i));
      }
    }
  }

  private void table(Part.Table table) {
    int label = table.rows().stream().mapToInt(row -> Columns.width(row.label())).max().orElse(0);
    int cell = (width - label) / table.columns().size() - 2;
    if (cell < NARROWEST_CELL) {
      stacked(table);
      return;
    }
    line(style.bold(cells("", label, table.columns(), cell)));
    for (Part.Row row : table.rows()) {
      grid(row, label, cell);
    }
  }

  private void grid(Part.Row row, int label, int cell) {
    List<List<String>> wrapped = row.values().stream().map(v -> Columns.wrap(v, cell)).toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < height; i++) {
      List<String> line = new ArrayList<>();
      for (List<String> value : wrapped) {
        line.add(i < value.size() ? value.get(i) : "");
      }
      String text = cells(i == 0 ? row.label() : "", label, line, cell);
      line(row.differs() ? text : style.dim(text));
    }
  }

  private static String cells(String label, int labelWidth, List<String> values, int cell) {
    StringBuilder line = new StringBuilder(Columns.pad(label, labelWidth));
    values.forEach(value -> line.append("  ").append(Columns.pad(value, cell)));
    return line.toString().stripTrailing();
  }

  /** A table that is too wide for the terminal: each row's values below its label. */
  private void stacked(Part.Table table) {
    int column = table.columns().stream().mapToInt(Columns::width).max().orElse(0);
    for (Part.Row row : table.rows()) {
      line(style.bold(row.label()));
      for (int i = 0; i < row.values().size(); i++) {
        String head = "  " + Columns.pad(table.columns().get(i), column) + "  ";
        wrap(row.values().get(i), head, " ".repeat(Columns.width(head)));
      }
    }
  }

  private void heading(String heading, String indent) {
    line("");
    if (!heading.isEmpty()) {
      for (String wrapped : Columns.wrap(printable(heading), width - indent.length())) {
        line(indent + style.bold(wrapped));
      }
    }
  }

  private void wrap(String text, String first, String next) {
    String head = first;
    for (String line :
        Columns.wrap(printable(text), Math.max(NARROWEST_CELL, width - Columns.width(first)))) {
      line(head + line);
      head = next;
    }
  }

  /**
   * Pasted text must not steer the terminal: no escape sequences, no other control characters, no
   * bidi marks.
   */
  private static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Visible.is(c)) {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
