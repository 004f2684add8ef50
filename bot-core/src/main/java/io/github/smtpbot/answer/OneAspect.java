package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers one thing about codes, such as whether they are final, in less than a page: the first
 * sentence is the answer, what follows is what one needs with it.
 */
abstract class OneAspect {

  /** What may stand in the line of a verdict, in characters. */
  private static final int MAX_ANSWER = 120;

  /** Of so many of a provider's replies the first step is told. */
  private static final int MAX_STEPS = 3;

  final Catalog catalog;
  final Words words;
  final CodeParts parts;
  private final Verdicts verdicts;
  private final FollowUps followUps;
  private final ProviderReplies providers;
  private final ProviderCodes codes;

  OneAspect(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.verdicts = new Verdicts(words, parts);
    this.followUps = new FollowUps(catalog, words);
    this.providers = new ProviderReplies(catalog, words);
    this.codes = new ProviderCodes(catalog, words);
  }

  /** The sentence that answers, without a heading. */
  abstract String sentence(Profile profile, Asked asked);

  /** What one needs with it, if there is one code only. */
  abstract void complete(Draft draft, Profile profile, Asked asked);

  /** Where the sentence is written. */
  List<Source> sources(Profile profile, Asked asked) {
    return profile.sources();
  }

  /** Whether a family can be asked this, not only a code. */
  boolean holdsForFamilies() {
    return false;
  }

  /**
   * A code as the provider that is named means it: its rule's meaning if all its replies that fit
   * have one cause, its own end if they have one.
   */
  private Profile meant(Asked asked, Question.Subject subject) {
    Profile general = Profile.of(subject, catalog, words);
    for (Provider provider : providers.named(asked)) {
      List<Provider.Rule> rules = providers.fitting(asked, provider, subject);
      if (rules.isEmpty() && !providers.knows(provider, subject)) {
        continue;
      }
      String token =
          asked.mentions().tokens().stream()
              .filter(of -> of.provider().equals(provider.id()))
              .findFirst()
              .map(of -> " " + of.text())
              .orElse("");
      String called = words.ui("provider.of_code", general.text() + token, provider.shortName());
      List<Outcome> ends =
          rules.stream().map(rule -> Profile.outcome(rule, general.outcome())).distinct().toList();
      Outcome end =
          rules.isEmpty() ? general.outcome() : ends.size() == 1 ? ends.get(0) : Outcome.VARIES;
      if (rules.stream().map(Provider.Rule::cause).distinct().count() == 1) {
        return general.as(called, rules.get(0), catalog, words).ending(called, end);
      }
      return general.ending(called, end);
    }
    return general;
  }

  /**
   * The key of the sentence that says why it cannot be told whether a code is final, or retried;
   * null if it can.
   */
  final @Nullable String untold(Profile profile, Asked asked) {
    if (profile.isOfAnyClass()) {
      return "ask.final.class";
    }
    if (isOfOpenClass(profile)) {
      return "ask.final.token";
    }
    return endsVary(profile, asked) ? "ask.final.of_replies" : null;
  }

  /** Whether a token is meant that goes with codes of either class. */
  private static boolean isOfOpenClass(Profile profile) {
    return profile.rule() != null
        && profile.severity() == Severity.UNKNOWN
        && profile.outcome() == Outcome.VARIES;
  }

  /** Whether the replies of a named provider that fit end in several ways. */
  private boolean endsVary(Profile profile, Asked asked) {
    return profile.outcome() == Outcome.VARIES
        && profile.severity() != Severity.UNKNOWN
        && asked.mentions().subjects().size() == 1
        && !asked.mentions().providers().isEmpty()
        && Profile.of(asked.mentions().subjects().get(0), catalog, words).outcome()
            != Outcome.VARIES;
  }

  /**
   * What the provider that is named says first of each of its replies with the code, where they
   * have several causes; empty if it says nothing, or one thing.
   */
  final List<String> steps(Asked asked) {
    List<Question.Subject> subjects = asked.mentions().subjects();
    for (Provider provider : subjects.size() == 1 ? providers.named(asked) : List.<Provider>of()) {
      List<String> steps = providers.steps(asked, provider, subjects.get(0));
      if (steps.size() > 1) {
        return steps.stream().limit(MAX_STEPS).toList();
      }
    }
    return List.of();
  }

  /** The one provider that the question names; null if it names none or several. */
  final @Nullable Provider onlyProvider(Asked asked) {
    return providers.only(asked);
  }

  /** The step that the provider names; null if it names none. */
  final @Nullable String ownStep(Profile profile) {
    Provider.Rule rule = profile.rule();
    return rule == null ? null : rule.fix().get(words.language().toLanguageTag());
  }

  final boolean answers(Asked asked) {
    Mentions mentions = asked.mentions();
    return !mentions.subjects().isEmpty()
        || (holdsForFamilies() && !mentions.families().isEmpty())
        || (mentions.families().isEmpty() && !providers.ofTokens(asked).isEmpty());
  }

  private List<Profile> profiles(Asked asked) {
    Mentions mentions = asked.mentions();
    List<Question.Subject> subjects = mentions.subjects();
    if (subjects.size() == 1) {
      return List.of(meant(asked, subjects.get(0)));
    }
    if (!subjects.isEmpty()) {
      return subjects.stream().map(subject -> Profile.of(subject, catalog, words)).toList();
    }
    if (!mentions.families().isEmpty()) {
      return mentions.families().stream().map(family -> Profile.ofFamily(family, words)).toList();
    }
    return providers.ofTokens(asked).stream().map(this::ofToken).toList();
  }

