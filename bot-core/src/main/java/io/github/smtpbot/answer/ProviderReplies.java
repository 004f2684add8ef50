package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.RulesByCode;
import io.github.smtpbot.catalog.SentReply;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a provider publishes about its replies that go with a code. */
final class ProviderReplies {

  private static final int MAX_LINE = 300;
  private static final int MAX_REPLIES = 6;

  private final Catalog catalog;
  private final Words words;
  private final String tag;

  ProviderReplies(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.tag = words.language().toLanguageTag();
  }

  /** The providers that a question names and the catalog knows. */
  List<Provider> named(Asked asked) {
    return asked.mentions().providers().stream()
        .map(catalog::provider)
        .filter(Objects::nonNull)
        .map(Provider.class::cast)
        .toList();
  }

  /** Of those, the only one; null if there are none or several. */
  @Nullable Provider only(Asked asked) {
    List<Provider> named = named(asked);
    return named.size() == 1 ? named.get(0) : null;
  }

  /**
   * The rules that name this code, or one that it may come with, the more exact first; the very one
   * of a token if the question names it.
   */
  List<Provider.Rule> fitting(Asked asked, Provider provider, Question.Subject subject) {
    ReplyCode code =
        subject instanceof Question.Reply reply
            ? reply.replyCode()
            : ((Question.OneCode) subject).code() instanceof ReplyCode one ? one : null;
    for (Told told : ofTokens(asked)) {
      Provider.Rule rule = told.rule();
      if (told.provider().equals(provider)
          && (code == null || rule.code() == null || rule.fits(code))) {
        return List.of(rule);
      }
    }
    List<Provider.Rule> exact = new ArrayList<>();
    List<Provider.Rule> others = new ArrayList<>();
    for (Provider.Rule rule : naming(provider, subject)) {
      boolean whole = rule.enhanced() != null && rule.code() != null;
      (whole ? exact : others).add(rule);
    }
    exact.addAll(others);
    return exact;
  }

  /** What is said of a token. */
  record Told(Provider provider, Mentions.Token token, Provider.Rule rule) {}

  /** What is said of each token that a question names; of some nothing is. */
  List<Told> ofTokens(Asked asked) {
    List<Told> told = new ArrayList<>();
    for (Mentions.Token token : asked.mentions().tokens()) {
      Provider provider = catalog.provider(token.provider());
      if (provider != null) {
        provider.rules().stream()
            .filter(rule -> Marks.isOf(token.text(), rule))
            .limit(1)
            .forEach(rule -> told.add(new Told(provider, token, rule)));
      }
    }
    return told;
  }

  /** The same in the order of the rules. One that names no code at all says nothing of this one. */
  private List<Provider.Rule> naming(Provider provider, Question.Subject subject) {
    RulesByCode rules = catalog.rulesByCode(provider);
    if (subject instanceof Question.Reply reply) {
      return rules.about(reply.enhanced()).stream()
          .filter(rule -> rule.fits(reply.replyCode()))
          .toList();
    }
    Code code = ((Question.OneCode) subject).code();
    return code instanceof ReplyCode reply
        ? rules.naming(reply)
        : rules.about((EnhancedStatusCode) code);
  }

  /** Whether there is something to tell of this code that only holds for the provider. */
  boolean knows(Provider provider, Question.Subject subject) {
    return !naming(provider, subject).isEmpty()
        || catalog.sentReplies(provider).stream().anyMatch(sent -> fits(sent, subject));
  }

  /** Of a refusal, the rules that name no code at all, so that any may come with their words. */
  List<Provider.Rule> byWords(Provider provider, Profile profile) {
    boolean refusal =
        profile.severity() == Severity.TRANSIENT || profile.severity() == Severity.PERMANENT;
    return !refusal
        ? List.of()
        : provider.rules().stream()
            .filter(rule -> rule.code() == null && rule.enhanced() == null)
            .toList();
  }

  /**
   * What a reply that is sent for one cause can say, each with what it asks for; nothing of one
   * that is sent for several, whose words would be those of other codes.
   */
  List<Provider.Rule> byWords(Provider provider, List<SentReply> sent) {
    List<Cause> causes = causes(sent);
    return causes.size() != 1
        ? List.of()
        : provider.rules().stream()
            .filter(rule -> rule.enhanced() == null && rule.cause() == causes.get(0))
            .filter(rule -> rule.code() == null || rule.fits(sent.get(0).code()))
            .toList();
  }

  /** The replies that the provider is known to send with this code. */
  List<SentReply> sent(Provider provider, Question.Subject subject) {
    return catalog.sentReplies(provider).stream().filter(sent -> fits(sent, subject)).toList();
  }

