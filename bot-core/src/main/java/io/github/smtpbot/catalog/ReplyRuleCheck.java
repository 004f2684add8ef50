package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each of a provider's reply rules, and each of a rule's phrases, can be the one that
 * tells: that no rule before it is true of every reply that it is true of.
 */
final class ReplyRuleCheck {

  private ReplyRuleCheck() {}

  /**
   * Checks a provider's file.
   *
   * @param provider the same file, read
   * @throws MalformedCatalogException for the first rule or phrase that never tells
   */
  static void check(Node.Mapping file, Provider provider) {
    Node replies = file.find("replies");
    if (replies == null) {
      return;
    }
    List<Node> nodes = replies.asList();
    for (int i = 0; i < nodes.size(); i++) {
      Node.Mapping node = nodes.get(i).asMapping();
      Provider.Rule rule = provider.rules().get(i);
      Node written = node.find("phrase");
      if (written == null) {
        check(node, rule, null, provider.rules().subList(0, i), nodes);
        continue;
      }
      List<Node> phrases = written.asList();
      for (int j = 0; j < phrases.size(); j++) {
        PhrasePattern phrase = PhrasePattern.of(rule.phrases().get(j));
        check(phrases.get(j), rule, phrase, provider.rules().subList(0, i), nodes);
        if (rule.phrases().subList(0, j).stream().map(PhrasePattern::of).anyMatch(phrase::equals)) {
          throw new MalformedCatalogException(
              phrases.get(j).place(), '"' + rule.phrases().get(j) + "\" is here twice");
        }
      }
    }
  }

  private static void check(
      Node where,
      Provider.Rule rule,
      @Nullable PhrasePattern phrase,
      List<Provider.Rule> before,
      List<Node> nodes) {
    for (int i = 0; i < before.size(); i++) {
      if (isAlwaysTrueToo(before.get(i), rule, phrase)) {
        throw new MalformedCatalogException(
            where.place(),
            "this never tells anything, because the rule at "
                + nodes.get(i).place()
                + " is true wherever it is; write it before that one, or leave it out");
      }
    }
  }

  /** Whether an earlier rule is true of every reply with a phrase that a rule is true of. */
  private static boolean isAlwaysTrueToo(
      Provider.Rule earlier, Provider.Rule rule, @Nullable PhrasePattern phrase) {
    // What is said in words or by a token goes before what an enhanced code alone says.
    return isByCodeAlone(earlier) == isByCodeAlone(rule)
        && holdsCode(earlier.code(), rule.code())
        && holdsEnhanced(earlier.enhanced(), rule.enhanced())
        && holdsMark(earlier.mark(), rule.mark())
        && holdsPhrase(earlier.phrases(), phrase);
  }

  private static boolean isByCodeAlone(Provider.Rule rule) {
    return rule.mark() == null && rule.phrases().isEmpty();
  }

  private static boolean holdsCode(@Nullable String earlier, @Nullable String code) {
    return earlier == null
        || (code != null
            && (earlier.equals(code)
                || (earlier.endsWith("xx") && earlier.charAt(0) == code.charAt(0))));
  }

  private static boolean holdsEnhanced(
      @Nullable EnhancedPattern earlier, @Nullable EnhancedPattern pattern) {
    return earlier == null
        || (pattern != null
            && (earlier.first().classDigit() == 0
                || earlier.first().classDigit() == pattern.first().classDigit())
            && earlier.first().subject() == pattern.first().subject()
            && earlier.first().detail() <= pattern.first().detail()
            && pattern.last() <= earlier.last());
  }

  private static boolean holdsMark(@Nullable String earlier, @Nullable String mark) {
    return earlier == null
        || (mark != null
            && Pattern.compile(
                    "\\Q" + earlier.replace("*", "\\E.*\\Q") + "\\E", Pattern.CASE_INSENSITIVE)
                .matcher(mark)
                .matches());
  }

  private static boolean holdsPhrase(List<String> earlier, @Nullable PhrasePattern phrase) {
    return earlier.isEmpty()
        || (phrase != null
            && earlier.stream()
                .map(PhrasePattern::of)
                .anyMatch(other -> other.isFoundWherever(phrase)));
  }
}
