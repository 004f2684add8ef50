package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a pasted text an error of the network or of a library by how it is written. Linear in
 * the text. Immutable; safe for use by many threads.
 */
final class ErrorForms {

  /** An exception names what failed in its first lines. */
  private static final int BEGINNING = 4_000;

  private final List<KnownError> errors;
  private final ReadingCues cues;

  ErrorForms(Catalog catalog) {
    this.errors = catalog.errors();
    this.cues = catalog.readingCues();
  }

  /** The error that a text names by the longest form; null if none, or of another system. */
  @Nullable KnownError in(String text) {
    String lower = text.substring(0, Math.min(text.length(), BEGINNING)).toLowerCase(Locale.ROOT);
    if (cues.isIn(ReadingCue.OTHER_SYSTEMS, lower) || cues.isIn(ReadingCue.NEIGHBOURS, lower)) {
      return null;
    }
    KnownError found = null;
    int longest = 0;
    for (KnownError error : errors) {
      for (String form : (Iterable<String>) forms(error)::iterator) {
        boolean open = form.endsWith("*");
        String known = open ? form.substring(0, form.length() - 1) : form;
        // Bare digits are asked about, and stand for anything in a longer text.
        boolean digits = known.chars().allMatch(Character::isDigit);
        if (known.length() > longest && !digits && holds(lower, known, open)) {
          found = error;
          longest = known.length();
        }
      }
    }
    return found;
  }

  private static Stream<String> forms(KnownError error) {
    return Stream.concat(error.forms().stream(), error.said().stream());
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
