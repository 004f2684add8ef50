package io.github.smtpbot.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All of an answer, for a modal: header, what matters most, details, sources, what one may ask
 * next. Every limit of {@link SlackLimits} is kept, whatever the answer holds; what does not fit is
 * left out from the end, and a note says so. Safe for use by many threads.
 */
final class FullAnswer {

  /** Above this, the choices are in the menu only. */
  private static final int MAX_LISTED_CHOICES = 40;

  private FullAnswer() {}

  /**
   * Shows an answer.
   *
   * @param destination where the reader may post it
   * @param note a line in small type below the sources, or null; see {@link Notes}
   * @param words the reader's
   */
  static List<LayoutBlock> of(
      Answer answer, Destination destination, @Nullable String note, Label.Speaker words) {
    List<Sized> tail = new ArrayList<>(SourceLinks.of(words.say(Label.SOURCES), answer.sources()));
    if (note != null) {
      tail.add(SourceLinks.context(note));
    }
    tail.addAll(Buttons.next(answer, words));
    tail.addAll(Votes.of(answer, words));
    List<Sized> post = Buttons.post(answer, destination, words);
    Sized more = SourceLinks.context(Inert.escaped(words.say(Label.MORE), 300));

    BlockList blocks = new BlockList(SlackLimits.VIEW_BLOCKS, SlackLimits.VIEW_TEXT);
    blocks.reserve(tail);
    blocks.reserve(post);
    // That it is posted will stand above the other button.
    blocks.reserve(List.of(more, more));
    blocks.add(header(sign(answer.tone()) + answer.title()));
    if (answer.lead().isEmpty()) {
      blocks.add(text(blocks, new RichText().paragraph(answer.summary())));
    }
    answer.lead().forEach(part -> blocks.add(show(blocks, part)));
    // Where nobody has to scroll for it.
    blocks.addReserved(post);
    answer.details().forEach(part -> blocks.add(show(blocks, part)));
    if (blocks.isIncomplete()) {
      blocks.addReserved(List.of(more));
    }
    blocks.addReserved(tail);
    return blocks.toList();
  }

  /** A heading, for eyes and for screen readers. */
  static List<Sized> header(String text) {
    String title = Inert.plain(text, SlackLimits.HEADER_TEXT).replace('\n', ' ');
    LayoutBlock block =
        HeaderBlock.builder().text(Buttons.text(title, SlackLimits.HEADER_TEXT)).build();
    return title.isEmpty() ? List.of() : List.of(new Sized(block, title.length()));
  }

  private static List<Sized> show(BlockList blocks, Part part) {
    if (part instanceof Part.Table table) {
      return headed(table.heading(), TableFields.of(table));
    }
    if (part instanceof Part.Section section) {
      RichText text = new RichText();
      for (int i = 0; i < section.parts().size(); i++) {
        Part inner = section.parts().get(i);
        write((i == 0 ? text : text.gap()).heading(heading(inner)), inner);
      }
      List<Sized> shown = new ArrayList<>();
      shown.add(new Sized(DividerBlock.builder().build(), 0));
      shown.addAll(header(sign(section.tone()) + section.title()));
      shown.addAll(text(blocks, text));
      return shown;
    }
    RichText text = new RichText();
    write(text, part);
    return headed(heading(part), text(blocks, text));
  }

  /** A heading is a block of its own, by which a screen reader finds its way. */
  private static List<Sized> headed(String heading, List<Sized> what) {
    return what.isEmpty()
        ? List.of()
        : Stream.concat(header(heading).stream(), what.stream()).toList();
  }

  private static String heading(Part part) {
    if (part instanceof Part.Text text) {
      return text.heading();
    } else if (part instanceof Part.Bullets bullets) {
      return bullets.heading();
    } else if (part instanceof Part.Quote quote) {
      return quote.heading();
    } else if (part instanceof Part.Choices choices) {
      return choices.heading();
    } else if (part instanceof Part.Table table) {
      return table.heading();
    } else if (part instanceof Part.Section section) {
      return section.title();
    }
    return "";
  }

  /** All but its heading. */
  private static void write(RichText to, Part part) {
    if (part instanceof Part.Verdict verdict) {
      to.marked(
          verdict.facts().stream()
              .map(fact -> new RichText.Term(fact.label(), fact.value()))
              .toList());
    } else if (part instanceof Part.Text text) {
      to.paragraph(text.text());
    } else if (part instanceof Part.Bullets bullets) {
      to.bullets(bullets.items());
    } else if (part instanceof Part.Quote quote) {
      to.preformatted(quote.lines());
    } else if (part instanceof Part.Notice notice) {
      to.heading("⚠️ " + notice.text());
    } else if (part instanceof Part.Choices choices) {
      to.terms(
          choices.choices().stream()
              .limit(MAX_LISTED_CHOICES)
              .map(choice -> new RichText.Term(choice.question(), choice.name()))
              .toList());
    } else if (part instanceof Part.Section section) {
      section.parts().forEach(inner -> write(to.heading(heading(inner)), inner));
    } else if (part instanceof Part.Table table) {
      to.terms(
          table.rows().stream()
              .map(row -> new RichText.Term(row.label(), String.join(" – ", row.values())))
              .toList());
    }
  }

  private static List<Sized> text(BlockList blocks, RichText text) {
    if (text.isFull()) {
      blocks.markShortened();
    }
    return text.toBlocks();
  }

  /** A sign that differs in its form, not in its colour alone. */
  private static String sign(Tone tone) {
    return tone.sign().isEmpty() ? "" : tone.sign() + " ";
  }
}