  private Profile ofToken(ProviderReplies.Told told) {
    String called = words.ui("provider.of_code", told.token().text(), told.provider().shortName());
    return Profile.ofToken(called, told.rule(), catalog, words);
  }

  final Answer answer(Asked asked) {
    List<Question.Subject> subjects = asked.mentions().subjects();
    List<Profile> told = profiles(asked).stream().limit(5).toList();
    List<String> sentences = told.stream().map(profile -> sentence(profile, asked)).toList();
    Draft draft =
        new Draft(kind(subjects), words, title(asked, names(told)))
            .codes(codes(asked, told))
            .summary(String.join(" ", sentences))
            .tone(told.size() == 1 ? Tone.of(told.get(0).severity()) : Tone.NEUTRAL);
    sentences.forEach(sentence -> draft.lead(new Part.Text("", sentence)));
    if (sentences.size() == 1) {
      draft.brief().meaning(sentences.get(0));
    } else {
      draft.brief().lines(sentences);
    }
    if (subjects.size() == 1) {
      Profile profile = told.get(0);
      draft.lead(parts.standing(profile));
      if (holdsForFamilies() && subjects.get(0) instanceof Question.Reply reply) {
        draft.warning(parts.contradiction(reply));
      }
      complete(draft, profile, asked);
      providers.ofCode(draft, asked, subjects.get(0));
      ofUnassigned(draft, asked, subjects.get(0));
      followUps.of(draft, asked, subjects.get(0));
    } else if (!subjects.isEmpty() || !asked.mentions().families().isEmpty()) {
      told.forEach(profile -> draft.followUp(profile.text(), profile.text()));
    } else {
      ofTokens(draft, asked, told);
    }
    told.forEach(profile -> draft.sources(sources(profile, asked)));
    return draft.shareable(asked.canonical(catalog)).done();
  }

  /** Of a code that no registry has: who publishes something about it, or that nobody does. */
  private void ofUnassigned(Draft draft, Asked asked, Question.Subject subject) {
    EnhancedStatusCode code = enhanced(subject);
    if (code == null || catalog.has(code)) {
      return;
    }
    Part.Bullets published =
        codes.meanings(code, subject instanceof Question.Reply reply ? reply.replyCode() : null);
    if (published == null) {
      draft.lead(new Part.Text("", words.ui("unknown.unassigned", code)));
    } else if (asked.mentions().providers().isEmpty()) {
      draft.lead(published);
    }
  }

  private static @Nullable EnhancedStatusCode enhanced(Question.Subject subject) {
    if (subject instanceof Question.Reply reply) {
      return reply.enhanced();
    }
    return ((Question.OneCode) subject).code() instanceof EnhancedStatusCode code ? code : null;
  }

  private void ofTokens(Draft draft, Asked asked, List<Profile> told) {
    if (told.size() == 1) {
      complete(draft, told.get(0), asked);
    }
    for (ProviderReplies.Told of : providers.ofTokens(asked)) {
      draft.lead(
          new Part.Bullets(
              words.ui("provider.says", of.provider().name()), List.of(providers.line(of))));
      draft.followUp(Clip.to(words.ui("next.all", of.token().text()), 40), of.token().text());
    }
  }

  private static List<String> codes(Asked asked, List<Profile> told) {
    Mentions mentions = asked.mentions();
    if (!mentions.subjects().isEmpty()) {
      return mentions.subjects().stream().map(Question.Subject::text).limit(5).toList();
    }
    return mentions.families().isEmpty()
        ? told.stream().flatMap(of -> of.codes().stream()).map(Code::text).distinct().toList()
        : told.stream().map(Profile::text).toList();
  }

  private static Answer.Kind kind(List<Question.Subject> subjects) {
    boolean reply = subjects.size() == 1 && subjects.get(0) instanceof Question.Reply;
    return reply
        ? Answer.Kind.REPLY
        : subjects.size() > 1 ? Answer.Kind.COMPARE : Answer.Kind.EXPLAIN;
  }

  private static String names(List<Profile> told) {
    return told.stream().map(Profile::text).collect(Collectors.joining(", "));
  }

  /** The question that is answered, of these codes. */
  String title(Asked asked, String codes) {
    boolean temporary = asked.yesIf() == Asked.YesIf.TEMPORARY;
    boolean address = asked.mentions().address();
    String asks = address ? "address" : temporary ? "temporary" : asked.intent().label();
    return words.ui("ask.title." + asks, codes);
  }

  /** Tells what a provider says to do first, where nothing else tells it. */
  final void ownFirstStep(Draft draft, Profile profile) {
    Part.Fact step = parts.firstStep(profile);
    if (profile.rule() != null && step != null) {
      draft.lead(new Part.Verdict(Tone.of(profile.severity()), List.of(step)));
      draft.brief().first(step);
    }
  }

  /** Tells what the first sentence has not said. */
  final void whoAndFirstStep(Draft draft, Profile profile) {
    Part.Fact step = parts.firstStep(profile);
    Part.Fact acts = new Part.Fact(words.ui("who_acts"), parts.parties(profile.acts()));
    // The answer comes first; behind a long one, who acts would not be read.
    List<String> said = Sentences.of(draft.brief().meaning(), words.ui("sentence.start"));
    draft.brief().first(step);
    if (said.get(0).length() <= MAX_ANSWER) {
      draft
          .brief()
          .verdict(verdicts.answering(said.get(0), profile))
          .meaning(String.join(" ", said.subList(1, said.size())));
    }
    draft.lead(
        new Part.Verdict(
            Tone.of(profile.severity()), step == null ? List.of(acts) : List.of(acts, step)));
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
