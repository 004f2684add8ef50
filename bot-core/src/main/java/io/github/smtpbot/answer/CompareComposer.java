package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells two to five codes or replies apart, by differences computed from the facts. */
final class CompareComposer {

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final Verdicts verdicts;

  CompareComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.verdicts = new Verdicts(words, parts);
  }

  Answer compare(Question.Compare question) {
    List<Profile> profiles =
        question.subjects().stream().map(subject -> Profile.of(subject, catalog, words)).toList();
    String title =
        profiles.stream().map(Profile::text).collect(Collectors.joining(words.ui("versus.join")));
    boolean pair = profiles.size() == 2;
    RuleOfThumb rule = pair ? rule(profiles.get(0), profiles.get(1)) : null;
    String intro = intro(profiles);
    Draft draft =
        new Draft(Answer.Kind.COMPARE, words, title)
            .codes(profiles.stream().map(Profile::text).toList())
            .summary(rule == null ? intro : rule.text())
            .tone(tone(profiles))
            .lead(new Part.Text("", intro));
    if (rule != null) {
      draft.lead(new Part.Bullets(words.ui("rule_of_thumb"), List.of(rule.text())));
      draft.sources(rule.sources());
    } else if (!pair) {
      draft.lead(new Part.Bullets(words.ui("in_short"), gists(profiles)));
    }
    Differences differences = differences(profiles);
    draft.lead(differences.table()).lead(differences.same());
    draft
        .brief()
        .table(
            differences.columns(), pair ? differences.important() : graded(profiles, differences))
        .rule(rule == null ? "" : rule.text())
        .meaning(differences.important().isEmpty() ? intro : "");
    List<String> grades = profiles.stream().map(verdicts::grade).distinct().toList();
    if (grades.size() == 1) {
      draft.brief().verdict(verdicts.withoutActs(profiles.get(0)));
    }
    profiles.forEach(profile -> draft.detail(section(profile, pair)));
    draft.detail(pair ? applies(profiles) : null);
    for (Profile profile : profiles) {
      draft.sources(profile.sources().stream().limit(3).toList());
      draft.followUp(profile.text(), profile.text());
    }
    related(draft, profiles);
    return draft.shareable(question.canonical()).done();
  }

  /** Of three and more, no rule of thumb tells which are final: the sign and word of each does. */
  private List<Part.Row> graded(List<Profile> profiles, Differences differences) {
    List<String> grades = profiles.stream().map(verdicts::grade).toList();
    List<Part.Row> rows = new ArrayList<>(differences.important());
    if (Set.copyOf(grades).size() > 1) {
      rows.removeIf(row -> row.label().equals(words.ui("differences.message")));
      rows.add(0, new Part.Row(words.ui("differences.severity"), grades, true));
    }
    return List.copyOf(rows);
  }

  private static Tone tone(List<Profile> profiles) {
    List<Tone> tones = profiles.stream().map(p -> Tone.of(p.severity())).distinct().toList();
    return tones.size() == 1 ? tones.get(0) : Tone.NEUTRAL;
  }

  /** One sentence that tells them apart. */
  private String intro(List<Profile> profiles) {
    return words.ui(
        "compare.intro",
        profiles.stream()
            .map(
                profile ->
                    words.ui(
                        "compare.one",
                        profile.text(),
                        profile.name(),
                        CodeParts.lowerFirst(words.outcome(profile.outcome()).name())))
            .collect(Collectors.joining(words.ui("compare.join"))));
  }

  /** Of three and more, rules for each pair would not be read: each gets its own word. */
  private List<String> gists(List<Profile> profiles) {
    return profiles.stream()
        .map(
            profile -> {
              CodeWords said = profile.words();
              return words.ui(
                  "labelled", profile.text(), said == null ? profile.name() : said.gist());
            })
        .toList();
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

  private Differences differences(List<Profile> profiles) {
    return new Differences(words, profiles.stream().map(Profile::text).toList())
        .row("differences.severity", profiles, this::severity)
        .row("differences.final", profiles, p -> parts.isFinal(p.outcome()))
        .row("differences.message", profiles, p -> words.outcome(p.outcome()).name())
        // Who is the likeliest comes first; but who acts is the same in any order.
        .row("differences.acts", profiles, p -> parts.parties(p.acts()), p -> Set.copyOf(p.acts()))
        .row("differences.commands", profiles, this::commands)
        .row("differences.about", profiles, this::about)
        .row(
            "differences.status",
            profiles,
            p -> words.ui("status." + p.status().name().toLowerCase(Locale.ROOT)));
  }

  private String severity(Profile profile) {
    return profile.severity() == Severity.UNKNOWN
        ? words.ui("any_class")
        : words.severity(profile.severity()).name();
  }

  private String commands(Profile profile) {
    return profile.commands().isEmpty()
        ? words.ui("undefined")
        : parts.commands(profile.commands());
  }

  private String about(Profile profile) {
    Code code = profile.codes().get(0);
    if (code instanceof ReplyCode reply && reply.category() <= 5) {
      return words.category(reply.category()).name();
    }
    if (code instanceof EnhancedStatusCode enhanced) {
      var subject = words.subject(enhanced.subject());
      return subject == null ? words.ui("undefined") : subject.name();
    }
    return words.ui("undefined");
  }

  /** All about one code; the first situation of a pair is told where both stand side by side. */
  private Part.Section section(Profile profile, boolean pair) {
    CodeWords said = profile.words();
    List<Part> inside = new ArrayList<>();
    Part.Notice standing = parts.standing(profile);
    if (standing != null) {
      inside.add(new Part.Text("", standing.text()));
    }
    if (said == null) {
      profile.codes().forEach(code -> inside.add(parts.digits(code)));
    } else {
      if (pair) {
        inside.add(parts.meaning(said));
      }
      List<String> when = said.when().subList(pair ? 1 : 0, said.when().size());
      if (!when.isEmpty()) {
        inside.add(new Part.Bullets(words.ui("when"), when));
      }
      inside.add(parts.fix(said.fix()));
    }
    return new Part.Section(
        words.ui("title", profile.text(), profile.name()),
        Tone.of(profile.severity()),
        List.copyOf(inside));
  }

  /** When each applies: the situation in which a server sends it, and what follows. */
  private Part.Bullets applies(List<Profile> profiles) {
    boolean same = profiles.stream().map(CompareComposer::situation).distinct().count() == 1;
    return new Part.Bullets(
        words.ui("applies"), profiles.stream().map(profile -> applies(profile, same)).toList());
  }

  private static String situation(Profile profile) {
    CodeWords said = profile.words();
    return said == null ? "" : said.when().get(0);
  }

  /**
   * Where both are met alike, as {@code 4.2.2} and {@code 5.2.2} are, their first digits decide.
   */
  private String applies(Profile profile, boolean same) {
    CodeWords said = profile.words();
    if (said == null || (same && profile.severity() == Severity.UNKNOWN)) {
      return words.ui("labelled", profile.text(), profile.name());
    }
    return same
        ? words.ui("labelled", profile.text(), words.severity(profile.severity()).meaning())
        : words.ui(
            "applies.then",
            profile.text(),
            situation(profile),
            words.ui("ask.then." + OneAspect.key(profile.outcome())));
  }

  /** Comparisons that lie near: each subject with what it is often confused with. */
  private void related(Draft draft, List<Profile> profiles) {
    for (Profile profile : profiles) {
      Code code = profile.codes().get(0);
      catalog.confusedWith(code).stream()
          .filter(other -> profiles.stream().noneMatch(p -> p.codes().contains(other)))
          .limit(2)
          .forEach(other -> draft.followUp(words.ui("versus", code, other), code + " vs " + other));
    }
  }
}
