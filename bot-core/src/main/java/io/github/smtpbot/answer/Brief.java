package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of an answer that goes on one screen of a phone; the rest of it is for those who open
 * it. As {@link #text} it has at most {@value #MAX_CHARACTERS} characters, and at most {@value
 * #MAX_LINES} lines where a line holds {@value #COLUMNS} characters. What did not fit is left out
 * by whole sentences, the least important first. All text is plain, pasted words are masked.
 *
 * @param title one line that names what it is about; cut at a word if it is long
 * @param notes what the reader's team wrote about it, a line each, to stand above all else; not
 *     counted among the characters above; to be shown inert
 * @param verdict whether it is final, what happens next, and who acts; null where there is none
 * @param notice a warning that must not be overlooked; may be empty
 * @param meaning what it means, in a sentence or two; may be empty
 * @param first what to do first, with its heading; null where nothing is to be done
 * @param table what differs, or groups with their counts; null where nothing is side by side
 * @param lines things to choose from or look at, a line each
 * @param offers codes to choose from, a line each; not to be shown beside a menu of the same
 * @param quote pasted words, at most two lines; hostile, to be shown inert
 * @param context who answered, how sure that is
 * @param sources at most three, where this is written
 */
public record Brief(
    String title,
    List<String> notes,
    @Nullable Verdict verdict,
    String notice,
    String meaning,
    Part.@Nullable Fact first,
    Part.@Nullable Table table,
    List<String> lines,
    List<String> offers,
    List<String> quote,
    List<String> context,
    List<Source> sources) {

  /** The same with notes. */
  Brief with(List<String> others) {
    return new Brief(
        title, others, verdict, notice, meaning, first, table, lines, offers, quote, context,
        sources);
  }

  /** In characters. */
  public static final int MAX_CHARACTERS = 700;

  /** In lines of {@link #COLUMNS}. */
  public static final int MAX_LINES = 12;

  /** What a phone shows in a line, in characters. */
  public static final int COLUMNS = 40;

  /** Between the parts of a line. */
  public static final String JOIN = " · ";

  /** A brief that is one sentence. */
  static Brief of(String title, String sentence) {
    return new Brief(
        title, List.of(), null, "", sentence, null, null, List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  /** The verdict on one line: a sign and words, so that it is never told by colour alone. */
  public record Verdict(Tone tone, List<Span> spans) {

    /** With its sign, without markup. */
    public String text() {
      String words = spans.stream().map(Span::text).collect(Collectors.joining());
      return tone.sign().isEmpty() ? words : tone.sign() + " " + words;
    }
  }

  /**
   * Some words of a line.
   *
   * @param strong whether they stand out
   */
  public record Span(String text, boolean strong) {}

  /** All of it without markup, a paragraph a line, in the order in which it is read. */
  public String text() {
    return String.join("\n", paragraphs());
  }

  private List<String> paragraphs() {
    List<String> all = new ArrayList<>();
    all.add(title);
    all.addAll(notes);
    if (verdict != null) {
      all.add(verdict.text());
    }
    Stream.of(notice, meaning).filter(text -> !text.isEmpty()).forEach(all::add);
    if (table != null) {
      table.rows().forEach(row -> all.add(text(row, table.columns())));
    }
    if (first != null) {
      all.add(text(first));
    }
    all.addAll(lines);
    all.addAll(offers);
    all.addAll(quote);
    String where = contextLine();
    if (!where.isEmpty()) {
      all.add(where);
    }
    return List.copyOf(all);
  }

  /** The last line: who answered, how sure that is, and where it is written. */
  public String contextLine() {
    return contextLine(context, sources);
  }

  static String contextLine(List<String> context, List<Source> sources) {
    return Stream.concat(context.stream(), Stream.of(Citation.line(sources)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(JOIN));
  }

  static String text(Part.Fact fact) {
    return fact.label() + ": " + fact.value();
  }

  /** A row as a line; columns with the same value are named together. */
  static String text(Part.Row row, List<String> columns) {
    if (columns.size() == 1) {
      return row.label() + " " + row.values().get(0);
    }
    StringBuilder line = new StringBuilder(row.label()).append(": ");
    boolean later = false;
    for (Map.Entry<String, List<String>> cell : row.byValue(columns).entrySet()) {
      line.append(later ? JOIN : "").append(String.join(", ", cell.getValue()));
      line.append(' ').append(CodeParts.lowerFirst(cell.getKey()));
      later = true;
    }
    return line.toString();
  }
}
