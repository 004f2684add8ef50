package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Family;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells families of codes apart by what their digits say: {@code 4xx vs 5xx}. */
final class FamiliesComposer {

  private static final int MAX_PAIRS = 6;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;

  FamiliesComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
  }

  Answer compare(Question.CompareFamilies question) {
    List<Family> families = question.families();
    List<String> texts = families.stream().map(Family::text).toList();
    String intro = intro(families);
    Differences differences = differences(families);
    Draft draft =
        new Draft(Answer.Kind.COMPARE, words, String.join(words.ui("versus.join"), texts))
            .codes(texts)
            .summary(intro)
            .lead(new Part.Text("", intro))
            .lead(differences.table())
            .lead(differences.same())
            .shareable(question.canonical());
    draft
        .brief()
        .table(differences.columns(), differences.important())
        .meaning(differences.important().isEmpty() ? intro : "");
    for (Family family : families) {
      draft.detail(section(family));
      draft.sources(
          List.of(
              family instanceof Family.EnhancedCodes
                  ? CodeParts.ENHANCED_CODE_NUMBERS
                  : CodeParts.REPLY_CODE_DIGITS));
      draft.followUp(family.text(), new Question.Browse(family).canonical());
    }
    return draft.detail(confusedAcross(families)).done();
  }

  private String intro(List<Family> families) {
    return words.ui(
        "compare.intro",
        families.stream()
            .map(
                family ->
                    words.ui(
                        "compare.one",
                        family.text(),
                        named(family).stream().map(Named::name).collect(Collectors.joining(", ")),
                        CodeParts.lowerFirst(words.outcome(outcome(family)).name())))
            .collect(Collectors.joining(words.ui("compare.join"))));
  }

  private Differences differences(List<Family> families) {
    Differences differences =
        new Differences(words, families.stream().map(Family::text).toList())
            .row("differences.severity", families, this::severityName)
            .row("differences.final", families, family -> parts.isFinal(outcome(family)))
            .row("differences.message", families, family -> words.outcome(outcome(family)).name());
    return families.stream().anyMatch(family -> topic(family) != null)
        ? differences.row("differences.about", families, this::about)
        : differences;
  }

  private Part.Section section(Family family) {
    List<Part> inside = new ArrayList<>();
    for (Named named : named(family)) {
      inside.add(new Part.Text(named.name(), named.meaning()));
    }
    inside.add(new Part.Text(words.ui("next"), words.outcome(outcome(family)).meaning()));
    return new Part.Section(family.text(), Tone.of(family.severity()), List.copyOf(inside));
  }

  /** The pairs that people mix up of which each family has one. */
  private Part.@Nullable Bullets confusedAcross(List<Family> families) {
    List<String> rules = new ArrayList<>();
    for (List<Code> pair : catalog.confusedPairs()) {
      Family first = familyOf(pair.get(0), families);
      Family second = familyOf(pair.get(1), families);
      String rule = words.ruleFor(pair.get(0), pair.get(1));
      if (first != null && second != null && !first.equals(second) && rule != null) {
        rules.add(words.ui("labelled", words.ui("versus", pair.get(0), pair.get(1)), rule));
      }
    }
    return rules.isEmpty()
        ? null
        : new Part.Bullets(words.ui("confused"), rules.stream().limit(MAX_PAIRS).toList());
  }

  private static @Nullable Family familyOf(Code code, List<Family> families) {
    return families.stream()
        .filter(family -> family.contains(code) && family.severity().equals(code.severity()))
        .findFirst()
        .orElse(null);
  }

  private static Outcome outcome(Family family) {
    return Profile.outcome(family.severity());
  }

  private String severityName(Family family) {
    Severity severity = family.severity();
    return severity == Severity.UNKNOWN ? words.ui("any_class") : words.severity(severity).name();
  }

  private String about(Family family) {
    Named topic = topic(family);
    return topic == null ? words.ui("undefined") : topic.name();
  }

  /** What the first digit says, then what the second says, as far as the family has them. */
  private List<Named> named(Family family) {
    Severity severity = family.severity();
    Named first = severity == Severity.UNKNOWN ? null : words.severity(severity);
    return Stream.of(first, topic(family)).flatMap(Stream::ofNullable).toList();
  }

  private @Nullable Named topic(Family family) {
    if (family instanceof Family.EnhancedCodes codes) {
      return words.subject(codes.subject());
    }
    boolean second =
        family instanceof Family.ReplyCodes codes
            && codes.prefix() >= 10
            && codes.prefix() % 10 <= 5;
    return second ? words.category(((Family.ReplyCodes) family).prefix() % 10) : null;
  }
}
