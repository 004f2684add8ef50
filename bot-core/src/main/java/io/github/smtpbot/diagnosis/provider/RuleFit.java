package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.reply.Reply;
import org.jspecify.annotations.Nullable;

/** Whether the codes that a provider's rule names are those of a reply. */
public final class RuleFit {

  private RuleFit() {}

  public static boolean fitsCodes(Provider.Rule rule, Reply reply) {
    return fits(rule.code(), reply) && fitsEnhanced(rule.enhanced(), reply);
  }

  private static boolean fits(@Nullable String code, Reply reply) {
    if (code == null) {
      return true;
    }
    if (reply.code() == null) {
      return false;
    }
    String written = reply.code().text();
    for (int i = 0; i < 3; i++) {
      char c = i < code.length() ? Character.toLowerCase(code.charAt(i)) : 'x';
      if (c != 'x' && c != written.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsEnhanced(@Nullable EnhancedPattern enhanced, Reply reply) {
    EnhancedStatusCode written = reply.written();
    return enhanced == null || (written != null && enhanced.matches(written));
  }
}
