package io.github.smtpbot.slack;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may have posted. It travels in the value of a button.
 *
 * @param language the one that the question asks to be answered in, such as by its script; or null
 */
record Wanted(Shareable shareable, @Nullable Locale language) {

  /** Stands between the language and the rest, which begins with a digit. */
  private static final char AFTER_LANGUAGE = '~';

  /** Empty if it is for nobody but who asked. */
  static Optional<Wanted> of(Answer answer) {
    return Optional.ofNullable(answer.shareable())
        .map(shareable -> new Wanted(shareable, answer.languageAsked()));
  }

  /** Reads what {@link #value} wrote; empty if it is of another version. */
  static Optional<Wanted> of(String value) {
    int end =
        value.isEmpty() || !Character.isLetter(value.charAt(0))
            ? -1
            : value.indexOf(AFTER_LANGUAGE);
    return Shareable.ofToken(value.substring(end + 1))
        .map(
            shareable ->
                new Wanted(
                    shareable, end < 0 ? null : Locale.forLanguageTag(value.substring(0, end))));
  }

  String value() {
    return language == null
        ? shareable.token()
        : language.toLanguageTag() + AFTER_LANGUAGE + shareable.token();
  }
}
