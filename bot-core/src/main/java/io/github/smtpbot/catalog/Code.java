package io.github.smtpbot.catalog;

/** A code that SMTP servers answer with: a {@link ReplyCode} or an {@link EnhancedStatusCode}. */
public sealed interface Code permits ReplyCode, EnhancedStatusCode {

  /** The code as people write it: {@code 550}, {@code 5.7.1} or, for any class, {@code x.7.1}. */
  String text();

  /** What the first digit says; {@link Severity#UNKNOWN} for a code of any class. */
  Severity severity();
}
