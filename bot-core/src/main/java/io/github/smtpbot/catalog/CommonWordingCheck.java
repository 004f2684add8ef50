package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each phrase of {@code facts/phrases.yaml} tells something: that no phrase before it
 * is found wherever it is, and that none of the same run of its cause is.
 */
final class CommonWordingCheck {

  /**
   * A phrase where it is written.
   *
   * @param place counts the phrases
   * @param run counts up wherever the cause changes: within a run the order of phrases is all one
   */
  private record Written(Node node, Cause cause, int place, int run, PhrasePattern pattern) {

    String told() {
      return '"' + node.asText() + "\" (" + cause.label() + ", " + node.place() + ")";
    }
  }

  private CommonWordingCheck() {}

  /**
   * Checks a file.
   *
   * @param providers those whose wording may be anybody's
   * @throws MalformedCatalogException for the first phrase that can never tell anything
   */
  static void check(Node.Mapping file, List<Provider> providers) {
    checkAnybodys(file, providers);
    List<Written> phrases = read(file);
    Map<String, List<Written>> byFirstWord = new HashMap<>();
    for (Written phrase : phrases) {
      byFirstWord
          .computeIfAbsent(phrase.pattern.firstWord(), first -> new ArrayList<>())
          .add(phrase);
    }
    for (Written phrase : phrases) {
      Written other = foundInstead(phrase, byFirstWord);
      if (other != null) {
        throw new MalformedCatalogException(phrase.node.place(), complaint(phrase, other));
      }
    }
  }

  /** Checks that what is said to be anybody's wording is in a provider's file too. */
  private static void checkAnybodys(Node.Mapping file, List<Provider> providers) {
    Set<PhrasePattern> theirs =
        providers.stream()
            .flatMap(provider -> provider.rules().stream())
            .flatMap(rule -> rule.phrases().stream())
            .map(PhrasePattern::of)
            .collect(Collectors.toSet());
    for (Node rule : file.get("phrases").asList()) {
      Node anybodys = rule.asMapping().find("anybodys");
      for (Node node : anybodys == null ? List.<Node>of() : anybodys.asList()) {
        if (!theirs.contains(PhrasePattern.of(node.asText()))) {
          throw new MalformedCatalogException(
              node.place(), '"' + node.asText() + "\" is not a phrase of any provider's replies");
        }
      }
    }
  }

  private static List<Written> read(Node.Mapping file) {
    List<Written> phrases = new ArrayList<>();
    Cause last = null;
    int run = 0;
    for (Node rule : file.get("phrases").asList()) {
      Cause cause = Codes.readLabel(Cause.class, rule.asMapping().get("cause"));
      run += cause == last ? 0 : 1;
      last = cause;
      for (Node node : rule.asMapping().get("phrases").asList()) {
        phrases.add(new Written(node, cause, phrases.size(), run, PhrasePattern.of(node.asText())));
      }
    }
    return phrases;
  }

  /**
   * The first phrase that is found wherever this one is, and that stands before it or in the same
   * run; null if there is none.
   */
  private static @Nullable Written foundInstead(
      Written phrase, Map<String, List<Written>> byFirstWord) {
    return phrase.pattern.parts().stream()
        .distinct()
        .flatMap(word -> byFirstWord.getOrDefault(word, List.of()).stream())
        .filter(other -> other.place != phrase.place && other.run <= phrase.run)
        .filter(other -> other.place < phrase.place || !other.pattern.equals(phrase.pattern))
        .filter(other -> other.pattern.isFoundWherever(phrase.pattern))
        .min(Comparator.comparingInt(Written::place))
        .orElse(null);
  }

  private static String complaint(Written phrase, Written other) {
    String text = '"' + phrase.node.asText() + '"';
    if (phrase.cause != other.cause) {
      return text
          + " can never tell "
          + phrase.cause.label()
          + ", because "
          + other.told()
          + " is found wherever it is; write it before that one, or leave it out";
    }
    return text + " adds nothing, because " + other.told() + " is found wherever it is";
  }
}
