package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What providers mean by enhanced status codes whatever the words that follow: most of all by codes
 * of their own, which no registry has. Immutable to its users; safe for use by many threads.
 */
public final class OwnCodes {

  private final Map<Integer, List<Meant>> bySubject = new HashMap<>();

  OwnCodes(List<Provider> providers) {
    for (Provider provider : providers) {
      for (Provider.Rule rule : provider.rules()) {
        EnhancedPattern codes = ofCodeAlone(rule);
        if (codes != null) {
          bySubject
              .computeIfAbsent(codes.first().subject(), subject -> new ArrayList<>())
              .add(new Meant(provider, rule, codes));
        }
      }
    }
  }

  /**
   * That a provider means this by these codes.
   *
   * @param provider who publishes it
   * @param rule what it says
   * @param codes of which codes
   */
  public record Meant(Provider provider, Provider.Rule rule, EnhancedPattern codes) {}

  /**
   * What is published of a code, the first that fits of each provider.
   *
   * @param with the reply code it comes with, or null for any
   */
  public List<Meant> of(EnhancedStatusCode code, @Nullable ReplyCode with) {
    List<Meant> found = new ArrayList<>();
    String last = "";
    for (Meant meant : bySubject.getOrDefault(code.subject(), List.of())) {
      // Those of one provider stand together.
      if (!meant.provider().id().equals(last)
          && meant.codes().matches(code)
          && mayComeWith(meant.rule(), code, with)) {
        found.add(meant);
        last = meant.provider().id();
      }
    }
    return found;
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
}
