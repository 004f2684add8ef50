package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Severity;

/** The colour of an answer or of a part of it. */
public enum Tone {
  SUCCESS("✅"),
  PROGRESS("▶️"),
  TRANSIENT("⏳"),
  PERMANENT("⛔"),
  NEUTRAL("");

  private final String sign;

  Tone(String sign) {
    this.sign = sign;
  }

  /** What stands for it where there is no colour; empty for {@link #NEUTRAL}. */
  public String sign() {
    return sign;
  }

  /** The tone that goes with a severity. */
  public static Tone of(Severity severity) {
    return switch (severity) {
      case SUCCESS -> SUCCESS;
      case INTERMEDIATE -> PROGRESS;
      case TRANSIENT -> TRANSIENT;
      case PERMANENT -> PERMANENT;
      case UNKNOWN -> NEUTRAL;
    };
  }
}
