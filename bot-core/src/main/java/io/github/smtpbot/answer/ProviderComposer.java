package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.SentReply;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what a provider, or each of several, means by a code; and lists a provider's replies. */
final class ProviderComposer {

  private static final int MAX_LISTED = 20;
  private static final int MAX_SENT = 12;
  private static final int MAX_CAUSES = 8;
  private static final int MAX_COMPARED = 5;
  private static final int MAX_IN_COMMON = 6;

  /** Of those, how many a brief names, of one provider and of each of several. */
  private static final int MAX_CAUSES_TOLD = 3;

  private static final int MAX_CAUSES_COMPARED = 2;

  /** How many codes of a cause a brief names. */
  private static final int MAX_CODES_TOLD = 4;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final ProviderReplies replies;
  private final Verdicts verdicts;
  private final FollowUps followUps;
  private final ProviderCodes codes;

  ProviderComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.replies = new ProviderReplies(catalog, words);
    this.verdicts = new Verdicts(words, parts);
    this.followUps = new FollowUps(catalog, words);
    this.codes = new ProviderCodes(catalog, words);
  }

  Answer ofCode(Asked asked) {
    Question.Subject subject = asked.mentions().subjects().get(0);
    Profile profile = Profile.of(subject, catalog, words);
    List<Provider> providers = replies.named(asked);
    String names = names(providers);
    boolean reply = subject instanceof Question.Reply;
    Draft draft =
        new Draft(
                reply ? Answer.Kind.REPLY : Answer.Kind.EXPLAIN,
                words,
                words.ui("provider.of_code", subject.text(), names))
            .codes(List.of(subject.text()))
            .tone(Tone.of(profile.severity()));
    List<String> sentences = new ArrayList<>();
    List<String> told = new ArrayList<>();
    boolean general = false;
    for (Provider provider : providers) {
      ProviderReplies.Known all = replies.known(asked, provider, subject);
      ProviderReplies.Known narrow = replies.knownFor(asked, provider, all, profile);
      ProviderReplies.Known known = narrow.isEmpty() ? all : narrow;
      List<Provider.Rule> rules = known.rules();
      List<SentReply> sent = known.sent();
      general |= known.isEmpty();
      String unknown = narrow.isEmpty() ? notFor(asked, provider, profile) : "";
      String sentence =
          (unknown + sentence(asked, provider, rules, sent, profile, MAX_CAUSES)).strip();
      sentences.add(sentence);
      String brief = sentence(asked, provider, rules, sent, profile, MAX_CAUSES_TOLD);
      told.add(
          providers.size() == 1
              ? (unknown + brief).strip()
              : compared(provider, rules, sent, sentence));
      draft.lead(new Part.Text("", sentence));
      if (rules.size() > 1) {
        draft.lead(replies.bullets(provider, rules.subList(1, rules.size())));
      }
      draft.lead(sent.size() == 1 && rules.isEmpty() ? null : sent(provider, untold(sent, rules)));
      List<Provider.Rule> byWords = byWords(provider, profile, rules, sent);
      draft.lead(byWords.isEmpty() ? null : replies.wordings(provider, byWords));
      draft.sources(rules.stream().map(Provider.Rule::source).toList());
      draft.sources(List.of(provider.page()));
    }
    CodeWords said = profile.words();
    if (told.size() == 1) {
      draft.brief().meaning(told.get(0));
    } else {
      draft.brief().lines(told);
    }
    if (general) {
      draft.lead(parts.verdict(profile));
    }
    if (general && told.size() == 1) {
      draft.brief().verdict(verdicts.of(profile)).first(parts.firstStep(profile));
    } else {
      // What each of several says needs the room.
      draft.brief().verdict(verdicts.withoutActs(profile));
    }
    if (!general) {
      draft.detail(
          said == null ? null : new Part.Text(words.ui("provider.generally"), said.gist()));
      draft.detail(
          new Part.Verdict(Tone.of(profile.severity()), List.of(parts.next(profile.outcome()))));
    }
    followUps.of(draft, asked, subject);
    providers.forEach(
        provider ->
            draft.followUp(
                Clip.to(words.ui("next.replies", provider.shortName()), 40), provider.id()));
    return draft
        .summary(String.join(" ", sentences))
        .sources(profile.sources())
        .shareable(asked.canonical(catalog))
        .done();
  }

  /** That nothing is known of it for what the question names; empty if it names no cause. */
  private String notFor(Asked asked, Provider provider, Profile profile) {
    return asked.mentions().causes().isEmpty()
        ? ""
        : words.ui(
                "provider.not_for",
                provider.name(),
                profile.text(),
                named(asked.mentions().causes(), 1))
            + " ";
  }

  /** The rules known by their words alone, where no rule and no single step tells enough. */
  private List<Provider.Rule> byWords(
      Provider provider, Profile profile, List<Provider.Rule> rules, List<SentReply> sent) {
    if (!rules.isEmpty()) {
      return List.of();
    }
    if (sent.isEmpty()) {
      return replies.byWords(provider, profile);
    }
    return replies.fix(provider, sent.get(0)) != null ? List.of() : replies.byWords(provider, sent);
  }

  private String sentence(
      Asked asked,
      Provider provider,
      List<Provider.Rule> rules,
      List<SentReply> sent,
      Profile profile,
      int atMost) {
    if (!rules.isEmpty()) {
      String who = provider.name() + ", " + replies.sign(asked, rules.get(0));
      return words.ui("labelled", who, replies.told(rules.get(0)));
    }
    if (!sent.isEmpty()) {
      String causes = named(ProviderReplies.causes(sent), atMost);
      boolean published = sent.get(0).published();
      String said =
          words.ui(
              published ? "provider.published" : "provider.seen",
              provider.name(),
              sent.size() == 1 ? sent.get(0).text() : profile.text(),
              causes);
      String fix = sent.size() == 1 ? replies.fix(provider, sent.get(0)) : null;
      return fix == null ? said : words.ui("provider.step", said, fix);
    }
    CodeWords said = profile.words();
    EnhancedStatusCode own =
        profile.codes().get(0) instanceof EnhancedStatusCode code ? code : null;
    if (profile.rule() != null && own != null) {
      // It is a code of another provider's own.
      Part.Bullets others = codes.meanings(own, null);
      if (others != null) {
        return words.ui(
            "provider.none.own", provider.name(), profile.text(), others.items().get(0));
      }
    }
    String general = said == null ? words.ui("sentence", profile.name()) : said.gist();
    boolean worded = !replies.byWords(provider, profile).isEmpty();
    return words.ui(
        worded ? "provider.by_words" : "provider.none", provider.name(), profile.text(), general);
  }

  /** In a line or two, so that others have room beside it. */
  private String compared(
      Provider provider, List<Provider.Rule> rules, List<SentReply> sent, String sentence) {
    List<Cause> causes =
        rules.isEmpty()
            ? ProviderReplies.causes(sent)
            : rules.stream().map(Provider.Rule::cause).distinct().toList();
    if (causes.isEmpty()) {
      return Sentences.of(sentence, words.ui("sentence.start")).get(0);
    }
    return words.ui("labelled", provider.shortName(), named(causes, MAX_CAUSES_COMPARED));
  }

  private String named(List<Cause> causes, int atMost) {
    Stream<String> rest =
        Stream.of(words.ui("replies.more", causes.size() - atMost))
            .filter(more -> causes.size() > atMost);
    return Stream.concat(
            causes.stream().limit(atMost).map(cause -> words.cause(cause).name()), rest)
        .collect(Collectors.joining("; "));
  }

  /** The replies that no rule tells more about. */
  private static List<SentReply> untold(List<SentReply> sent, List<Provider.Rule> rules) {
    return sent.stream()
        .filter(
            reply -> {
              EnhancedStatusCode enhanced = reply.enhanced();
              return enhanced == null
                  || rules.stream()
                      .flatMap(rule -> Stream.ofNullable(rule.enhanced()))
                      .noneMatch(meant -> meant.matches(enhanced));
            })
        .toList();
  }

  /** The provider's replies counted by cause, the most frequent first, each with its codes. */
  private List<String> byCause(Provider provider) {
    Map<Cause, List<Provider.Rule>> byCause = new EnumMap<>(Cause.class);
    for (Provider.Rule rule : provider.rules()) {
      byCause.computeIfAbsent(rule.cause(), cause -> new ArrayList<>()).add(rule);
    }
    return byCause.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .map(entry -> counted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String counted(Cause cause, List<Provider.Rule> rules) {
    String name = words.ui("counted", words.cause(cause).name(), rules.size());
    List<String> known =
        rules.stream().map(ProviderReplies::codes).filter(c -> !c.isEmpty()).distinct().toList();
    String more = known.size() > MAX_CODES_TOLD ? " …" : "";
    String told = known.stream().limit(MAX_CODES_TOLD).collect(Collectors.joining(", "));
    return known.isEmpty() ? name : words.ui("labelled", name, told + more);
  }

  /** Replies with their codes, a line each; null if there are none. */
  private Part.@Nullable Bullets sent(Provider provider, List<SentReply> sent) {
    List<String> lines =
        sent.stream().limit(MAX_SENT).map(reply -> replies.line(provider, reply)).toList();
    return lines.isEmpty()
        ? null
        : new Part.Bullets(words.ui("provider.codes", provider.name()), lines);
  }

  private static String names(List<Provider> providers) {
    return providers.stream().map(Provider::name).collect(Collectors.joining(", "));
  }

  /** What two to five providers explain, and by which codes they can be compared. */
  Answer compare(Asked asked) {
    List<Provider> providers = replies.named(asked).stream().limit(MAX_COMPARED).toList();
    String names = providers.stream().map(Provider::shortName).collect(Collectors.joining(" / "));
    List<String> both = inCommon(providers);
    String by =
        both.isEmpty()
            ? words.ui("provider.compare_none", names)
            : words.ui("provider.compare_by", names, String.join(", ", both));
    Draft draft =
        new Draft(Answer.Kind.COMPARE, words, words.ui("provider.compared", names)).summary(by);
    List<String> lines = new ArrayList<>();
    for (Provider provider : providers) {
      List<String> causes = byCause(provider);
      String told =
          causes.isEmpty()
              ? words.ui("provider.silent", provider.name())
              : words.ui("provider.list", provider.name(), provider.rules().size());
      draft.lead(
          causes.isEmpty()
              ? new Part.Text("", told)
              : new Part.Bullets(told, causes.stream().limit(MAX_CAUSES).toList()));
      lines.add(Sentences.of(told, words.ui("sentence.start")).get(0));
      draft.sources(List.of(provider.page()));
    }
    draft.brief().meaning(by).lines(lines);
    String pair = providers.stream().map(Provider::id).collect(Collectors.joining(" "));
    both.stream()
        .limit(MAX_CODES_TOLD)
        .forEach(code -> draft.followUp(Clip.to(code + " " + names, 40), code + " " + pair));
    providers.forEach(
        provider ->
            draft.followUp(
                Clip.to(words.ui("next.replies", provider.shortName()), 40), provider.id()));
    return draft.shareable(asked.canonical(catalog)).done();
  }

  /** The codes that each of the providers is known to send, those of the first the first. */
  private List<String> inCommon(List<Provider> providers) {
    List<Set<String>> known = providers.stream().map(this::known).toList();
    return known.get(0).stream()
        .filter(code -> known.stream().allMatch(codes -> codes.contains(code)))
        .limit(MAX_IN_COMMON)
        .toList();
  }

  /** The codes that a provider's rules name, and those of the replies that it is known to send. */
  private Set<String> known(Provider provider) {
    Set<String> codes = new LinkedHashSet<>();
    enhanced(provider).forEach(codes::add);
    List<SentReply> sent = catalog.sentReplies(provider);
    sent.stream()
        .flatMap(reply -> Stream.ofNullable(reply.enhanced()))
        .filter(catalog::has)
        .forEach(code -> codes.add(code.text()));
    provider.rules().stream()
        .flatMap(rule -> Stream.ofNullable(rule.code()))
        // Of a rule that is for a whole class, 4xx, there is nothing to compare.
        .filter(code -> Codes.parse(code).isPresent())
        .forEach(codes::add);
    sent.forEach(reply -> codes.add(reply.code().text()));
    return codes;
  }

  private Stream<String> enhanced(Provider provider) {
    return provider.rules().stream()
        .flatMap(rule -> Stream.ofNullable(rule.enhanced()))
        .filter(meant -> meant.isOne() && catalog.has(meant.first()))
        .map(meant -> meant.first().text());
  }

  /** A provider's replies, by code; those that are known by their words alone are counted. */
  Answer list(Asked asked) {
    Provider provider = replies.named(asked).get(0);
    Map<String, List<Provider.Rule>> byCode = new TreeMap<>();
    List<Provider.Rule> byWords = new ArrayList<>();
    for (Provider.Rule rule : provider.rules()) {
      if (rule.code() == null && rule.enhanced() == null) {
        byWords.add(rule);
      } else {
        byCode.computeIfAbsent(replies.sign(rule), sign -> new ArrayList<>()).add(rule);
      }
    }
    List<String> lines =
        Stream.concat(byCode.values().stream().map(rules -> rules.get(0)), byWords.stream())
            .limit(MAX_LISTED)
            .map(replies::line)
            .toList();
    Draft draft = new Draft(Answer.Kind.SEARCH, words, provider.name());
    if (lines.isEmpty()) {
      String silent = words.ui("provider.silent", provider.name());
      draft.summary(silent).lead(new Part.Text("", silent));
    } else {
      draft
          .summary(words.ui("provider.list", provider.name(), provider.rules().size()))
          .lead(new Part.Bullets(words.ui("provider.by_code", provider.name()), lines))
          .lead(new Part.Text("", words.ui("provider.more")));
    }
    draft.brief().meaning(draft.summary()).lines(byCause(provider));
    draft.detail(sent(provider, untold(catalog.sentReplies(provider), provider.rules())));
    enhanced(provider)
        .distinct()
        .limit(4)
        .forEach(code -> draft.followUp(code + " " + provider.id(), code + " " + provider.id()));
    return draft.sources(List.of(provider.page())).shareable(asked.canonical(catalog)).done();
  }
}
