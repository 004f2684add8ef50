package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.catalog.search.CatalogSearch;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import io.github.smtpbot.question.Question;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a search for words: the best hit at once, the others to choose from. */
final class SearchComposer {

  private static final int MAX_HITS = 12;
  private static final int MAX_WORDS = 20;
  private static final int MAX_RULES = 8;
  private static final int MAX_LINE = 300;
  private static final int MAX_WORDS_LENGTH = 300;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final Verdicts verdicts;

  SearchComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.verdicts = new Verdicts(words, parts);
  }

  /**
   * Answers a search.
   *
   * @param read what is read of the words as those of a server, asked for only where neither a
   *     token nor a code answers
   */
  Answer search(
      String text, Asked question, CatalogSearch search, Supplier<Optional<Finding>> read) {
    String asked = Quotation.of(text, MAX_WORDS_LENGTH);
    Code named = codeIn(question);
    Marks.Found mark = named == null ? mark(asked) : new Marks(catalog).find(asked);
    if (mark != null) {
      Provider.Rule rule = mark.rule();
      List<Cause> causes = rule == null ? List.of() : List.of(rule.cause());
      return ofMark(asked, question, mark)
          .to(question.about(Mentions.of(List.of(mark.provider().id()), causes)));
    }
    if (named != null) {
      return new ExplainComposer(catalog, words)
          .besideWords(question, named, providerIn(asked))
          .to(
              question.about(
                  Mentions.of(
                      List.of(new Question.OneCode(named)), List.of(), List.of(), List.of())));
    }
    List<CatalogSearch.Hit> hits = search.search(withoutAddresses(asked), MAX_HITS);
    Finding said = read.get().orElse(null);
    if (hits.isEmpty() && said == null) {
      return new HelpComposer(catalog, words).nothingFound(asked).to(question.foundNothing());
    }
    String title =
        said == null
            ? words.ui("search.title", Clip.to(asked, 80))
            : words.cause(said.cause()).name();
    Draft draft = new Draft(Answer.Kind.SEARCH, words, title);
    CatalogSearch.Hit best = said == null ? hits.get(0) : new CatalogSearch.CauseHit(said.cause());
    Set<Code> codes = new LinkedHashSet<>();
    Optional<Command> command = command(asked);
    if (command.isPresent()) {
      ofCommand(draft, command.get());
      codes.addAll(parts.codesOf(command.get()));
    } else if (best instanceof CatalogSearch.CauseHit hit) {
      codes.addAll(new CodesOfCause(catalog).of(hit.cause()));
      ofCause(draft, hit.cause(), List.copyOf(codes), said);
    } else if (best instanceof CatalogSearch.CodeHit hit) {
      ofCode(draft, hit.code());
    }
    boolean failed = best instanceof CatalogSearch.CauseHit of && of.cause() != Cause.SUCCESS;
    for (CatalogSearch.Hit hit : hits) {
      // No consent is sent for what failed, whatever its words have in common with it.
      if (hit instanceof CatalogSearch.CodeHit code
          && !(failed && code.code().severity() == Severity.SUCCESS)) {
        codes.add(code.code());
      }
    }
    List<Code> found = codes.stream().limit(MAX_HITS).toList();
    draft
        .codes(found.stream().map(Code::text).toList())
        .offerCodes(
            found.isEmpty()
                ? null
                : new Part.Choices(words.ui("search.codes"), parts.gradedChoices(found)));
    found.stream().limit(5).forEach(code -> draft.followUp(code.text(), code.text()));
    List<Cause> causes =
        best instanceof CatalogSearch.CauseHit hit ? List.of(hit.cause()) : List.of();
    return draft.shareable(asked).done().to(question.about(Mentions.of(List.of(), causes)));
  }

  /** The token that the words are, or that is among them. */
  private Marks.@Nullable Found mark(String asked) {
    Marks marks = new Marks(catalog);
    return Stream.concat(
            Stream.of(asked), Stream.of(asked.split(" ")).filter(SearchComposer::isToken))
        .limit(MAX_WORDS)
        .map(marks::find)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A word with a digit or a colon in it, or in capitals, is no common one. */
  private static boolean isToken(String word) {
    return word.length() > 3
        && (word.chars().anyMatch(Character::isDigit)
            || word.equals(word.toUpperCase(Locale.ROOT)));
  }

  /**
   * The first refusal that a text names, of {@code expected code 250, got 552} the second code;
   * else the first code. Its other words are then not searched for. A number that is told to be
   * none is no code here either.
   */
  private @Nullable Code codeIn(Asked question) {
    List<Code> named =
        question.mentions().subjects().stream()
            .map(subject -> Codes.parse(subject.text().split(" ", -1)[0]).orElse(null))
            .filter(code -> code != null && catalog.has(code))
            .toList();
    return named.stream()
        .filter(code -> code.severity().digit() > 3)
        .findFirst()
        .orElse(named.isEmpty() ? null : named.get(0));
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
    parts.repliesTo(command).stream()
        .filter(reply -> !reply.obsolete())
        .forEach(reply -> draft.sources(List.of(reply.source())));
  }

  /**
   * Tells of a cause.
   *
   * @param codes those that are sent for it
   * @param read what was read of the words, whose title then is the cause; null if they only led to
   *     it
   */
  private void ofCause(Draft draft, Cause cause, List<Code> codes, @Nullable Finding read) {
    Provider.Rule rule = read == null ? null : read.rule();
    CauseWords general = words.cause(cause);
    CauseWords said =
        rule == null
            ? general
            : RuleWords.of(
                rule, general, catalog.cause(cause).acts(), words.language().toLanguageTag());
    Part.Fact first = parts.firstStep(cause, Severity.UNKNOWN, rule);
    String named = words.ui("labelled", said.name(), said.meaning());
    draft
        .brief()
        .verdict(verdicts.of(codes, parts.acts(cause, Severity.UNKNOWN, rule)))
        .meaning(read == null ? named : said.meaning())
        .first(first);
    draft
        .summary(named)
        .lead(parts.verdict(cause, Severity.UNKNOWN, rule))
        .lead(new Part.Text("", said.meaning()))
        .detail(parts.fix(said.fix(), first.value()))
        .detail(parts.escalate(said))
        .sources(rule == null ? List.of() : List.of(rule.source()))
        .sources(catalog.cause(cause).sources());
  }

  private void ofCode(Draft draft, Code code) {
    CodeWords said = words.code(code);
    Profile profile = Profile.of(new Question.OneCode(code), catalog, words);
    draft
        .brief()
        .verdict(verdicts.of(profile))
        .meaning(words.ui("labelled", code, said.meaning()))
        .first(parts.firstStep(profile));
    draft
        .summary(words.ui("labelled", code, said.gist()))
        .lead(new Part.Text(words.ui("title", code, said.name()), said.meaning()))
        .detail(parts.fix(said.fix()))
        .sources(profile.sources());
  }

  private Answer ofMark(String asked, Asked question, Marks.Found found) {
    Provider provider = found.provider();
    Draft draft =
        new Draft(Answer.Kind.SEARCH, words, words.ui("title", Clip.to(asked, 80), provider.name()))
            .shareable(asked);
    String others = others(question, provider);
    if (others != null) {
      draft.warning(new Part.Notice(others));
    }
    Provider.Rule rule = found.rule();
    if (rule == null) {
      Part.Fact from = new Part.Fact(words.ui("answered_by"), provider.name());
      return draft
          .summary(told(others, words.ui("labelled", from.label(), from.value())))
          .lead(new Part.Verdict(Tone.NEUTRAL, List.of(from)))
          .lead(sayings(provider))
          .sources(List.of(provider.page()))
          .done();
    }
    String tag = words.language().toLanguageTag();
    String meaning = rule.meaning().getOrDefault(tag, "");
    CauseWords cause = words.cause(rule.cause(), Profile.severity(rule));
    Part.Fact first = parts.firstStep(rule.cause(), Profile.severity(rule), rule);
    draft
        .brief()
        .verdict(
            verdicts.of(
                Tone.of(Profile.severity(rule)),
                parts.acts(rule.cause(), Profile.severity(rule), rule)))
        .meaning(meaning)
        .first(first);
    return draft
        .summary(told(others, meaning))
        .lead(parts.verdict(rule.cause(), Profile.severity(rule), rule))
        .lead(new Part.Text(words.ui("provider.says", provider.name()), meaning))
        .detail(parts.fix(cause.fix(), first.value()))
        .detail(parts.escalate(cause))
        .sources(List.of(rule.source()))
        .done();
  }

  private static String told(@Nullable String others, String meaning) {
    return others == null ? meaning : others + " " + meaning;
  }

  /** That a token is of another provider than those the question names; null if it names none. */
  private @Nullable String others(Asked question, Provider owner) {
    House house = owner.house();
    List<String> named =
        question.mentions().providers().stream()
            .map(catalog::provider)
            .flatMap(Stream::ofNullable)
            .filter(provider -> !provider.equals(owner))
            .filter(provider -> house == null || !provider.isOf(house))
            .map(Provider::shortName)
            .toList();
    return named.isEmpty()
        ? null
        : words.ui(
            "provider.token_of_other", owner.shortName(), String.join(words.ui("or.join"), named));
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
}
