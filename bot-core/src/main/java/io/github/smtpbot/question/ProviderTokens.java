package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Provider;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tokens that a provider prints and people ask about by themselves: {@code S3150}. */
final class ProviderTokens {

  private ProviderTokens() {}

  /** Tokens of one word that has a digit, or is written in capitals, so that it is no common word. */
  static Set<String> of(Provider provider) {
    Set<String> tokens = new TreeSet<>();
    provider.marks().forEach(mark -> add(tokens, mark));
    for (Provider.Rule rule : provider.rules()) {
      if (rule.mark() != null) {
        add(tokens, rule.mark());
      }
      rule.phrases().stream()
          .filter(phrase -> phrase.indexOf(' ') < 0 && hasDigit(phrase))
          .forEach(phrase -> add(tokens, phrase));
    }
    return tokens;
  }

  private static void add(Set<String> tokens, String mark) {
    int star = mark.indexOf('*');
    boolean capitals = mark.equals(mark.toUpperCase(Locale.ROOT));
    boolean code = mark.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    if (mark.length() >= 4 && star < 0 && !code && (hasDigit(mark) || capitals)) {
      tokens.add(mark);
    } else if (star >= 3 && star == mark.length() - 1 && Character.isLetter(mark.charAt(0))) {
      tokens.add(mark);
    }
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
