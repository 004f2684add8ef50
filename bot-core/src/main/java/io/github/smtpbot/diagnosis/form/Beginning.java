package io.github.smtpbot.diagnosis.form;

import java.util.Locale;

/**
 * The first words of a text, which say what it is, in lower case; made once for all that ask.
 *
 * @param lower as they stand
 * @param joined with their lines joined: a sentence may be broken anywhere
 * @param outcome as many of those as say what became of the message
 */
record Beginning(String lower, String joined, String outcome) {

  /** How much of a text says whether it is a report. */
  private static final int LENGTH = 8_000;

  /** How much of a text says what became of the message. */
  private static final int OUTCOME_WITHIN = 4_000;

  static Beginning of(String text) {
    String lower = text.substring(0, Math.min(text.length(), LENGTH)).toLowerCase(Locale.ROOT);
    String joined = joined(lower);
    return new Beginning(
        lower,
        joined,
        lower.length() <= OUTCOME_WITHIN ? joined : joined(lower.substring(0, OUTCOME_WITHIN)));
  }

  private static String joined(String words) {
    if (words.indexOf('\n') < 0 && !words.contains("  ")) {
      return words;
    }
    StringBuilder out = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i) == '\n' ? ' ' : words.charAt(i);
      if (c != ' ' || out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
