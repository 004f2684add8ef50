package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a provider's token means when somebody asks for the token alone: {@code TSS04}, {@code
 * S3150}.
 */
final class Marks {

  /**
   * What a token stands for.
   *
   * @param provider the only one that prints it
   * @param rule what it means; null if the provider does not say
   */
  record Found(Provider provider, Provider.@Nullable Rule rule) {}

  private final Catalog catalog;

  Marks(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What this token stands for; null if it is none. */
  @Nullable Found find(String text) {
    String token = bare(text);
    if (token.length() < 3 || token.length() > 40 || token.indexOf(' ') >= 0) {
      return null;
    }
    for (Provider provider : catalog.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        if (isRuleOf(token, rule)) {
          return new Found(provider, rule);
        }
      }
    }
    for (Provider provider : catalog.providers()) {
      if (provider.marks().stream().anyMatch(mark -> matches(mark, token))) {
        return new Found(
            provider,
            provider.rules().stream().filter(rule -> isOf(token, rule)).findFirst().orElse(null));
      }
    }
    return null;
  }

  /**
   * Whether a rule is about this token, which is known to be its provider's. Then a mark that
   * begins with a star will do, and so will a token without what stands before a hyphen: {@code
   * AUP#1310} for {@code AUP#In-1310}.
   */
  static boolean isOf(String text, Provider.Rule rule) {
    String token = bare(text);
    if (isRuleOf(token, rule)) {
      return true;
    }
    String mark = rule.mark() == null ? "" : rule.mark().toLowerCase(Locale.ROOT);
    return mark.indexOf('*') >= 0
        && (fits(mark, token, 0) || fits(mark.replace("*-", ""), token, 2));
  }

  private static boolean isRuleOf(String token, Provider.Rule rule) {
    String mark = rule.mark();
    if (mark != null) {
      return matches(mark, token);
    }
    // A phrase of one word that has a digit is a token too: S3150.
    boolean digit = token.chars().anyMatch(Character::isDigit);
    return digit && rule.phrases().stream().anyMatch(phrase -> bare(phrase).equals(token));
  }

  private static String bare(String text) {
    String token = text.strip().toLowerCase(Locale.ROOT);
    int start = 0;
    int end = token.length();
    while (start < end && !isTokenCharacter(token.charAt(start))) {
      start++;
    }
    while (end > start && !isTokenCharacter(token.charAt(end - 1))) {
      end--;
    }
    return token.substring(start, end);
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
  }

  private static boolean isTokenCharacter(char c) {
    return Character.isLetterOrDigit(c);
  }

  /**
   * Whether a token is what a mark stands for. A mark that begins with a star stands for a part of
   * a longer token, so that nothing but its own words will do.
   */
  private static boolean matches(String mark, String token) {
    String own = bare(mark);
    if (own.equals(token)) {
      return true;
    }
    String pattern = mark.substring(mark.toLowerCase(Locale.ROOT).indexOf(own));
    return mark.indexOf('*') > 0 && fits(pattern.toLowerCase(Locale.ROOT), token, 2);
  }

  /** What a star stands for in a token: {@code TSS04} is one, {@code ts=2025-03-02} is a field. */
  private static boolean isOfToken(char c) {
    return Character.isLetterOrDigit(c) || "-_.#/".indexOf(c) >= 0;
  }

  /**
   * Whether a token fits a pattern whose stars stand for any run; each part is found leftmost.
   *
   * @param least how long its beginning is at least
   */
  private static boolean fits(String pattern, String token, int least) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length < 2) {
      return pattern.equals(token);
    }
    if (parts[0].length() < least || !token.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    if (token.substring(at).chars().anyMatch(c -> !isOfToken((char) c) && pattern.indexOf(c) < 0)) {
      return false;
    }
    boolean open = parts.length == 2 && bare(parts[1]).isEmpty() && isWord(parts[0]);
    if (open && (at == token.length() || !Character.isDigit(token.charAt(at)))) {
      // Letters that go on in letters are a word, and no token.
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      String part = bare(parts[i]).isEmpty() ? "" : parts[i];
      int found = last ? token.length() - part.length() : token.indexOf(part, at);
      if (found < at || !token.startsWith(part, found)) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }
}
