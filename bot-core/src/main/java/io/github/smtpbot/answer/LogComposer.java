package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a log says: what matters on one screen, each group with its numbers below. */
final class LogComposer {

  private static final int MAX_LINE = 300;
  private static final int MAX_ITEMS = 30;

  private final Words words;

  LogComposer(Words words) {
    this.words = words;
  }

  Answer answer(LogTelling log) {
    String title = words.ui("log.answer.title", log.messages());
    Draft draft =
        new Draft(Answer.Kind.LOG, words, title)
            .tone(log.tone())
            .summary(log.headline())
            .shareable(log.kept());
    Outline acting = log.acting();
    if (acting != null) {
      draft
          .brief()
          .verdict(whoActs(acting))
          .first(new Part.Fact(words.ui("first_step"), acting.first()));
    }
    draft
        .brief()
        .meaning(log.happening())
        .ranked(List.of(words.ui("groups.what")), log.groups().stream().map(this::row).toList());
    draft.lead(new Part.Text("", Clip.to(log.headline(), MAX_LINE * 3)));
    draft.lead(bullets(words.ui("log.changes"), log.changes()));
    draft.detail(bullets(words.ui("log.totals"), log.totals()));
    log.groups().forEach(group -> draft.detail(section(group)));
    Stream.concat(Stream.of(log.others()), log.notes().stream())
        .filter(note -> !note.isEmpty())
        .limit(MAX_ITEMS)
        .forEach(note -> draft.detail(new Part.Text("", Clip.to(note, MAX_LINE))));
    for (LogTelling.Group group : log.groups()) {
      draft.sources(group.sources());
      if (!group.codes().isEmpty()) {
        draft.followUp(group.codes(), group.codes());
      }
    }
    return draft.done();
  }

  /** What to do about each group, the first step of each. */
  Answer steps(LogTelling log) {
    Draft draft =
        new Draft(Answer.Kind.LOG, words, words.ui("log.answer.title", log.messages()))
            .tone(log.tone())
            .summary(log.headline())
            .shareable(log.kept());
    for (LogTelling.Group group : log.groups()) {
      draft.lead(new Part.Text(group.title(), group.outline().first()));
      draft.sources(group.sources());
    }
    return draft.done();
  }

  /** What was summarised is kept for some time only. */
  Answer gone() {
    String says = words.ui("log.answer.gone");
    return new Draft(Answer.Kind.LIMIT, words, words.ui("log.answer.gone.title"))
        .summary(says)
        .lead(new Part.Text("", says))
        .done();
  }

  /** What happens next is told by what happens; there is room for more groups. */
  private Brief.Verdict whoActs(Outline acting) {
    if (acting.nobody() || acting.acts().isEmpty()) {
      return acting.verdict();
    }
    String sentence = Sentences.upperFirst(words.ui("verdict.acts", acting.acts()));
    return new Brief.Verdict(acting.verdict().tone(), List.of(new Brief.Span(sentence, true)));
  }

  private Part.Row row(LogTelling.Group group) {
    return new Part.Row(words.ui("groups.count", group.messages()), List.of(group.name()), false);
  }

  private static Part.@Nullable Bullets bullets(String heading, List<String> lines) {
    List<String> items = lines.stream().map(line -> Clip.to(line, MAX_LINE)).toList();
    return items.isEmpty()
        ? null
        : new Part.Bullets(heading, items.subList(0, Math.min(MAX_ITEMS, items.size())));
  }

  private Part section(LogTelling.Group group) {
    List<String> lines = new ArrayList<>(group.facts());
    lines.add(group.outline().verdict().text());
    if (!group.reply().isEmpty()) {
      lines.add(words.ui("log.answer.reply", group.reply()));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Bullets("", lines.stream().map(line -> Clip.to(line, MAX_LINE)).toList()));
    if (!group.outline().first().isEmpty()) {
      parts.add(new Part.Text(words.ui("first_step"), group.outline().first()));
    }
    return new Part.Section(group.title(), group.outline().verdict().tone(), parts);
  }
}
