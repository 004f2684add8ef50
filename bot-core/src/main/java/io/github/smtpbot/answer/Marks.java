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

  /** A provider's rule that a token stands for. */
  record Found(Provider provider, Provider.Rule rule) {}

  private final Catalog catalog;

  Marks(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The first rule with this token as its mark; null if there is none. */
  @Nullable Found find(String text) {
    String token = bare(text);
    if (token.length() < 3 || token.length() > 40 || token.indexOf(' ') >= 0) {
      return null;
    }
    for (Provider provider : catalog.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        String mark = rule.mark();
        if (mark != null && matches(bare(mark), token)) {
          return new Found(provider, rule);
        }
      }
    }
    return null;
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

  private static boolean isTokenCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '*';
  }

  /** Both in lower case; the only star there is stands for the rest. */
  private static boolean matches(String mark, String token) {
    int star = mark.indexOf('*');
    return star < 0 ? mark.equals(token) : star >= 2 && token.startsWith(mark.substring(0, star));
  }
}
