package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What providers mean by enhanced status codes whatever the words that follow. */
final class ProviderCodes {

  /** So many providers' own meanings of a code are told. */
  private static final int MAX_PROVIDERS = 6;

  /** So many codes near another are named for each provider. */
  private static final int MAX_NEIGHBOURS = 3;

  private final Catalog catalog;
  private final Words words;
  private final Lazy<Map<Integer, List<Said>>> bySubject;

  /** That a provider means this by these codes. */
  private record Said(Provider provider, Provider.Rule rule, EnhancedPattern meant) {}

  ProviderCodes(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.bySubject = new Lazy<>(() -> bySubject(catalog));
  }

  /**
   * What providers mean by an enhanced status code, one line each; null if none says anything of
   * its own.
   *
   * @param with the reply code it comes with, or null for any
   */
  Part.@Nullable Bullets meanings(EnhancedStatusCode code, @Nullable ReplyCode with) {
    String tag = words.language().toLanguageTag();
    List<String> lines =
        said(code, with).stream()
            .limit(MAX_PROVIDERS)
            .map(
                said ->
                    words.ui(
                        "labelled",
                        named(said.provider(), code, said.rule()),
                        said.rule().meaning().getOrDefault(tag, "")))
            .toList();
    return lines.isEmpty() ? null : new Part.Bullets(words.ui("providers"), lines);
  }

  /** The first rule of each provider that holds for these codes whatever the words. */
  List<Provider.Rule> rules(EnhancedStatusCode code, @Nullable ReplyCode with) {
    return said(code, with).stream().map(Said::rule).toList();
  }

  private List<Said> said(EnhancedStatusCode code, @Nullable ReplyCode with) {
    List<Said> found = new ArrayList<>();
    String last = "";
    for (Said said : bySubject.get().getOrDefault(code.subject(), List.of())) {
      // Those of one provider stand together.
      if (!said.provider().id().equals(last)
          && said.meant().matches(code)
          && mayComeWith(said.rule(), code, with)) {
        found.add(said);
        last = said.provider().id();
      }
    }
    return found;
  }

  private static Map<Integer, List<Said>> bySubject(Catalog catalog) {
    Map<Integer, List<Said>> all = new HashMap<>();
    for (Provider provider : catalog.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        EnhancedPattern meant = ofCodeAlone(rule);
        if (meant != null) {
          all.computeIfAbsent(meant.first().subject(), subject -> new ArrayList<>())
              .add(new Said(provider, rule, meant));
        }
      }
    }
    return all;
  }

  /**
   * Which providers use codes of their own with the same class and subject as this one, and the
   * nearest of those codes; null if none does.
   */
  Part.@Nullable Text neighbours(EnhancedStatusCode code) {
    Map<Provider, List<EnhancedPattern>> near = new LinkedHashMap<>();
    for (Provider provider : catalog.providers()) {
      List<EnhancedPattern> own =
          provider.rules().stream()
              .flatMap(rule -> Stream.ofNullable(rule.enhanced()))
              .filter(meant -> catalog.find(meant.first()) == null && isNear(meant, code))
              .distinct()
              .sorted(Comparator.comparingInt(meant -> distance(meant, code)))
              .limit(MAX_NEIGHBOURS)
              .toList();
      if (!own.isEmpty()) {
        near.put(provider, own);
      }
    }
    return near.isEmpty()
        ? null
        : new Part.Text(
            "",
            words.ui(
                "unknown.neighbours",
                (code.classDigit() == 0 ? "x" : code.classDigit()) + "." + code.subject() + ".x",
                near.entrySet().stream()
                    .sorted(
                        Comparator.comparingInt(entry -> distance(entry.getValue().get(0), code)))
                    .limit(MAX_PROVIDERS)
                    .map(entry -> entry.getKey().name() + " " + listed(entry.getValue()))
                    .collect(Collectors.joining("; "))));
  }

  private static boolean isNear(EnhancedPattern meant, EnhancedStatusCode code) {
    EnhancedStatusCode first = meant.first();
    boolean sameClass =
        first.classDigit() == 0
            || code.classDigit() == 0
            || first.classDigit() == code.classDigit();
    return sameClass && first.subject() == code.subject();
  }

  /** How many details lie between a code and those of a pattern. */
  private static int distance(EnhancedPattern meant, EnhancedStatusCode code) {
    return Math.max(
        0, Math.max(meant.first().detail() - code.detail(), code.detail() - meant.last()));
  }

  private static String listed(List<EnhancedPattern> codes) {
    return codes.stream().map(EnhancedPattern::text).collect(Collectors.joining(", ", "(", ")"));
  }

  /** What a rule is about that needs neither a token nor words; else null. */
  private static @Nullable EnhancedPattern ofCodeAlone(Provider.Rule rule) {
    return rule.mark() == null && rule.phrases().isEmpty() ? rule.enhanced() : null;
  }

  private static boolean mayComeWith(
      Provider.Rule rule, EnhancedStatusCode code, @Nullable ReplyCode with) {
    String wanted = rule.code();
    return (with != null || wanted == null)
        ? rule.fits(with)
        : code.classDigit() == 0 || wanted.charAt(0) - '0' == code.classDigit();
  }

  /** A provider, with the codes where what it means holds for other codes than those asked. */
  private static String named(Provider provider, EnhancedStatusCode code, Provider.Rule rule) {
    String reply = rule.code();
    EnhancedPattern meant = rule.enhanced();
    if (reply != null && !reply.endsWith("xx")) {
      return provider.name() + " (" + reply + " " + meant + ")";
    }
    boolean wider = meant != null && (!meant.isOne() || code.classDigit() == 0);
    return !wider ? provider.name() : provider.name() + " (" + meant + ")";
  }
}
