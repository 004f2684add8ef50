package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Words;
import java.util.Comparator;
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

  ProviderCodes(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
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
        catalog.ownCodes().of(code, with).stream()
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
