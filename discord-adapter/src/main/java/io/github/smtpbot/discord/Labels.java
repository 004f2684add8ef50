package io.github.smtpbot.discord;

import java.util.Locale;

/** Texts of the user interface in a reader's language; {@code SmtpBot::label} is one. */
@FunctionalInterface
interface Labels {

  /**
   * A text.
   *
   * @param key its name
   * @param locale the reader's
   * @param values what {@code {0}}, {@code {1}} … stand for
   */
  String label(String key, Locale locale, Object... values);
}
