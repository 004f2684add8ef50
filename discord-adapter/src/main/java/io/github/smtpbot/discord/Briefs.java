package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.discord.Block.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what is brief of an answer as blocks of text, between its title and its quotation. */
final class Briefs {

  private Briefs() {}

  /** What it means: a block for each paragraph. */
  static List<Block> meaning(Brief brief) {
    List<Block> blocks = new ArrayList<>();
    if (brief.verdict() != null) {
      blocks.add(Block.prose(List.of(verdict(brief.verdict()))));
    }
    if (!brief.notice().isEmpty()) {
      blocks.add(Blocks.of(new Part.Notice(brief.notice())));
    }
    blocks.add(Blocks.of(new Part.Text("", brief.meaning())));
    return blocks;
  }

  /** What the team noted, which stands above all else. */
  static List<Block> notes(Brief brief) {
    return brief.notes().stream().map(note -> Blocks.of(new Part.Text("", "📌 " + note))).toList();
  }

  /** What is told below that: a block for each paragraph. */
  static List<Block> rest(Brief brief) {
    List<Block> blocks = new ArrayList<>();
    if (brief.table() != null) {
      blocks.add(Block.prose(rows(brief.table())));
    }
    if (brief.first() != null) {
      String label = (Markdown.bold(brief.first().label() + ":") + " ").stripLeading();
      blocks.add(Block.prose(List.of(new Line(label, brief.first().value()))));
    }
    blocks.add(Blocks.of(new Part.Bullets("", brief.lines())));
    return blocks;
  }

  private static Line verdict(Brief.Verdict verdict) {
    String words = verdict.spans().stream().map(Briefs::span).collect(Collectors.joining());
    return new Line((verdict.tone().sign() + " " + words).strip(), "");
  }

  /** Some words with the spaces around them, which markup must not hold. */
  private static String span(Brief.Span span) {
    String text = span.text();
    String before = text.startsWith(" ") ? " " : "";
    String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
    return before + (span.strong() ? Markdown.bold(text) : Markdown.escape(text)) + after;
  }

  private static List<Line> rows(Part.Table table) {
    return table.rows().stream()
        .map(row -> new Line("- " + Markdown.bold(row.label()) + " " + cells(table, row), ""))
        .toList();
  }

  /** A phone is too narrow for columns: the codes with the same value are named together. */
  private static String cells(Part.Table table, Part.Row row) {
    if (table.columns().size() == 1) {
      return Markdown.escape(row.values().get(0));
    }
    return row.byValue(table.columns()).entrySet().stream()
        .map(
            cell ->
                cell.getValue().stream().map(Markdown::code).collect(Collectors.joining(", "))
                    + " "
                    + Markdown.escape(cell.getKey()))
        .collect(Collectors.joining(Brief.JOIN));
  }
}
