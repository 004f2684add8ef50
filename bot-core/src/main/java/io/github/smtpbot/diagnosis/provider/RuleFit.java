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
    return rule.fits(reply.code()) && fitsEnhanced(rule.enhanced(), reply);
  }

  private static boolean fitsEnhanced(@Nullable EnhancedPattern enhanced, Reply reply) {
    EnhancedStatusCode written = reply.written();
    return enhanced == null || (written != null && enhanced.matches(written));
  }
}
