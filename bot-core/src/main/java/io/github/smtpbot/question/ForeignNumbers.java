package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the numbers of a text that are no codes, where more than the words beside them is needed:
 * the text is about another system, or a number goes on with one before it, {@code port 25 or 587}.
 * Where the text may well be about SMTP, they stay codes.
 */
final class ForeignNumbers {

  private final Catalog catalog;

  ForeignNumbers(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The pieces, with what is no code told as unknown. */
  List<Piece> apart(String clean, List<Piece> pieces) {
    if (pieces.stream().noneMatch(Piece::isUnknown)) {
      return pieces;
    }
    boolean elsewhere = isOfAnotherSystem(clean, pieces);
    List<Piece> apart = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean foreign = isNumber(piece) && (elsewhere || goesOn(pieces, i));
      apart.add(foreign ? Piece.unknown(piece.text()) : piece);
    }
    return apart;
  }

  private static boolean isNumber(Piece piece) {
    return piece.code() != null || piece.is(Term.NotACode.class) || piece.is(Term.AFamily.class);
  }

  /** Whether the text names another system, nothing of mail, and asks nothing. */
  private boolean isOfAnotherSystem(String clean, List<Piece> pieces) {
    boolean asks =
        pieces.stream()
            .anyMatch(
                piece ->
                    piece.is(Term.ACue.class)
                        || piece.is(Term.ACommand.class)
                        || piece.is(Term.AProvider.class));
    if (asks || pieces.stream().noneMatch(ForeignNumbers::isNumber)) {
      return false;
    }
    String lower = clean.toLowerCase(Locale.ROOT);
    ReadingCues cues = catalog.readingCues();
    return cues.isIn(ReadingCue.OTHER_SYSTEMS, lower)
        && !cues.isIn(ReadingCue.SMTP_SIGNS, lower)
        && !cues.isIn(ReadingCue.MAIL_SIGNS, lower)
        && Typed.words(lower).stream().noneMatch(cues.list(ReadingCue.MAIL_WORDS)::contains);
  }

  /**
   * Whether the words before say what the number counts: {@code python to 5.1.1}, or, of a number
   * that the catalog does not have, {@code port 25 or 587}.
   */
  private boolean goesOn(List<Piece> pieces, int at) {
    if (at >= 2 && pieces.get(at - 1).is(Cues.Part.DURING)) {
      return pieces.get(at - 2).is(Cues.Part.NUMBERED);
    }
    return at >= 3
        && pieces.get(at - 1).is(Cues.Part.JOINS)
        && isDigits(pieces.get(at - 2).text())
        && pieces.get(at - 3).is(Cues.Part.NUMBERED)
        && isNoCode(pieces.get(at).code());
  }

  private boolean isNoCode(@Nullable Code code) {
    return code != null && !catalog.has(code);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(Character::isDigit);
  }
}
