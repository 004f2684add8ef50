package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Family;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers one thing about codes, such as whether they are final, in less than a page: the first
 * sentence is the answer, what follows is what one needs with it.
 */
abstract class OneAspect {

  final Catalog catalog;
  final Words words;
  final CodeParts parts;
  private final FollowUps followUps;
  private final ProviderReplies providers;

  OneAspect(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.followUps = new FollowUps(catalog, words);
    this.providers = new ProviderReplies(catalog, words);
  }

  /** The sentence that answers, without a heading. */
  abstract String sentence(Profile profile, Asked asked);

  /** What one needs with it, if there is one code only. */
  abstract void complete(Draft draft, Profile profile, Asked asked);

  /** Whether a family can be asked this, not only a code. */
  boolean holdsForFamilies() {
    return false;
  }

  /**
   * What a provider that is named means by the code, if all its replies that fit have one cause;
   * else null.
   */
  final Provider.@Nullable Rule meant(Asked asked) {
    if (asked.mentions().subjects().size() != 1) {
      return null;
    }
    for (Provider provider : providers.named(asked)) {
      List<Provider.Rule> rules = providers.fitting(provider, asked.mentions().subjects().get(0));
      if (rules.stream().map(Provider.Rule::cause).distinct().count() == 1) {
        return rules.get(0);
      }
    }
    return null;
  }

  final boolean answers(Asked asked) {
    return !asked.mentions().subjects().isEmpty()
        || (holdsForFamilies() && !asked.mentions().families().isEmpty());
  }

  final Answer answer(Asked asked) {
    List<Question.Subject> subjects = asked.mentions().subjects();
    List<Profile> profiles =
        subjects.isEmpty()
            ? asked.mentions().families().stream().map(this::ofFamily).toList()
            : subjects.stream().map(subject -> Profile.of(subject, catalog, words)).toList();
    List<Profile> told = profiles.stream().limit(5).toList();
    List<String> sentences = told.stream().map(profile -> sentence(profile, asked)).toList();
    Draft draft =
        new Draft(kind(subjects), words.language(), title(asked, told))
            .codes(told.stream().map(Profile::text).toList())
            .summary(String.join(" ", sentences))
            .tone(told.size() == 1 ? Tone.of(told.get(0).severity()) : Tone.NEUTRAL);
    sentences.forEach(sentence -> draft.lead(new Part.Text("", sentence)));
    if (subjects.size() == 1) {
      Profile profile = told.get(0);
      draft.lead(parts.standing(profile));
      complete(draft, profile, asked);
      providers.ofCode(draft, asked, subjects.get(0));
      followUps.of(draft, asked, subjects.get(0));
    } else {
      told.forEach(profile -> draft.followUp(profile.text(), profile.text()));
    }
    told.forEach(profile -> draft.sources(profile.sources()));
    return draft.shareable(asked.canonical(catalog)).done();
  }

  private static Answer.Kind kind(List<Question.Subject> subjects) {
    boolean reply = subjects.size() == 1 && subjects.get(0) instanceof Question.Reply;
    return reply
        ? Answer.Kind.REPLY
        : subjects.size() > 1 ? Answer.Kind.COMPARE : Answer.Kind.EXPLAIN;
  }

  private String title(Asked asked, List<Profile> told) {
    String codes = told.stream().map(Profile::text).collect(Collectors.joining(", "));
    boolean temporary = asked.yesIf() == Asked.YesIf.TEMPORARY;
    return words.ui("ask.title." + (temporary ? "temporary" : asked.intent().label()), codes);
  }

  /** What the first digit says of all codes of a family. */
  private Profile ofFamily(Family family) {
    return Profile.ofFamily(family, words);
  }

  /** The verdict without what the first sentence has said already. */
  final Part.Verdict whoAndFirstStep(Profile profile, boolean who) {
    CodeWords said = profile.words();
    Stream<Part.Fact> acts =
        Stream.of(new Part.Fact(words.ui("who_acts"), parts.parties(profile.acts())));
    Stream<Part.Fact> step =
        said == null
            ? Stream.empty()
            : Stream.of(
                new Part.Fact(
                    words.ui("first_step"), CodeParts.firstStep(said.fix(), profile.acts())));
    return new Part.Verdict(
        Tone.of(profile.severity()), (who ? Stream.concat(acts, step) : step).toList());
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
