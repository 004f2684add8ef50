package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CommandReply;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.catalog.search.CatalogSearch;
import io.github.smtpbot.question.Question;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a search for words: the best hit at once, the others to choose from. */
final class SearchComposer {

  private static final int MAX_HITS = 12;
  private static final int MAX_CODES = 6;
  private static final int MAX_RULES = 8;
  private static final int MAX_LINE = 300;
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
    String asked = Quotation.of(text, MAX_WORDS_LENGTH);
    Marks.Found mark = new Marks(catalog).find(asked);
    if (mark != null) {
      return ofMark(asked, mark);
    }
    Provider provider = ProviderNames.find(catalog.providers(), asked);
    Part.Bullets sayings = provider == null ? null : sayings(provider);
    if (provider != null && sayings != null) {
      return ofProvider(asked, provider, sayings);
    }
    Code named = codeIn(asked);
    if (named != null) {
      return new ExplainComposer(catalog, words).besideWords(named, providerIn(asked));
    }
    List<CatalogSearch.Hit> hits = search.search(withoutAddresses(asked), MAX_HITS);
    if (hits.isEmpty()) {
      return new HelpComposer(catalog, words).nothingFound(asked);
    }
    Draft draft =
        new Draft(
            Answer.Kind.SEARCH, words.language(), words.ui("search.title", Clip.to(asked, 80)));
    CatalogSearch.Hit best = hits.get(0);
    Set<Code> codes = new LinkedHashSet<>();
    Optional<Command> command = command(asked);
    if (command.isPresent()) {
      ofCommand(draft, command.get());
      codes.addAll(repliesOf(command.get()));
    } else if (best instanceof CatalogSearch.CauseHit hit) {
      ofCause(draft, hit.cause());
      codes.addAll(codesOf(hit.cause()));
    } else if (best instanceof CatalogSearch.CodeHit hit) {
      ofCode(draft, hit.code());
    }
    for (CatalogSearch.Hit hit : hits) {
      if (hit instanceof CatalogSearch.CodeHit code) {
        codes.add(code.code());
      }
    }
    List<Code> found = codes.stream().limit(MAX_HITS).toList();
    draft
        .codes(found.stream().map(Code::text).toList())
        .lead(
            found.isEmpty()
                ? null
                : new Part.Choices(words.ui("search.codes"), parts.choices(found)));
    found.stream().limit(5).forEach(code -> draft.followUp(code.text(), code.text()));
    return draft.shareable(asked).done();
  }

  /** The first code that a text names; its other words are then not searched for. */
  private @Nullable Code codeIn(String text) {
    return words(text)
        .flatMap(word -> Codes.parse(word).stream())
        .filter(catalog::has)
        .findFirst()
        .orElse(null);
  }

  /** The provider that prints a token of the text, whatever the token means; null if none does. */
  private @Nullable Provider providerIn(String text) {
    Marks marks = new Marks(catalog);
    return words(text)
        .map(marks::find)
        .flatMap(Stream::ofNullable)
        .map(Marks.Found::provider)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> words(String text) {
    return Collections.list(new StringTokenizer(text, " \t\r\n,;:!?()[]\"'")).stream()
        .map(Object::toString);
  }

  /** Whom it happened to does not tell what happened. */
  private static String withoutAddresses(String asked) {
    return Stream.of(asked.split(" "))
        .filter(word -> word.indexOf('@') < 0)
        .collect(Collectors.joining(" "));
  }

  private void ofCommand(Draft draft, Command command) {
    Named said = words.command(command);
    draft
        .summary(words.ui("labelled", said.name(), said.meaning()))
        .lead(new Part.Text(said.name(), said.meaning()))
        .followUp(command.name(), command.name());
    catalog.commandReplies().stream()
        .filter(reply -> reply.command() == command && !reply.obsolete())
        .forEach(reply -> draft.sources(List.of(reply.source())));
  }

  private void ofCause(Draft draft, Cause cause) {
    CauseWords said = words.cause(cause);
    draft
        .summary(words.ui("labelled", said.name(), said.meaning()))
        .lead(parts.verdict(cause, Severity.UNKNOWN, null))
        .lead(new Part.Text("", said.meaning()))
        .detail(parts.fix(said.fix()))
        .detail(new Part.Text(words.ui("escalate"), said.escalate()))
        .sources(catalog.cause(cause).sources());
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
            .shareable(asked);
    Provider.Rule rule = found.rule();
    if (rule == null) {
      Part.Fact from = new Part.Fact(words.ui("answered_by"), provider.name());
      return draft
          .summary(words.ui("labelled", from.label(), from.value()))
          .lead(new Part.Verdict(Tone.NEUTRAL, List.of(from)))
          .lead(sayings(provider))
          .sources(List.of(provider.page()))
          .done();
    }
    String tag = words.language().toLanguageTag();
    String meaning = rule.meaning().getOrDefault(tag, "");
    CauseWords cause = words.cause(rule.cause(), severity(rule));
    return draft
        .summary(meaning)
        .lead(parts.verdict(rule.cause(), severity(rule), rule))
        .lead(new Part.Text(words.ui("provider.says", provider.name()), meaning))
        .detail(parts.fix(cause.fix()))
        .detail(new Part.Text(words.ui("escalate"), cause.escalate()))
        .sources(List.of(rule.source()))
        .done();
  }

  /** How a reply that a rule is about ends, by the codes it names. */
  private static Severity severity(Provider.Rule rule) {
    if (rule.code() != null) {
      return Severity.ofDigit(rule.code().charAt(0) - '0');
    }
    return rule.enhanced() == null ? Severity.UNKNOWN : rule.enhanced().first().severity();
  }

  /** What a provider's replies mean, where it has some of its own. */
  private Answer ofProvider(String asked, Provider provider, Part.Bullets sayings) {
    return new Draft(Answer.Kind.SEARCH, words.language(), provider.name())
        .summary(sayings.items().get(0))
        .lead(sayings)
        .lead(new Part.Text("", words.ui("provider.more")))
        .sources(List.of(provider.page()))
        .shareable(asked)
        .done();
  }

  private Part.@Nullable Bullets sayings(Provider provider) {
    String tag = words.language().toLanguageTag();
    List<String> lines =
        provider.rules().stream()
            .limit(MAX_RULES)
            .map(rule -> words.ui("labelled", sign(rule), rule.meaning().getOrDefault(tag, "")))
            .map(line -> Clip.to(line, MAX_LINE))
            .toList();
    return lines.isEmpty()
        ? null
        : new Part.Bullets(words.ui("provider.says", provider.name()), lines);
  }

  /** What a reply that a rule is about is known by: its token, its codes, or its words. */
  private static String sign(Provider.Rule rule) {
    if (rule.mark() != null) {
      return rule.mark().replace("*", "");
    }
    String codes =
        Stream.of(rule.code(), rule.enhanced())
            .flatMap(Stream::ofNullable)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    return codes.isEmpty() ? "“" + rule.phrases().get(0) + "”" : codes;
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
        .filter(code -> !CodeParts.answersAnyCommand(code))
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
        .limit(MAX_CODES)
        .toList();
  }

  private boolean isStandard(Code code) {
    ReplyCodeFacts facts = code instanceof ReplyCode reply ? catalog.find(reply) : null;
    return facts == null || facts.status() == CodeStatus.STANDARD;
  }
}
