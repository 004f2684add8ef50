package io.github.smtpbot.slack;

import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shows a table as the fields of sections: two codes stand side by side, more of them under each
 * other. Each field names its row, because a phone shows one field a line.
 */
final class TableFields {

  private TableFields() {}

  static List<Sized> of(Part.Table table) {
    List<TextObject> fields = new ArrayList<>();
    for (Part.Row row : inOrder(table)) {
      if (isPair(table, row)) {
        for (int column = 0; column < 2; column++) {
          fields.add(
              field(row.label() + " · " + table.columns().get(column), row.values().get(column)));
        }
      } else {
        fields.add(field(row.label(), underEachOther(table.columns(), row)));
      }
    }
    fields.removeIf(field -> field.getText().isBlank());
    List<Sized> sections = new ArrayList<>();
    for (int from = 0; from < fields.size(); from += SlackLimits.SECTION_FIELDS) {
      List<TextObject> some =
          fields.subList(from, Math.min(fields.size(), from + SlackLimits.SECTION_FIELDS));
      int length = some.stream().mapToInt(field -> field.getText().length()).sum();
      sections.add(new Sized(SectionBlock.builder().fields(List.copyOf(some)).build(), length));
    }
    return sections;
  }

  /** Rows that agree come last: each takes one field, and would put the pairs out of step. */
  private static List<Part.Row> inOrder(Part.Table table) {
    return table.rows().stream().sorted(Comparator.comparing(row -> !isPair(table, row))).toList();
  }

  private static boolean isPair(Part.Table table, Part.Row row) {
    return row.differs() && table.columns().size() == 2 && row.values().size() == 2;
  }

  private static String underEachOther(List<String> columns, Part.Row row) {
    if (!row.differs() && !row.values().isEmpty()) {
      return row.values().get(0);
    }
    StringBuilder lines = new StringBuilder();
    for (int column = 0; column < Math.min(columns.size(), row.values().size()); column++) {
      lines.append(columns.get(column)).append(" – ").append(row.values().get(column)).append('\n');
    }
    return lines.toString();
  }

  /** With its name in bold type where nothing in it could be taken for a format. */
  private static TextObject field(String name, String value) {
    String head = Inert.plain(name, SlackLimits.FIELD_TEXT / 2).replace('\n', ' ');
    String body = Inert.plain(value, SlackLimits.FIELD_TEXT / 2 - 4);
    if (!head.isEmpty() && Inert.isHarmless(head) && Inert.isHarmless(body)) {
      return MarkdownTextObject.builder().text("*" + head + "*\n" + body).verbatim(true).build();
    }
    return PlainTextObject.builder().text(head + "\n" + body).emoji(false).build();
  }
}
