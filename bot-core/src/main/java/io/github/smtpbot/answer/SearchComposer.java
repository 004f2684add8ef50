package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseFacts;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CommandReply;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.catalog.search.CatalogSearch;
import io.github.smtpbot.question.Question;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers a search for words: the best hit at once, the others to choose from. */
final class SearchComposer {

  private static final int MAX_HITS = 12;
  private static final int MAX_WORDS_LENGTH = 300;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;

  SearchComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
  }

  Answer search(String text, CatalogSearch search) {
    String asked = Clip.to(text.strip(), MAX_WORDS_LENGTH);
    Marks.Found mark = new Marks(catalog).find(asked);
    if (mark != null) {
      return ofMark(asked, mark);
    }
    HelpComposer help = new HelpComposer(catalog, words);
    List<CatalogSearch.Hit> hits =
        help.namesCode(asked) ? List.of() : search.search(asked, MAX_HITS);
    if (hits.isEmpty()) {
      return help.nothingFound(asked);
    }
    Draft draft =
        new Draft(
            Answer.Kind.SEARCH, words.language(), words.ui("search.title", Clip.to(asked, 80)));
    CatalogSearch.Hit best = hits.get(0);
    Set<Code> codes = new LinkedHashSet<>();
    if (best instanceof CatalogSearch.CauseHit hit) {
      ofCause(draft, hit.cause());
      codes.addAll(codesOf(hit.cause()));
    } else if (best instanceof CatalogSearch.CodeHit hit) {
      ofCode(draft, hit.code());
    }
    Optional<Command> command = command(asked);
    command.ifPresent(named -> codes.addAll(repliesOf(named)));
    for (CatalogSearch.Hit hit : hits) {
      if (hit instanceof CatalogSearch.CodeHit code) {
        codes.add(code.code());
      }
    }
    List<Code> found = codes.stream().limit(MAX_HITS).toList();
    command.ifPresent(named -> draft.followUp(named.name(), named.name()));
    draft
        .codes(found.stream().map(Code::text).toList())
        .lead(
            found.isEmpty()
                ? null
                : new Part.Choices(words.ui("search.codes"), parts.choices(found)));
    found.stream().limit(5).forEach(code -> draft.followUp(code.text(), code.text()));
    return draft.shareable(Mask.addresses(asked)).done();
  }

  private void ofCause(Draft draft, Cause cause) {
    CauseWords said = words.cause(cause);
    CauseFacts facts = catalog.cause(cause);
    draft
        .summary(words.ui("labelled", said.name(), said.meaning()))
        .lead(
            new Part.Verdict(
                Tone.NEUTRAL,
                List.of(
                    new Part.Fact(words.ui("cause"), said.name()),
                    new Part.Fact(words.ui("who_acts"), parts.parties(facts.acts())),
                    new Part.Fact(
                        words.ui("first_step"), CodeParts.firstStep(said.fix(), facts.acts())))))
        .lead(new Part.Text("", said.meaning()))
        .detail(parts.fix(said.fix()))
        .detail(new Part.Text(words.ui("escalate"), said.escalate()))
        .sources(facts.sources());
  }

  private void ofCode(Draft draft, Code code) {
    CodeWords said = words.code(code);
    Profile profile = Profile.of(new Question.OneCode(code), catalog, words);
    draft
        .summary(words.ui("labelled", code, said.gist()))
        .lead(new Part.Text(words.ui("title", code, said.name()), said.meaning()))
        .detail(parts.fix(said.fix()))
        .sources(profile.sources());
  }

  private Answer ofMark(String asked, Marks.Found found) {
    Provider provider = found.provider();
    Draft draft =
        new Draft(
                Answer.Kind.SEARCH,
                words.language(),
                words.ui("title", Clip.to(asked, 80), provider.name()))
            .shareable(Mask.addresses(asked));
    Provider.Rule rule = found.rule();
    if (rule == null) {
      Part.Fact from = new Part.Fact(words.ui("answered_by"), provider.name());
      return draft
          .summary(words.ui("labelled", from.label(), from.value()))
          .lead(new Part.Verdict(Tone.NEUTRAL, List.of(from)))
          .sources(List.of(provider.page()))
          .done();
    }
    String tag = words.language().toLanguageTag();
    String meaning = rule.meaning().getOrDefault(tag, "");
    CauseWords cause = words.cause(rule.cause());
    CauseFacts facts = catalog.cause(rule.cause());
    String step = rule.fix().getOrDefault(tag, CodeParts.firstStep(cause.fix(), facts.acts()));
    return draft
        .summary(meaning)
        .lead(
            new Part.Verdict(
                Tone.NEUTRAL,
                List.of(
                    new Part.Fact(words.ui("cause"), cause.name()),
                    new Part.Fact(words.ui("who_acts"), parts.parties(facts.acts())),
                    new Part.Fact(words.ui("first_step"), step))))
        .lead(new Part.Text(words.ui("provider.says", provider.name()), meaning))
        .detail(parts.fix(cause.fix()))
        .detail(new Part.Text(words.ui("escalate"), cause.escalate()))
        .sources(List.of(rule.source()))
        .done();
  }

  /** The command that the words are the name of. */
  private static Optional<Command> command(String asked) {
    return Stream.of(Command.values())
        .filter(command -> command.name().equalsIgnoreCase(asked))
        .findFirst();
  }

  /** What a command is answered with, without what any command may be answered with. */
  private List<ReplyCode> repliesOf(Command command) {
    return catalog.commandReplies().stream()
        .filter(reply -> reply.command() == command && !reply.obsolete())
        .map(CommandReply::code)
        .filter(code -> code.value() != 421 && code.value() != 500 && code.value() != 501)
        .toList();
  }

  /**
   * The codes that mean this cause: each enhanced status code with the reply codes it usually comes
   * with, then reply codes of their own; those that an RFC defines first.
   */
  private List<Code> codesOf(Cause cause) {
    Set<Code> codes = new LinkedHashSet<>();
    for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
      if (facts.cause() == cause) {
        codes.add(facts.code());
        codes.addAll(facts.basic().stream().limit(2).toList());
      }
    }
    for (ReplyCodeFacts facts : catalog.replyCodes()) {
      if (facts.cause() == cause) {
        codes.add(facts.code());
      }
    }
    return codes.stream()
        .filter(catalog::has)
        .sorted(Comparator.comparing(code -> !isStandard(code)))
        .limit(6)
        .toList();
  }

  private boolean isStandard(Code code) {
    ReplyCodeFacts facts = code instanceof ReplyCode reply ? catalog.find(reply) : null;
    return facts == null || facts.status() == CodeStatus.STANDARD;
  }
}
