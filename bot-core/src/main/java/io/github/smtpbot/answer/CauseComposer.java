package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.ErrorWords;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question about a cause that it names by its words, or by an error of the network or a
 * library: {@code how do I fix an spf fail}, {@code ECONNREFUSED}.
 */
final class CauseComposer {

  /** Of the codes that a provider sends for a cause, so many are named. */
  private static final int MAX_CODES = 5;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final ProviderReplies replies;
  private final Verdicts verdicts;

  CauseComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.replies = new ProviderReplies(catalog, words);
    this.verdicts = new Verdicts(words, parts);
  }

  static boolean answers(Asked asked) {
    return asked.mentions().subjects().isEmpty() && !asked.mentions().causes().isEmpty();
  }

  /** Tells of an error that may have come from anything, if it came from sending mail. */
  Answer error(Asked asked) {
    KnownError error = asked.mentions().errors().get(0);
    CauseWords said = words.cause(error.cause());
    ErrorWords name = words.error(error);
    List<Party> acts = acts(error);
    String step = name.step() == null ? CodeParts.firstStep(said.fix(), acts) : name.step();
    String sentence = words.ui("labelled", name.name(), name.meaning());
    Draft draft = new Draft(Answer.Kind.SEARCH, words, name.name());
    draft
        .summary(sentence)
        .warning(new Part.Notice(words.ui("error.if_mail")))
        .lead(verdict(said, acts, step))
        .lead(new Part.Text("", sentence));
    draft.brief().verdict(verdicts.of(acts)).meaning(name.meaning()).first(parts.firstStep(step));
    ofError(draft, error);
    return draft
        .detail(parts.othersFix(words.ui("ask.then.fix"), said.fix(), step))
        .detail(parts.escalate(said))
        .sources(catalog.cause(error.cause()).sources())
        .shareable(new Shareable.Quoted(error.forms().get(0)))
        .done();
  }

  Answer answer(Asked asked) {
    Cause cause = asked.mentions().causes().get(0);
    CauseWords said = words.cause(cause);
    List<KnownError> errors = asked.mentions().errors();
    ErrorWords error = errors.isEmpty() ? null : words.error(errors.get(0));
    String name = error == null ? said.name() : error.name();
    Draft draft = new Draft(Answer.Kind.SEARCH, words, name);
    String meaning = error == null ? said.meaning() : error.meaning();
    List<Party> acts = errors.isEmpty() ? catalog.cause(cause).acts() : acts(errors.get(0));
    String own = error == null ? ownStep(asked, cause) : error.step();
    String step = own == null ? CodeParts.firstStep(said.fix(), acts) : own;
    boolean fix = asked.intent() == Intent.FIX;
    boolean who = asked.intent() == Intent.WHO;
    // That a queue gave up is an end by itself, whatever its last code was; what is greylisted is
    // taken later.
    boolean ends =
        cause != Cause.DELIVERY_EXPIRED
            && cause != Cause.GREYLISTED
            && (asked.intent() == Intent.PERMANENT || asked.intent() == Intent.RETRY);
    boolean address = asked.mentions().address();
    String sent = sentBy(asked, cause);
    String sentence =
        address
            ? AddressComposer.sentence(cause, catalog, words)
            : fix
                ? words.ui("ask.first.all", step)
                : who
                    ? words.ui("ask.who.cause", name, parts.anyOf(acts))
                    : ends
                        ? words.ui("ask.final.cause", name)
                        : sent != null ? sent : words.ui("labelled", name, meaning);
    draft.summary(sentence).lead(new Part.Text("", sentence));
    if (fix || who || ends || sent != null) {
      draft.lead(new Part.Text(words.ui("meaning"), meaning));
    }
    draft.brief().meaning(fix || who || ends || sent != null ? sentence : meaning);
    if (!fix || address) {
      draft.lead(
          own == null ? parts.verdict(cause, Severity.UNKNOWN, null) : verdict(said, acts, own));
      draft.brief().first(parts.firstStep(step));
    }
    if (!fix && !who) {
      List<Code> carried = errors.isEmpty() ? new CodesOfCause(catalog).of(cause) : List.of();
      draft.brief().verdict(verdicts.of(carried, acts));
    }
    List<Provider> named = replies.named(asked);
    for (Provider provider : named) {
      List<Provider.Rule> rules =
          provider.rules().stream().filter(rule -> rule.cause() == cause).toList();
      if (!rules.isEmpty()) {
        draft.lead(replies.bullets(provider, rules)).sources(List.of(provider.page()));
      }
    }
    if (errors.isEmpty()) {
      // Of a success nobody asks which of its codes it was.
      codes(draft, cause == Cause.SUCCESS ? List.of() : new CodesOfCause(catalog).of(cause));
    } else {
      ofError(draft, errors.get(0));
    }
    return draft
        .detail(parts.othersFix(words.ui("ask.then.fix"), said.fix(), step))
        .detail(parts.escalate(said))
        .sources(catalog.cause(cause).sources())
        .followUp(words.ui("next.send"), sendQuestion(cause))
        .shareable(asked.canonical(catalog))
        .done();
  }

  /** The step that the provider that is named has for the cause; null if it has no single one. */
  private @Nullable String ownStep(Asked asked, Cause cause) {
    Provider provider = replies.only(asked);
    return provider == null ? null : replies.stepFor(provider, cause);
  }

  /** With which codes the provider that is named tells of the cause; null if that is not known. */
  private @Nullable String sentBy(Asked asked, Cause cause) {
    Provider provider = replies.only(asked);
    List<String> codes = provider == null ? List.of() : replies.codesFor(provider, cause);
    if (provider == null || codes.isEmpty() || !asked.mentions().errors().isEmpty()) {
      return null;
    }
    String some = codes.stream().limit(MAX_CODES).collect(Collectors.joining(", "));
    return words.ui(
        codes.size() > MAX_CODES ? "ask.cause.sent_some" : "ask.cause.sent",
        provider.name(),
        some,
        words.cause(cause).name());
  }

  /** Whether a provider is asked about that is known to send codes of its own for the cause. */
  boolean knowsSender(Asked asked) {
    Provider provider = replies.only(asked);
    return provider != null
        && provider.kind() != Provider.Kind.SERVER
        && sentBy(asked, asked.mentions().causes().get(0)) != null;
  }

  private List<Party> acts(KnownError error) {
    return error.acts().isEmpty() ? catalog.cause(error.cause()).acts() : error.acts();
  }

  private Part.Verdict verdict(CauseWords said, List<Party> acts, String step) {
    return new Part.Verdict(
        Tone.NEUTRAL,
        List.of(
            new Part.Fact(words.ui("cause"), said.name()),
            new Part.Fact(words.ui("who_acts"), parts.parties(acts)),
            parts.firstStep(step)));
  }

  private String sendQuestion(Cause cause) {
    return catalog.codeToSend(cause) == null ? cause.label() : "which code " + cause.label();
  }

  private void ofError(Draft draft, KnownError error) {
    if (!error.codes().isEmpty()) {
      String carried = error.codes().stream().map(Code::text).collect(Collectors.joining(", "));
      draft.lead(new Part.Text("", words.ui("error.carried", carried)));
    }
    codes(draft, Stream.concat(error.codes().stream(), error.related().stream()).toList());
    draft.sources(error.sources());
  }

  private void codes(Draft draft, List<Code> codes) {
    if (!codes.isEmpty()) {
      draft
          .codes(codes.stream().map(Code::text).toList())
          .offerCodes(new Part.Choices(words.ui("search.codes"), parts.gradedChoices(codes)));
      codes.stream().limit(4).forEach(code -> draft.followUp(code.text(), code.text()));
    }
  }
}
