package io.github.smtpbot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table, for which Bolt has no class. Slack takes one in a message, and none in a modal. Its
 * cells are rich text, which Slack parses nothing in. Gson writes the fields by their names.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/table-block">Table block</a>
 */
@SuppressWarnings("UnusedVariable") // Gson reads the fields.
final class TableBlock implements LayoutBlock {

  private static final String TYPE = "table";

  /** Stands where there is nothing to say, as Slack takes no empty cell. */
  private static final String NOTHING = "\u00a0";

  private static final int COLUMNS_OF_A_PHONE = 2;

  /** What may stand on a line of the first column, in characters. */
  private static final int SHORT = 10;

  private final String type = TYPE;
  private final List<Map<String, Boolean>> columnSettings;
  private final List<List<RichTextBlock>> rows;
  private final transient Part.Table table;

  private TableBlock(
      List<Map<String, Boolean>> columnSettings, List<List<RichTextBlock>> rows, Part.Table table) {
    this.columnSettings = columnSettings;
    this.rows = rows;
    this.table = table;
  }

  /**
   * At most one block; none where there are no rows. A phone has room for two columns beside the
   * heads of the rows: of more codes than two, each has a row.
   */
  static List<Sized> of(Part.Table given) {
    Part.Table table = given.columns().size() > COLUMNS_OF_A_PHONE ? turned(given) : given;
    List<String> columns = columns(table);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", columns));
    for (Part.Row row : rows(table)) {
      rows.add(row(unbroken(row.label()), values(row, columns)));
    }
    if (rows.size() == 1) {
      return List.of();
    }
    int length = 0;
    List<List<RichTextBlock>> cells = new ArrayList<>();
    for (List<String> row : rows) {
      List<RichTextBlock> shown = new ArrayList<>();
      for (String text : row) {
        length += text.length();
        shown.add(RichText.line(text, cells.isEmpty() || shown.isEmpty()));
      }
      cells.add(List.copyOf(shown));
    }
    List<Map<String, Boolean>> settings =
        rows.get(0).stream().map(column -> Map.of("is_wrapped", true)).toList();
    return List.of(new Sized(new TableBlock(settings, List.copyOf(cells), table), length));
  }

  /** A row for each column, of the rows that say most. */
  private static Part.Table turned(Part.Table table) {
    List<Part.Row> told = first(table.rows(), COLUMNS_OF_A_PHONE);
    List<Part.Row> rows = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      List<String> values = told.stream().map(row -> row.values().get(column)).toList();
      rows.add(new Part.Row(table.columns().get(i), values, true));
    }
    return new Part.Table(table.heading(), told.stream().map(Part.Row::label).toList(), rows);
  }

  /** A count with what is counted stays on a line. */
  private static String unbroken(String label) {
    return label.length() <= SHORT ? label.replace(' ', NOTHING.charAt(0)) : label;
  }

  /** The same as a list, for a Slack that does not take tables. */
  LayoutBlock asText() {
    List<String> columns = columns(table);
    return new RichText()
        .terms(
            rows(table).stream()
                .map(row -> new RichText.Term(row.label(), beside(columns, values(row, columns))))
                .toList())
        .toBlock();
  }

  private static List<String> columns(Part.Table table) {
    return first(table.columns(), SlackLimits.TABLE_COLUMNS_SHOWN - 1);
  }

  private static List<Part.Row> rows(Part.Table table) {
    return first(table.rows(), SlackLimits.TABLE_ROWS_SHOWN - 1);
  }

  private static List<String> values(Part.Row row, List<String> columns) {
    return first(row.values(), columns.size());
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(all.size(), most));
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public @Nullable String getBlockId() {
    return null;
  }

  /** Where there is one column, its values need no head. */
  private static String beside(List<String> columns, List<String> values) {
    if (columns.size() == 1) {
      return String.join("", values);
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      told.add(columns.get(i) + " – " + values.get(i));
    }
    return String.join(" · ", told);
  }

  private static List<String> row(String label, List<String> values) {
    return Stream.concat(Stream.of(label), values.stream()).map(TableBlock::cell).toList();
  }

  private static String cell(String text) {
    String shown = Inert.plain(text, SlackLimits.TABLE_CELL).replace('\n', ' ');
    return shown.isEmpty() ? NOTHING : shown;
  }
}
