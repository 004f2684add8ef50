package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import org.jspecify.annotations.Nullable;

/** Whether the codes that a provider's rule names are those of a reply. */
final class RuleFit {

  private RuleFit() {}

  static boolean fitsCodes(Provider.Rule rule, Draft draft) {
    return fits(rule.code(), draft) && fitsEnhanced(rule.enhanced(), draft);
  }

  private static boolean fits(@Nullable String code, Draft draft) {
    if (code == null) {
      return true;
    }
    if (draft.code == null) {
      return false;
    }
    String written = draft.code.text();
    for (int i = 0; i < 3; i++) {
      char c = i < code.length() ? Character.toLowerCase(code.charAt(i)) : 'x';
      if (c != 'x' && c != written.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsEnhanced(@Nullable EnhancedPattern enhanced, Draft draft) {
    EnhancedStatusCode written = draft.written();
    return enhanced == null || (written != null && enhanced.matches(written));
  }
}
