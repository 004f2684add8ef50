package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import java.util.List;

/**
 * Tells by the punctuation around a code, in any language, that it was copied together with what a
 * server or a program said: {@code Error 550: user unknown}, {@code status=550 …}, {@code "452
 * mailbox full"}, a link behind it. A person who asks about a code writes none of these. Linear in
 * the text.
 */
final class CopiedForm {

  /** Fewer words than this behind a code are anybody's. */
  private static final int FEWEST_WORDS = 3;

  private static final String ANNOUNCING = ":：=";
  private static final String OPENING = "\"'`«“„‘「(";
  private static final String CLOSING = "\"'`»”’」)";

  private final String clean;
  private final List<Piece> said;
  private final int at;
  private final int end;

  private CopiedForm(String clean, List<Piece> said, int at, int end) {
    this.clean = clean;
    this.said = said;
    this.at = at;
    this.end = end;
  }

  /**
   * Whether the words behind the first code were copied with it.
   *
   * @param clean the text, cleaned
   * @param code the first code, as written
   * @param said what follows the codes that stand together
   * @param opens whether the code is the first that says something
   * @param mark whether a question mark stands in it
   */
  static boolean is(String clean, String code, List<Piece> said, boolean opens, boolean mark) {
    int at = placeOf(code, clean);
    if (at < 0 || said.stream().noneMatch(CopiedForm::says)) {
      return false;
    }
    CopiedForm form = new CopiedForm(clean, said, at, at + code.length());
    if (form.isQuoted()) {
      return true;
    }
    if (mark || form.isPersons()) {
      return false;
    }
    boolean announced = form.isAnnounced() || form.isLabel();
    return announced || (opens && (form.holdsLink() || form.hasColon() || form.isDescribed()));
  }

  /**
   * Whether a word before a code that a colon announces belongs to the program that wrote it:
   * {@code SMTP permanent error: 535 …}.
   */
  static boolean isLead(Piece piece, String clean, String code) {
    int at = placeOf(code, clean);
    return at >= 0
        && isServers(piece)
        && new CopiedForm(clean, List.of(), at, at + code.length()).isNamed();
  }

  private boolean isNamed() {
    return isAnnounced() || isLabel();
  }

  /** A cause, what only servers say, or a word that no question is made of. */
  private static boolean says(Piece piece) {
    return piece.isUnknown() || piece.is(Term.ACause.class) || piece.is(Cues.Part.SERVER_SAYS);
  }

  /** Servers tell as well how long a failure lasts. */
  private static boolean isServers(Piece piece) {
    return piece.is(Cues.Part.SERVER_SAYS)
        || piece.asks(Intent.PERMANENT)
        || piece.asks(Intent.RETRY);
  }

  /** Whether something in it only a person writes, or another code is asked about beside. */
  private boolean isPersons() {
    return said.stream()
        .anyMatch(
            piece ->
                piece.code() != null
                    || piece.is(Cues.Part.QUESTION_FORM)
                    || piece.is(Cues.Part.GREETS)
                    || (piece.is(Term.ACue.class) && !isServers(piece) && !says(piece)));
  }

  private boolean isAnnounced() {
    int before = at - 1;
    while (before >= 0 && (clean.charAt(before) == ' ' || isOf(OPENING, before))) {
      before--;
    }
    return before > 0 && isOf(ANNOUNCING, before);
  }

  /** {@code 550: user unknown}, {@code (550): …}. */
  private boolean isLabel() {
    int after = end;
    while (after < clean.length() && isOf(CLOSING, after)) {
      after++;
    }
    return after + 1 < clean.length()
        && (clean.startsWith(": ", after) || clean.charAt(after) == '：');
  }

  private boolean isQuoted() {
    int quote = at == 0 ? -1 : OPENING.indexOf(clean.charAt(at - 1));
    if (quote < 0 || clean.charAt(at - 1) == '(') {
      return false;
    }
    char closing = clean.charAt(at - 1);
    closing = "\"'`".indexOf(closing) >= 0 ? closing : closing == '„' ? '“' : CLOSING.charAt(quote);
    int close = clean.indexOf(closing, end);
    return close > end && clean.substring(end, close).chars().anyMatch(Character::isLetter);
  }

  private boolean holdsLink() {
    return clean.indexOf("://", end) > 0;
  }

  /** A sentence goes on behind a colon. */
  private boolean hasColon() {
    int colon = clean.indexOf(": ", end);
    return colon > end
        && clean.substring(end, colon).chars().anyMatch(Character::isLetter)
        && clean.substring(colon).chars().anyMatch(Character::isLetter);
  }

  /** {@code user permanently over quota}: the word tells of what follows, and asks nothing. */
  private boolean isDescribed() {
    boolean described = false;
    int words = 0;
    for (int i = 0; i < said.size(); i++) {
      Piece piece = said.get(i);
      words += piece.words();
      if (piece.asks(Intent.PERMANENT)) {
        boolean choice =
            (i > 0 && said.get(i - 1).is(Cues.Part.JOINS))
                || (i + 1 < said.size() && said.get(i + 1).is(Cues.Part.JOINS));
        if (choice) {
          return false;
        }
        described |= i + 1 < said.size() && says(said.get(i + 1));
      }
    }
    return described && words >= FEWEST_WORDS;
  }

  private boolean isOf(String characters, int i) {
    return characters.indexOf(clean.charAt(i)) >= 0;
  }

  /** Where a code stands as a number of its own; -1 if it is written otherwise. */
  private static int placeOf(String code, String clean) {
    for (int i = clean.indexOf(code); i >= 0; i = clean.indexOf(code, i + 1)) {
      int end = i + code.length();
      boolean begins = i == 0 || !Character.isLetterOrDigit(clean.charAt(i - 1));
      boolean ends = end == clean.length() || !Character.isLetterOrDigit(clean.charAt(end));
      if (begins && ends) {
        return i;
      }
    }
    return -1;
  }
}
