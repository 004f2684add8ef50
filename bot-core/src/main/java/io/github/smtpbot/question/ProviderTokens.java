package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Provider;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tokens that a provider prints and people ask about by themselves: {@code S3150}. */
public final class ProviderTokens {

  private ProviderTokens() {}

  /**
   * Tokens of one word that has a digit, or is written in capitals, so that it is no common word. A
   * {@code *} at its end stands for what follows.
   */
  public static Set<String> of(Provider provider) {
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
    String token = bare(mark);
    int star = token.indexOf('*');
    boolean capitals = token.equals(token.toUpperCase(Locale.ROOT));
    boolean code = token.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    boolean whole = star < 0 && token.length() >= 4 && !code && (hasDigit(token) || capitals);
    // Two letters and a sign are anybody's: AS(*.
    long telling = token.chars().filter(Character::isLetterOrDigit).count();
    boolean beginning =
        telling >= 3 && star == token.length() - 1 && Character.isLetter(token.charAt(0));
    if (whole || beginning) {
      tokens.add(token);
    }
  }

  /** A mark without the brackets around it: people leave them out. */
  private static String bare(String mark) {
    int start = 0;
    int end = mark.length();
    while (start < end && !isTokens(mark.charAt(start))) {
      start++;
    }
    while (end > start && !isTokens(mark.charAt(end - 1))) {
      end--;
    }
    return mark.substring(start, end);
  }

  private static boolean isTokens(char c) {
    return Character.isLetterOrDigit(c) || c == '*';
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
