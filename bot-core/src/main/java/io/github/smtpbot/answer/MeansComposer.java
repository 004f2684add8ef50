package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers whether a code means a cause that the question names: {@code does 5.7.1 mean I'm
 * blacklisted?}; or tells of the cause, where somebody says that the code came with it.
 */
final class MeansComposer extends OneAspect {

  /** Of who is known to send a code for a cause, so many are named. */
  private static final int MAX_SENDERS = 5;

  private final ProviderReplies replies;

  MeansComposer(Catalog catalog, Words words) {
    super(catalog, words);
    this.replies = new ProviderReplies(catalog, words);
  }

  static boolean asks(Asked asked) {
    return asked.mentions().subjects().size() == 1
        && !asked.mentions().causes().isEmpty()
        && asked.mentions().errors().isEmpty()
        && asked.mentions().families().isEmpty()
        && asked.mentions().tokens().isEmpty();
  }

  /** How a code stands to a cause. */
  private enum Bond {
    /** It says just that. */
    MEANS,
    /** It says that the server waits for more, so that success is not told yet. */
    NOT_YET,
    /** It is sent for that, and for other things too. */
    MAY_MEAN,
    /** It says something else. */
    MEANS_OTHER,
    /** It tells no cause, and nobody is known to send it for this one. */
    UNKNOWN
  }

  private Bond bond(Profile profile, Asked asked) {
    Cause cause = cause(asked);
    boolean success =
        profile.severity() == Severity.SUCCESS || profile.severity() == Severity.INTERMEDIATE;
    if (success != (cause == Cause.SUCCESS)) {
      return Bond.MEANS_OTHER;
    }
    if (profile.severity() == Severity.INTERMEDIATE) {
      return Bond.NOT_YET;
    }
    if (success || profile.tellsCause(cause)) {
      return Bond.MEANS;
    }
    Question.Subject subject = asked.mentions().subjects().get(0);
    if (sendsFor(asked, subject).equals(Set.of(cause))) {
      return Bond.MEANS;
    }
    if (isSentFor(profile, cause) || !senders(asked, subject).isEmpty()) {
      return Bond.MAY_MEAN;
    }
    return profile.cause() == Cause.OTHER ? Bond.UNKNOWN : Bond.MEANS_OTHER;
  }

  /** All that the one provider that the question names is known to send it for. */
  private Set<Cause> sendsFor(Asked asked, Question.Subject subject) {
    Provider named = replies.only(asked);
    return named == null ? Set.of() : replies.known(asked, named, subject).causes();
  }

  /** Whether the RFCs have a server send it for this cause. */
  private boolean isSentFor(Profile profile, Cause cause) {
    CodeToSend send = catalog.codeToSend(cause.label());
    Stream<Code> sent =
        Stream.concat(
            Stream.ofNullable(send).flatMap(of -> Stream.of(of.code(), of.with())),
            new CodesOfCause(catalog).of(cause).stream());
    return sent.anyMatch(profile.codes()::contains);
  }

  /** Who is known to send it for the cause; of those that the question names, if it names any. */
  private List<Provider> senders(Asked asked, Question.Subject subject) {
    List<Provider> named = replies.named(asked);
    return (named.isEmpty() ? catalog.providers() : named)
        .stream()
            .filter(
                provider -> replies.known(asked, provider, subject).causes().contains(cause(asked)))
            .toList();
  }

  private static Cause cause(Asked asked) {
    return asked.mentions().causes().get(0);
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    CodeWords said = profile.words();
    String gist = said == null ? words.ui("sentence", profile.name()) : said.gist();
    boolean told = asked.yesIf() != Asked.YesIf.MEANS;
    String text = profile.text();
    return switch (bond(profile, asked)) {
      case MEANS ->
          told
              ? words.ui("labelled", text, gist)
              : words.ui("ask.yes", means(profile, asked, gist));
      case NOT_YET -> told ? words.ui("labelled", text, gist) : words.ui("ask.not_yet", gist);
      case MAY_MEAN, UNKNOWN -> told ? with(text, asked) : mayMean(profile, asked, gist);
      case MEANS_OTHER -> told ? words.ui("labelled", text, gist) : words.ui("ask.no", gist);
    };
  }

  /** What it means, as the code itself tells, or else as the provider that is named sends it. */
  private String means(Profile profile, Asked asked, String gist) {
    if (profile.tellsCause(cause(asked)) || profile.severity() == Severity.SUCCESS) {
      return gist;
    }
    String who = replies.named(asked).get(0).name();
    String code = asked.mentions().subjects().get(0).text();
    return words.ui("provider.only", who, code, words.cause(cause(asked)).name());
  }

  /** Who says what came with the code knows more than the code tells. */
  private String with(String text, Asked asked) {
    return words.ui(
        "ask.means.told",
        text,
        words.cause(cause(asked)).name(),
        words.cause(cause(asked)).meaning());
  }

  private String mayMean(Profile profile, Asked asked, String gist) {
    return bond(profile, asked) == Bond.MAY_MEAN
        ? words.ui("ask.means.may", profile.text())
        : words.ui("ask.means.unknown", profile.text(), gist);
  }

  @Override
  String title(Asked asked, String codes) {
    return asked.yesIf() == Asked.YesIf.MEANS
        ? words.ui("ask.title.means", codes, words.cause(cause(asked)).name())
        : words.ui("title", codes, words.cause(cause(asked)).name());
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    Bond bond = bond(profile, asked);
    CodeWords said = profile.words();
    if (bond == Bond.MEANS_OTHER) {
      whoAndFirstStep(draft, profile);
      return;
    }
    if (bond == Bond.MAY_MEAN) {
      senders(draft, profile, asked);
      if (said != null && asked.yesIf() == Asked.YesIf.MEANS) {
        draft.lead(new Part.Text(words.ui("meaning"), said.meaning()));
      }
    }
    if (profile.severity() == Severity.SUCCESS || profile.severity() == Severity.INTERMEDIATE) {
      return;
    }
    Part.Verdict verdict = parts.verdict(cause(asked), profile.severity(), profile.rule());
    draft.lead(verdict).sources(catalog.cause(cause(asked)).sources());
    draft.brief().first(parts.firstStep(firstStep(profile, asked)));
  }

  private String firstStep(Profile profile, Asked asked) {
    String own = ownStep(profile);
    return own != null
        ? own
        : CodeParts.firstStep(
            words.cause(cause(asked), profile.severity()).fix(),
            catalog.cause(cause(asked)).acts(profile.severity()));
  }

  private void senders(Draft draft, Profile profile, Asked asked) {
    List<Provider> senders = senders(asked, asked.mentions().subjects().get(0));
    if (senders.isEmpty() || !replies.named(asked).isEmpty()) {
      return;
    }
    String names =
        senders.stream()
            .limit(MAX_SENDERS)
            .map(Provider::shortName)
            .collect(Collectors.joining(", "));
    draft.lead(new Part.Text("", words.ui("ask.means.senders", profile.text(), names)));
  }
}
