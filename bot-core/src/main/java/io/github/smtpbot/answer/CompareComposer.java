package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells two to five codes or replies apart, by differences computed from the facts. */
final class CompareComposer {

  /** Of each subject so many, so that those of all have room. */
  private static final int MOST_SOURCES = 3;

  private static final int MOST_RELATED = 2;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final Verdicts verdicts;

  /**
   * What is told of the codes of the catalog, as far as they were compared: no more than it has.
   */
  private final Map<Code, Compared> known = new ConcurrentHashMap<>();

  CompareComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.verdicts = new Verdicts(words, parts);
  }

  Answer compare(Question.Compare question) {
    List<Compared> all = question.subjects().stream().map(this::compared).toList();
    List<Profile> profiles = all.stream().map(Compared::profile).toList();
    List<String> columns = profiles.stream().map(Profile::text).toList();
    List<String> gists = all.stream().map(Compared::gist).toList();
    boolean pair = all.size() == 2;
    RuleOfThumb rule = pair ? rule(profiles.get(0), profiles.get(1)) : null;
    // One sentence that tells them apart.
    String intro =
        words.ui(
            "compare.intro",
            all.stream()
                .map(Compared::sentence)
                .collect(Collectors.joining(words.ui("compare.join"))));
    Draft draft =
        new Draft(Answer.Kind.COMPARE, words, String.join(words.ui("versus.join"), columns))
            .codes(columns)
            .summary(rule == null ? intro : rule.text())
            .tone(tone(profiles))
            .lead(new Part.Text("", intro));
    if (rule != null) {
      draft.lead(new Part.Bullets(words.ui("rule_of_thumb"), List.of(rule.text())));
      draft.sources(rule.sources());
    } else if (!pair) {
      // Of three and more, rules for each pair would not be read: each gets its own word.
      draft.lead(new Part.Bullets(words.ui("in_short"), gists));
    }
    Differences differences =
        new Differences(words, columns).rows(all.stream().map(Compared::respects).toList());
    draft.lead(differences.table()).lead(differences.same());
    List<String> grades = profiles.stream().map(verdicts::grade).toList();
    boolean alike = Set.copyOf(grades).size() == 1;
    draft
        .brief()
        .table(
            differences.columns(),
            pair ? differences.important() : alike ? List.of() : List.of(graded(grades)))
        .rule(rule != null ? rule.text() : pair ? String.join(" ", gists) : "")
        .meaning(pair && differences.important().isEmpty() ? intro : "")
        .lines(pair ? List.of() : gists);
    if (alike) {
      draft.brief().verdict(verdicts.withoutActs(profiles.get(0)));
    }
    all.forEach(one -> draft.detail(pair ? one.ofPair() : one.ofMany()));
    draft.detail(pair ? applies(all) : null);
    for (Profile profile : profiles) {
      List<Source> sources = profile.sources();
      draft.sources(sources.subList(0, Math.min(MOST_SOURCES, sources.size())));
      draft.followUp(profile.text(), profile.text());
    }
    all.forEach(one -> related(draft, one, profiles));
    return draft.shareable(question.canonical()).done();
  }

  /** What is told of a subject; of a code that the catalog has, as it was told before. */
  private Compared compared(Question.Subject subject) {
    Code code =
        subject instanceof Question.OneCode one && catalog.has(one.code()) ? one.code() : null;
    Compared before = code == null ? null : known.get(code);
    if (before != null) {
      return before;
    }
    Compared made = Compared.of(Profile.of(subject, catalog, words), catalog, words, parts);
    if (code != null) {
      known.put(code, made);
    }
    return made;
  }

  /** Of three and more, no rule of thumb tells which are final: the sign and word of each does. */
  private Part.Row graded(List<String> grades) {
    return new Part.Row(words.ui("differences.severity"), grades, true);
  }

  private static Tone tone(List<Profile> profiles) {
    Tone first = Tone.of(profiles.get(0).severity());
    boolean same = profiles.stream().allMatch(profile -> Tone.of(profile.severity()) == first);
    return same ? first : Tone.NEUTRAL;
  }

  private record RuleOfThumb(String text, List<Source> sources) {}

  private @Nullable RuleOfThumb rule(Profile one, Profile other) {
    for (Code code : one.codes()) {
      for (Code against : other.codes()) {
        String rule = words.ruleFor(code, against);
        if (rule != null) {
          return new RuleOfThumb(rule, catalog.confusion(code, against));
        }
      }
    }
    return null;
  }

  /**
   * When each applies: the situation in which a server sends it, and what follows. Null if none is
   * known: of codes of their own, providers tell no more than what they mean.
   */
  private Part.@Nullable Bullets applies(List<Compared> all) {
    List<String> situations = all.stream().map(Compared::situation).distinct().toList();
    if (situations.equals(List.of(""))) {
      return null;
    }
    boolean same = situations.size() == 1;
    boolean oneEnd = all.stream().map(one -> one.profile().outcome()).distinct().count() == 1;
    return new Part.Bullets(
        words.ui("applies"), all.stream().map(one -> applies(one, same, oneEnd)).toList());
  }

  /**
   * Where both are met alike, as {@code 4.2.2} and {@code 5.2.2} are, their first digits decide;
   * what follows of all of them is told beside their differences.
   */
  private String applies(Compared one, boolean same, boolean oneEnd) {
    Profile profile = one.profile();
    String situation = one.situation();
    if (situation.isEmpty() || (same && profile.severity() == Severity.UNKNOWN)) {
      return words.ui("labelled", profile.text(), profile.name());
    }
    if (same) {
      return words.ui("labelled", profile.text(), words.severity(profile.severity()).meaning());
    }
    return oneEnd
        ? words.ui("labelled", profile.text(), situation)
        : words.ui(
            "applies.then",
            profile.text(),
            situation,
            words.ui("ask.then." + OneAspect.key(profile.outcome())));
  }

  /** Comparisons that lie near: each subject with what it is often confused with. */
  private static void related(Draft draft, Compared one, List<Profile> profiles) {
    int room = MOST_RELATED;
    for (Map.Entry<Code, FollowUp> near : one.confused().entrySet()) {
      Code other = near.getKey();
      if (room > 0 && profiles.stream().noneMatch(profile -> profile.codes().contains(other))) {
        draft.followUp(near.getValue());
        room--;
      }
    }
  }
}
