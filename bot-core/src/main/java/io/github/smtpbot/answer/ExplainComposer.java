package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what one code, or one reply, means. */
final class ExplainComposer {

  private static final int MAX_RELATED = 5;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final FollowUps followUps;
  private final ProviderCodes codes;
  private final Verdicts verdicts;

  ExplainComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.followUps = new FollowUps(catalog, words);
    this.codes = new ProviderCodes(catalog, words);
    this.verdicts = new Verdicts(words, parts);
  }

  Answer explain(Asked asked, Question.Explain question) {
    Profile profile = Profile.of(question.subject(), catalog, words);
    if (profile.rule() != null) {
      return finish(
          ownCode(profile, profile.rule(), question.subject()),
          profile,
          asked,
          question.canonical());
    }
    if (question.subject() instanceof Question.Reply reply) {
      Draft draft =
          begin(Answer.Kind.REPLY, profile, profile.text())
              .warning(parts.contradiction(reply))
              .warning(unusualClass(reply.enhanced()))
              .lead(parts.standing(profile))
              .lead(parts.verdict(profile));
      bothCodes(draft, profile, reply);
      return finish(draft, profile, asked, question.canonical());
    }
    return finish(alone(profile, null), profile, asked, question.canonical());
  }

  /** A code that is in no registry, alone or in a reply, but has a meaning where it is sent. */
  private Draft ownCode(Profile profile, Provider.Rule rule, Question.Subject subject) {
    Question.Reply reply = subject instanceof Question.Reply of ? of : null;
    EnhancedStatusCode code = (EnhancedStatusCode) profile.codes().get(0);
    Part.Bullets providers =
        Objects.requireNonNull(
            reply == null
                ? codes.meanings(code, null)
                : codes.meanings(reply.enhanced(), reply.replyCode()));
    CauseWords cause =
        RuleWords.of(
            rule,
            words.cause(rule.cause(), profile.severity()),
            catalog.cause(rule.cause()).acts(profile.severity()),
            words.language().toLanguageTag());
    Answer.Kind kind = reply == null ? Answer.Kind.EXPLAIN : Answer.Kind.REPLY;
    Draft draft = begin(kind, profile, profile.text());
    if (reply != null) {
      draft.warning(parts.contradiction(reply)).lead(parts.standing(basic(reply)));
    }
    draft
        .summary(providers.items().get(0))
        .lead(providers)
        .lead(parts.verdict(rule.cause(), profile.severity(), rule))
        .lead(new Part.Text("", words.ui("unknown.providers", code)))
        .detail(
            parts.fix(cause.fix(), parts.firstStep(rule.cause(), profile.severity(), rule).value()))
        .detail(parts.escalate(cause))
        .detail(new Part.Text(words.ui("next"), words.outcome(profile.outcome()).meaning()));
    // That no registry has the code is said by whose it is.
    draft.brief().meaning(providers.items().get(0)).context(List.of());
    if (reply != null) {
      draft.detail(section(reply.replyCode(), null, "")).detail(parts.commands(profile));
    }
    draft.detail(parts.digits(code));
    if (reply != null) {
      profile.codes().forEach(each -> draft.followUp(each.text(), each.text()));
    }
    return draft;
  }

  private Profile basic(Question.Reply reply) {
    return Profile.of(new Question.OneCode(reply.replyCode()), catalog, words);
  }

  /**
   * Answers what a code means that stands beside words that nobody is known to use: these are not
   * repeated.
   *
   * @param provider who prints one of the words, or null
   */
  Answer besideWords(Asked asked, Code code, @Nullable Provider provider) {
    Profile profile = Profile.of(new Question.OneCode(code), catalog, words);
    String unknown = words.ui("words.unknown", code);
    Draft draft =
        alone(
            profile,
            provider == null
                ? unknown
                : unknown + " " + words.ui("words.provider", provider.name()));
    if (provider != null) {
      draft.sources(List.of(provider.page()));
    }
    return finish(draft, profile, asked, code.text());
  }

  private Draft alone(Profile profile, @Nullable String notice) {
    Draft draft =
        begin(Answer.Kind.EXPLAIN, profile, profile.text())
            .warning(notice == null ? null : new Part.Notice(notice))
            .warning(unusualClass(profile.codes().get(0)))
            .lead(parts.standing(profile))
            .lead(parts.verdict(profile));
    aboutCode(draft, profile);
    return draft;
  }

  Answer inPhase(Asked asked, Question.InPhase question) {
    Profile profile = inPhase(question);
    String command = words.command(question.command()).name();
    Draft draft =
        begin(Answer.Kind.PHASE, profile, words.ui("phase.title", question.code(), command));
    if (!profile.commands().isEmpty() && !profile.commands().contains(question.command())) {
      draft.warning(
          new Part.Notice(
              words.ui(
                  "phase.unlisted", question.code(), command, parts.commands(profile.commands()))));
    }
    draft
        .lead(parts.verdict(profile))
        .lead(
            new Part.Text(
                Sentences.upperFirst(command), words.command(question.command()).meaning()));
    aboutCode(draft, profile);
    draft.followUp(question.code().text(), question.code().text());
    if (question.command() != Command.END_OF_DATA && question.command() != Command.CONNECT) {
      draft.followUp(command, question.command().name());
    }
    return finish(draft, profile, asked, question.canonical());
  }

  /** The code as an answer to the command: one that is of no message refuses none. */
  private Profile inPhase(Question.InPhase question) {
    Profile code = Profile.of(new Question.OneCode(question.code()), catalog, words);
    return code.outcome() == Outcome.BOUNCES && !question.command().isOfMessage()
        ? code.ending(code.text(), Outcome.ADAPTS)
        : code;
  }

  private Draft begin(Answer.Kind kind, Profile profile, String subject) {
    CodeWords said = profile.words();
    String next = words.outcome(profile.outcome()).name();
    String gist = said == null ? profile.name() : said.gist();
    Draft draft = new Draft(kind, words, words.ui("title", subject, profile.name()));
    draft
        .brief()
        .verdict(verdicts.of(profile))
        .meaning(said == null ? "" : said.meaning())
        .first(parts.firstStep(profile))
        .context(standing(profile));
    return draft
        .codes(
            profile.text().equals(subject)
                ? List.of(profile.text().split(" "))
                : List.of(profile.text()))
        .tone(Tone.of(profile.severity()))
        .summary(words.ui("summary", gist, next));
  }

  /** Briefly, how a code stands with the RFCs; nothing for a standard one. */
  private List<String> standing(Profile profile) {
    return switch (profile.status()) {
      case STANDARD -> List.of();
      case OBSOLETE -> List.of(words.ui("status.obsolete"));
      case NONSTANDARD -> List.of(words.ui("status.in_no_rfc"));
    };
  }

  private void aboutCode(Draft draft, Profile profile) {
    Code code = profile.codes().get(0);
    CodeWords said = profile.words();
    if (said != null) {
      Part.Fact first = parts.firstStep(profile);
      draft
          .lead(parts.meaning(said))
          .detail(parts.when(said))
          .detail(parts.fix(said.fix(), first == null ? "" : first.value()));
    }
    draft.detail(new Part.Text(words.ui("next"), words.outcome(profile.outcome()).meaning()));
    draft.detail(parts.commands(profile));
    if (said != null && said.note() != null) {
      draft.detail(new Part.Text(words.ui("note"), said.note()));
    }
    if (code instanceof EnhancedStatusCode enhanced) {
      draft.detail(codes.meanings(enhanced, null));
    }
    draft.detail(confusions(code)).detail(parts.digits(code));
  }

  private void bothCodes(Draft draft, Profile profile, Question.Reply reply) {
    CodeWords said = profile.words();
    EnhancedStatusCode enhanced = reply.enhanced();
    boolean unassigned = !catalog.has(enhanced);
    if (unassigned) {
      String reason = words.ui("unknown.unassigned", enhanced);
      draft.lead(new Part.Text("", reason)).lead(codes.neighbours(enhanced));
      if (said == null) {
        draft.summary(reason).brief().meaning(reason);
      }
    }
    if (said != null) {
      draft.lead(parts.meaning(said));
    }
    Part.Fact first = parts.firstStep(profile);
    for (Code code : profile.codes()) {
      draft.detail(section(code, said, first == null ? "" : first.value()));
      if (code.equals(enhanced) && !unassigned) {
        draft.detail(codes.meanings(enhanced, reply.replyCode()));
      }
    }
    draft.detail(new Part.Text(words.ui("next"), words.outcome(profile.outcome()).meaning()));
    draft.detail(parts.commands(profile));
    profile.codes().forEach(code -> draft.followUp(code.text(), code.text()));
  }

  /**
   * One of a reply's codes.
   *
   * @param said what has been said already, or null
   * @param first the first step, which has been told; empty if none has
   */
  private Part.Section section(Code code, @Nullable CodeWords said, String first) {
    CodeWords about = words.find(code);
    List<Part> inside = new ArrayList<>();
    if (about == null) {
      inside.add(parts.digits(code));
    } else {
      if (!about.equals(said)) {
        inside.add(parts.meaning(about));
      }
      inside.add(parts.when(about));
      Stream.ofNullable(parts.fix(about.fix(), first)).forEach(inside::add);
    }
    String name = about == null ? words.ui("unassigned") : about.name();
    return new Part.Section(
        words.ui("title", code.text(), name), Tone.of(code.severity()), List.copyOf(inside));
  }

  private Answer finish(Draft draft, Profile profile, Asked asked, String canonical) {
    Code code = profile.codes().get(0);
    List<Code> related = related(code);
    if (asked.yesIf() == Asked.YesIf.UNTOLD) {
      draft.warning(new Part.Notice(words.ui("ask.untold", profile.text())));
    }
    draft.detail(
        related.isEmpty() ? null : new Part.Choices(words.ui("related"), parts.choices(related)));
    List<Question.Subject> subjects = asked.mentions().subjects();
    followUps.of(draft, asked, subjects.isEmpty() ? new Question.OneCode(code) : subjects.get(0));
    return draft.sources(profile.sources()).shareable(canonical).done();
  }

  private List<Code> related(Code code) {
    List<Code> related = List.of();
    if (code instanceof ReplyCode reply) {
      ReplyCodeFacts facts = catalog.find(reply);
      related = facts == null ? List.of() : facts.related();
    } else if (code instanceof EnhancedStatusCode enhanced) {
      EnhancedCodeFacts facts = catalog.find(enhanced);
      related = facts == null ? List.of() : facts.related();
    }
    int classDigit = code.severity().digit();
    return related.stream()
        .map(
            other ->
                other instanceof EnhancedStatusCode any && any.classDigit() == 0 && classDigit != 3
                    ? any.ofClass(classDigit)
                    : other)
        .limit(MAX_RELATED)
        .toList();
  }

  private Part.@Nullable Bullets confusions(Code code) {
    List<String> rules = new ArrayList<>();
    for (Code other : catalog.confusedWith(code)) {
      String rule = words.ruleFor(code, other);
      if (rule != null) {
        rules.add(words.ui("labelled", words.ui("versus", code, other), rule));
      }
    }
    return rules.isEmpty()
        ? null
        : new Part.Bullets(words.ui("confused"), rules.stream().limit(4).toList());
  }

  /** That a code is written with a class it is not defined for, such as {@code 4.1.5}. */
  private Part.@Nullable Notice unusualClass(Code code) {
    if (!(code instanceof EnhancedStatusCode enhanced) || enhanced.classDigit() == 0) {
      return null;
    }
    EnhancedCodeFacts facts = catalog.find(enhanced);
    if (facts == null || facts.classes().contains(enhanced.classDigit())) {
      return null;
    }
    return new Part.Notice(
        words.ui("contradiction.unusual", enhanced, enhanced.ofClass(facts.classes().get(0))));
  }
}
