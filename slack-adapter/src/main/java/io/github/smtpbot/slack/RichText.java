package io.github.smtpbot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds one rich text block within {@link SlackLimits#RICH_TEXT}. Slack parses nothing in it, so
 * that any text may be put there. Not safe for use by many threads.
 */
final class RichText {

  private static final TextStyle BOLD = TextStyle.builder().bold(true).build();

  private final List<BlockElement> elements = new ArrayList<>();
  private int length;
  private boolean full;

  /** A line in bold type; nothing if it is empty. */
  RichText heading(String text) {
    String shown = take(text);
    if (!shown.isEmpty()) {
      elements.add(section(List.of(bold(shown))));
    }
    return this;
  }

  /** A line of which some words stand out. */
  RichText spans(List<Brief.Span> spans) {
    List<RichTextElement> line = new ArrayList<>();
    for (Brief.Span span : spans) {
      String shown = span.text().isBlank() ? "" : take(span.text());
      if (!shown.isEmpty()) {
        // What stands around the words belongs to the line.
        String before = Character.isWhitespace(span.text().charAt(0)) ? " " : "";
        String after =
            Character.isWhitespace(span.text().charAt(span.text().length() - 1)) ? " " : "";
        String text = before + shown + after;
        line.add(span.strong() ? bold(text) : regular(text));
      }
    }
    if (!line.isEmpty()) {
      elements.add(section(line));
    }
    return this;
  }

  /** A line that begins with a term. */
  RichText labelled(Term term) {
    List<RichTextElement> line = line(term, ": ");
    if (!line.isEmpty()) {
      elements.add(section(line));
    }
    return this;
  }

  /** A block of this text alone, which is inert and not empty. */
  static RichTextBlock line(String text, boolean strong) {
    return RichTextBlock.builder()
        .elements(List.of(section(List.of(strong ? bold(text) : regular(text)))))
        .build();
  }

  /** A line of text; nothing if it is empty. */
  RichText paragraph(String text) {
    String shown = take(text);
    if (!shown.isEmpty()) {
      elements.add(section(List.of(regular(shown))));
    }
    return this;
  }

  /** An empty line between two things. */
  RichText gap() {
    if (!elements.isEmpty() && room() > 1) {
      length++;
      elements.add(section(List.of(regular("\n"))));
    }
    return this;
  }

  /** A list. */
  RichText bullets(List<String> items) {
    List<RichTextElement> shown = new ArrayList<>();
    for (String item : items) {
      String text = take(item);
      if (!text.isEmpty()) {
        shown.add(section(List.of(regular(text))));
      }
    }
    if (!shown.isEmpty()) {
      elements.add(RichTextListElement.builder().style("bullet").elements(shown).build());
    }
    return this;
  }

  /** A list of terms in bold type, each with what is said of it. */
  RichText terms(List<Term> terms) {
    List<RichTextElement> shown = new ArrayList<>();
    for (Term term : terms) {
      List<RichTextElement> line = line(term, "  ");
      if (!line.isEmpty()) {
        shown.add(section(line));
      }
    }
    if (!shown.isEmpty()) {
      elements.add(RichTextListElement.builder().style("bullet").elements(shown).build());
    }
    return this;
  }

  /** Lines beside a bar, each of a term in bold type and what is said of it. */
  RichText marked(List<Term> terms) {
    List<RichTextElement> shown = new ArrayList<>();
    for (Term term : terms) {
      List<RichTextElement> line = line(term, ": ");
      if (!line.isEmpty() && !shown.isEmpty()) {
        length++;
        shown.add(regular("\n"));
      }
      shown.addAll(line);
    }
    if (!shown.isEmpty()) {
      elements.add(RichTextQuoteElement.builder().elements(shown).build());
    }
    return this;
  }

  /** Lines as they are, in a code block. */
  RichText preformatted(List<String> lines) {
    String shown = take(String.join("\n", lines));
    if (!shown.isEmpty()) {
      elements.add(RichTextPreformattedElement.builder().elements(List.of(regular(shown))).build());
    }
    return this;
  }

  /** Whether something was cut or left out. */
  boolean isFull() {
    return full;
  }

  boolean isEmpty() {
    return elements.isEmpty();
  }

  LayoutBlock toBlock() {
    return RichTextBlock.builder().elements(List.copyOf(elements)).build();
  }

  /** The block with its length; none if there is nothing in it. */
  List<Sized> toBlocks() {
    return isEmpty() ? List.of() : List.of(new Sized(toBlock(), length));
  }

  /**
   * A term and what is said of it.
   *
   * @param name in bold type
   * @param meaning may be empty
   */
  record Term(String name, String meaning) {}

  private List<RichTextElement> line(Term term, String between) {
    String name = take(term.name());
    String meaning = term.meaning().isBlank() ? "" : take(term.meaning());
    List<RichTextElement> line = new ArrayList<>();
    if (!name.isEmpty()) {
      line.add(bold(name));
    }
    if (!meaning.isEmpty() && !name.isEmpty() && room() > between.length()) {
      length += between.length();
      line.add(regular(between));
    }
    if (!meaning.isEmpty()) {
      line.add(regular(meaning));
    }
    return line;
  }

  private int room() {
    return SlackLimits.RICH_TEXT - length;
  }

  private String take(String text) {
    // A few characters at the end of a block tell nobody anything.
    if (room() < 20) {
      full |= !text.isBlank();
      return "";
    }
    // Some room is kept for what stands between two texts.
    String shown = Inert.plain(text, room() - 4);
    full |= shown.length() < text.strip().length() && shown.endsWith("…");
    length += shown.length();
    return shown;
  }

  private static RichTextSectionElement section(List<RichTextElement> elements) {
    return RichTextSectionElement.builder().elements(elements).build();
  }

  private static RichTextElement regular(String text) {
    return Text.builder().text(text).build();
  }

  private static RichTextElement bold(String text) {
    return Text.builder().text(text).style(BOLD).build();
  }
}
