package io.github.smtpbot.slack;

import com.slack.api.model.block.ContextBlockElement;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a message: its brief, which fits on the screen of a phone, and buttons that open the
 * rest. Slack shows a message from its end, so that a long one is never read from its beginning.
 * Safe for use by many threads.
 */
final class Card {

  private Card() {}

  /**
   * Shows an answer to one reader.
   *
   * @param destination where the reader may post it
   * @param note said in small type, or null; see {@link Notes}
   * @param posted whether it is posted already
   * @param words the reader's
   */
  static SlackMessage of(
      Answer answer,
      Destination destination,
      @Nullable String note,
      boolean posted,
      Label.Speaker words) {
    return of(answer, destination, note, posted, null, words);
  }

  /**
   * Shows an answer to all.
   *
   * @param note said in small type, or null; see {@link Notes}
   * @param poster who may take it back, or null
   * @param words the readers'
   */
  static SlackMessage toAll(
      Answer answer, @Nullable String note, @Nullable Poster poster, Label.Speaker words) {
    return of(answer, Destination.NOWHERE, note, false, poster, words);
  }

  private static SlackMessage of(
      Answer answer,
      Destination destination,
      @Nullable String note,
      boolean posted,
      @Nullable Poster poster,
      Label.Speaker words) {
    Brief brief = answer.brief();
    List<Sized> tail = new ArrayList<>(context(brief, note, posted ? words.say(Label.POSTED) : ""));
    tail.addAll(Buttons.ofCard(answer, destination, posted, poster, words));

    BlockList blocks = new BlockList(SlackLimits.MESSAGE_BLOCKS, SlackLimits.MESSAGE_TEXT);
    blocks.reserve(tail);
    blocks.add(FullAnswer.header(brief.title()));
    for (String line : brief.notes()) {
      blocks.add(new RichText().paragraph("📌 " + line).toBlocks());
    }
    Brief.Verdict verdict = brief.verdict();
    if (verdict != null) {
      blocks.add(new RichText().spans(spans(verdict)).toBlocks());
    }
    RichText meaning = new RichText();
    if (!brief.notice().isEmpty()) {
      meaning.heading("⚠️ " + brief.notice());
    }
    blocks.add(meaning.paragraph(brief.meaning()).toBlocks());
    if (brief.table() != null) {
      blocks.add(TableBlock.of(brief.table()));
    }
    if (brief.first() != null) {
      blocks.add(
          new RichText()
              .labelled(new RichText.Term(brief.first().label(), brief.first().value()))
              .toBlocks());
    }
    blocks.add(new RichText().bullets(brief.lines()).toBlocks());
    blocks.add(new RichText().preformatted(brief.quote()).toBlocks());
    blocks.addReserved(tail);
    return new SlackMessage(fallback(answer), blocks.toList());
  }

  /**
   * What a notification and a screen reader say: what it is about, whether it is final and who
   * acts, or else what was answered, and what to do first.
   */
  private static String fallback(Answer answer) {
    Brief brief = answer.brief();
    Stream<String> told =
        brief.verdict() == null && brief.first() == null
            ? Stream.of(brief.meaning().isEmpty() ? answer.summary() : brief.meaning())
            : Stream.of(
                brief.verdict() == null ? brief.meaning() : brief.verdict().text(),
                brief.first() == null ? "" : brief.first().label() + ": " + brief.first().value());
    return Inert.escaped(
        Stream.concat(Stream.of(brief.title()), told)
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n")),
        SlackLimits.FALLBACK_TEXT);
  }

  /** With the sign as its first word, because Slack colours no text. */
  private static List<Brief.Span> spans(Brief.Verdict verdict) {
    return verdict.tone().sign().isEmpty()
        ? verdict.spans()
        : Stream.concat(
                Stream.of(new Brief.Span(verdict.tone().sign() + " ", false)),
                verdict.spans().stream())
            .toList();
  }

  /** One block: who asked, who answered and how sure that is, where it is written. */
  private static List<Sized> context(Brief brief, @Nullable String note, String posted) {
    List<ContextBlockElement> elements = new ArrayList<>();
    int length = 0;
    if (!posted.isEmpty()) {
      elements.add(Buttons.text(posted, SlackLimits.BUTTON_TEXT));
    }
    if (note != null) {
      elements.add(SourceLinks.parsed(note));
      length += note.length();
    }
    String who = Inert.plain(String.join(Brief.JOIN, brief.context()), SlackLimits.CONTEXT_TEXT);
    if (!who.isEmpty()) {
      elements.add(Buttons.text(who, SlackLimits.CONTEXT_TEXT));
      length += who.length();
    }
    String links = SourceLinks.links(brief.sources(), SlackLimits.CONTEXT_TEXT);
    if (!links.isEmpty()) {
      elements.add(SourceLinks.parsed(links));
      length += links.length();
    }
    return elements.isEmpty() ? List.of() : List.of(new Sized(SourceLinks.block(elements), length));
  }
}
