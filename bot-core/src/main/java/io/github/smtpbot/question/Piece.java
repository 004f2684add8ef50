package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A word of a question, or a few words that belong together, and all that they can be.
 *
 * @param text as typed
 * @param terms at least one
 */
record Piece(String text, List<Term> terms) {

  private static final List<Term> UNKNOWN = List.of(new Term.Unknown());

  static Piece of(String text, Term term) {
    return new Piece(text, List.of(term));
  }

  static Piece unknown(String text) {
    return new Piece(text, UNKNOWN);
  }

  /** How many words it has. */
  int words() {
    return 1 + (int) text.chars().filter(c -> c == ' ').count();
  }

  /** Whether it is written without small letters. */
  boolean isShouted() {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** Whether it is none of a question's words; what only a server says is none either. */
  boolean isUnknown() {
    return terms.get(0) instanceof Term.Unknown || (terms.size() == 1 && is(Cues.Part.SERVER_SAYS));
  }

  @Nullable Code code() {
    return terms.get(0) instanceof Term.ACode found ? found.code() : null;
  }

  boolean is(Class<? extends Term> type) {
    for (Term term : terms) {
      if (type.isInstance(term)) {
        return true;
      }
    }
    return false;
  }

  boolean is(Cues.Part part) {
    return terms.contains(new Term.APart(part));
  }

  boolean asks(Intent intent) {
    return terms.contains(new Term.ACue(intent));
  }
}
