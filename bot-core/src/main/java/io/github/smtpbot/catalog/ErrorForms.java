package io.github.smtpbot.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a pasted text an error of the network or of a library by how it is written. Linear in
 * the text. Immutable; safe for use by many threads.
 */
public final class ErrorForms {

  /** An exception names what failed in its first lines. */
  private static final int BEGINNING = 4_000;

  private final List<Form> forms;
  private final ReadingCues cues;

  /**
   * One way in which an error is written.
   *
   * @param open whether a word may go on behind it
   */
  private record Form(KnownError error, String text, boolean open) {

    boolean tellsMoreThan(Form other) {
      return error.vague() == other.error.vague()
          ? text.length() > other.text.length()
          : other.error.vague();
    }
  }

  ErrorForms(List<KnownError> errors, ReadingCues cues) {
    this.cues = cues;
    this.forms = errors.stream().flatMap(ErrorForms::forms).toList();
  }

  /** Bare digits are asked about, and stand for anything in a longer text. */
  private static Stream<Form> forms(KnownError error) {
    return Stream.concat(error.forms().stream(), error.said().stream())
        .map(
            form ->
                form.endsWith("*")
                    ? new Form(error, form.substring(0, form.length() - 1), true)
                    : new Form(error, form, false))
        .filter(form -> !form.text().chars().allMatch(Character::isDigit));
  }

  /**
   * The error that a text names by the longest form, a vague one only if no other; null if none, or
   * of another system.
   */
  public @Nullable KnownError in(String text) {
    String lower = text.substring(0, Math.min(text.length(), BEGINNING)).toLowerCase(Locale.ROOT);
    boolean other =
        cues.isIn(ReadingCue.OTHER_SYSTEMS, lower) && !cues.isIn(ReadingCue.SMTP_SIGNS, lower);
    if (other || cues.isIn(ReadingCue.NEIGHBOURS, lower)) {
      return null;
    }
    return longest(lower);
  }

  /** The error that a few words name which are known to be of mail; null if none. */
  public @Nullable KnownError named(String words) {
    return longest(words.toLowerCase(Locale.ROOT));
  }

  private @Nullable KnownError longest(String lower) {
    Form found = null;
    for (Form form : forms) {
      if ((found == null || form.tellsMoreThan(found)) && holds(lower, form.text(), form.open())) {
        found = form;
      }
    }
    return found == null ? null : found.error();
  }

  /** Whether a form stands in a text as words of its own, or after the dot of a class's name. */
  private static boolean holds(String text, String form, boolean open) {
    for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      int end = at + form.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = open || end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