  /**
   * What a provider is known to say with a code.
   *
   * @param rules those that fit
   * @param sent the replies it is known to send
   */
  record Known(List<Provider.Rule> rules, List<SentReply> sent) {

    boolean isEmpty() {
      return rules.isEmpty() && sent.isEmpty();
    }

    /** The causes of all of it, those of the rules first. */
    Set<Cause> causes() {
      Set<Cause> causes = new LinkedHashSet<>();
      rules.forEach(rule -> causes.add(rule.cause()));
      causes.addAll(ProviderReplies.causes(sent));
      return causes;
    }
  }

  /** All that is known of a code. */
  Known known(Asked asked, Provider provider, Question.Subject subject) {
    return new Known(fitting(asked, provider, subject), sent(provider, subject));
  }

  /**
   * What is known of a code for the causes that the question names: rules and replies, or else
   * rules that are known by their words alone, so that they may come with any code.
   *
   * @param all that is known of the code
   */
  Known knownFor(Asked asked, Provider provider, Known all, Profile profile) {
    List<Cause> named = asked.mentions().causes();
    Known ofCauses =
        new Known(
            all.rules().stream().filter(rule -> named.contains(rule.cause())).toList(),
            all.sent().stream()
                .flatMap(reply -> named.stream().flatMap(cause -> reply.onlyFor(cause).stream()))
                .toList());
    return ofCauses.isEmpty()
        ? new Known(
            byWords(provider, profile).stream()
                .filter(rule -> named.contains(rule.cause()))
                .toList(),
            List.of())
        : ofCauses;
  }

  private static boolean fits(SentReply sent, Question.Subject subject) {
    if (subject instanceof Question.Reply reply) {
      return sent.code().equals(reply.replyCode()) && reply.enhanced().equals(sent.enhanced());
    }
    Code code = ((Question.OneCode) subject).code();
    EnhancedStatusCode enhanced = sent.enhanced();
    return code.equals(sent.code())
        || (enhanced != null && (code.equals(enhanced) || code.equals(enhanced.ofAnyClass())));
  }

  /**
   * The codes that the provider sends for a cause, as far as is known, those that it sends for
   * nothing else first.
   */
  List<String> codesFor(Provider provider, Cause cause) {
    List<SentReply> sent =
        catalog.sentReplies(provider).stream()
            .filter(reply -> reply.causes().contains(cause))
            .sorted(Comparator.comparingInt(reply -> reply.causes().size()))
            .toList();
    List<String> codes = new ArrayList<>(sent.stream().map(SentReply::text).toList());
    provider.rules().stream()
        .filter(rule -> rule.cause() == cause)
        .map(ProviderReplies::codes)
        .filter(named -> !named.isEmpty() && !named.endsWith("xx"))
        .filter(named -> codes.stream().noneMatch(code -> (" " + code).endsWith(" " + named)))
        .forEach(codes::add);
    // A reply code alone tells nothing beside those with an enhanced status code.
    boolean exact = codes.stream().anyMatch(code -> code.indexOf('.') > 0);
    return codes.stream().distinct().filter(code -> !exact || code.indexOf('.') > 0).toList();
  }

  /**
   * The one step that the provider names for a cause, for whoever acts on the cause; null where it
   * names none or several, of which nobody can know which is meant.
   */
  @Nullable String stepFor(Provider provider, Cause cause) {
    List<Provider.Rule> ofCause =
        provider.rules().stream().filter(r -> r.cause() == cause).toList();
    List<String> fixes = fixes(ofCause);
    return fixes.size() == 1 && !fixes.get(0).isEmpty() && !ofCause.get(0).isSpecial()
        ? fixes.get(0)
        : null;
  }

  /** The causes of these replies, the first named first. */
  static List<Cause> causes(List<SentReply> sent) {
    return sent.stream().flatMap(reply -> reply.causes().stream()).distinct().toList();
  }

  /** Why a reply is sent, in one line, with the first step that the provider names for it. */
  String line(Provider provider, SentReply sent) {
    String causes =
        sent.causes().stream()
            .map(cause -> words.cause(cause).name())
            .collect(Collectors.joining(", "));
    String line = words.ui("labelled", sent.text(), causes);
    String fix = fix(provider, sent);
    return Clip.to(
        fix == null ? line : words.ui("provider.step", words.ui("sentence", line), fix), MAX_LINE);
  }

  /**
   * What the provider advises for the same codes, or else for the same cause; null where it advises
   * different things, of which nobody can know which is meant.
   */
  @Nullable String fix(Provider provider, SentReply sent) {
    if (sent.causes().size() > 1) {
      return null;
    }
    EnhancedStatusCode enhanced = sent.enhanced();
    List<Provider.Rule> ofCause = withFix(provider.rules(), sent.causes().get(0));
    List<Provider.Rule> ofCode =
        ofCause.stream()
            .filter(
                rule ->
                    enhanced != null
                        && rule.enhanced() != null
                        && rule.enhanced().matches(enhanced))
            .toList();
    List<String> fixes = fixes(ofCode.isEmpty() ? ofCause : ofCode);
    return fixes.size() == 1 ? fixes.get(0) : null;
  }

  /** The different steps that these rules name. */
  private List<String> fixes(List<Provider.Rule> rules) {
    return rules.stream().map(rule -> rule.fix().getOrDefault(tag, "")).distinct().toList();
  }

  /**
   * For each cause that the provider sends this code for, the first step that it names; where it
   * names several, each with the words or the code it is for.
   */
  List<String> steps(Asked asked, Provider provider, Question.Subject subject) {
    List<Provider.Rule> fitting = fitting(asked, provider, subject);
    Set<Cause> causes = new Known(fitting, sent(provider, subject)).causes();
    List<String> steps = new ArrayList<>();
    for (Cause cause : causes) {
      List<Provider.Rule> named = withFix(fitting, cause);
      List<Provider.Rule> rules = named.isEmpty() ? withFix(provider.rules(), cause) : named;
      boolean same = fixes(rules).size() == 1;
      for (Provider.Rule rule : rules) {
        String of = same ? words.cause(cause).name() : sign(rule);
        steps.add(words.ui("labelled", of, rule.fix().getOrDefault(tag, "")));
      }
    }
    return steps.stream().distinct().limit(MAX_REPLIES).toList();
  }

  private List<Provider.Rule> withFix(List<Provider.Rule> rules, Cause cause) {
    return rules.stream()
        .filter(rule -> rule.cause() == cause && rule.fix().containsKey(tag))
        .toList();
  }

  /** What a rule is known by: its codes, its token, its words. */
  String sign(Provider.Rule rule) {
    String codes = codes(rule);
    String mark = rule.mark();
    String wording =
        mark != null
            ? mark.replace("*", "")
            : rule.phrases().isEmpty() ? "" : "“" + rule.phrases().get(0) + "”";
    return (codes + " " + wording).strip();
  }

  /** The codes that a rule names; empty if it names none. */
  static String codes(Provider.Rule rule) {
    return Stream.of(rule.code(), rule.enhanced() == null ? null : rule.enhanced().text())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /** The same, or the token by which the question names it. */
  String sign(Asked asked, Provider.Rule rule) {
    return ofTokens(asked).stream()
        .filter(told -> told.rule().equals(rule))
        .map(told -> told.token().text())
        .findFirst()
        .orElseGet(() -> sign(rule));
  }

  /** A token's rule in one line. */
  String line(Told told) {
    return Clip.to(words.ui("labelled", told.token().text(), told(told.rule())), MAX_LINE);
  }

  /** A rule in one line: what it is known by, what it means, the first step. */
  String line(Provider.Rule rule) {
    return Clip.to(words.ui("labelled", sign(rule), told(rule)), MAX_LINE);
  }

  /** What a rule means, and the first step that the provider names. */
  String told(Provider.Rule rule) {
    String meaning = rule.meaning().getOrDefault(tag, "");
    String fix = rule.fix().get(tag);
    return fix == null ? meaning : words.ui("provider.step", meaning, fix);
  }

  /** Adds what the providers that the question names say of the code. */
  void ofCode(Draft draft, Asked asked, Question.Subject subject) {
    for (Provider provider : named(asked)) {
      List<Provider.Rule> rules = fitting(asked, provider, subject);
      if (!rules.isEmpty()) {
        draft
            .lead(bullets(provider, rules))
            .sources(rules.stream().map(Provider.Rule::source).toList());
      }
    }
  }

  /** Rules that are known by their words alone. */
  Part.Bullets wordings(Provider provider, List<Provider.Rule> rules) {
    return new Part.Bullets(
        words.ui("provider.by_wording", provider.name()),
        rules.stream().limit(MAX_REPLIES).map(this::line).distinct().toList());
  }

  Part.Bullets bullets(Provider provider, List<Provider.Rule> rules) {
    return new Part.Bullets(
        words.ui("provider.says", provider.name()),
        rules.stream().limit(MAX_REPLIES).map(this::line).distinct().toList());
  }
}
