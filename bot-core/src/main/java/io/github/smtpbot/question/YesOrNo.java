package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import java.util.List;

/** Tells a question that yes or no answers, {@code does 550 mean spam}, from any other. */
final class YesOrNo {

  private YesOrNo() {}

  /**
   * Whether yes or no is asked for: a verb opens the text or stands behind its codes, or the text
   * ends in what turns a sentence into a question; and nothing in it asks what, which or why.
   */
  static boolean isAsked(List<Piece> pieces) {
    if (pieces.stream().anyMatch(piece -> piece.is(Cues.Part.OPEN))) {
      return false;
    }
    boolean ends = !pieces.isEmpty() && pieces.get(pieces.size() - 1).is(Cues.Part.YES_NO);
    return ends || opens(pieces) || followsCode(pieces) || asksInWords(pieces);
  }

  /** Whether a verb opens the text, so that a person asks: no server begins so. */
  static boolean opens(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (!piece.is(Cues.Part.GREETS) && !piece.text().equals(",")) {
        return piece.is(Cues.Part.YES_NO);
      }
    }
    return false;
  }

  /** {@code 5.7.1 is a blacklist thing?}, {@code 550 means spam, right?}. */
  private static boolean followsCode(List<Piece> pieces) {
    for (int i = 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (pieces.get(i - 1).code() != null
          && (piece.is(Cues.Part.YES_NO) || piece.asks(Intent.MEANING))) {
        return true;
      }
    }
    return false;
  }

  /** {@code 550 5.7.1 am I blacklisted}: both words are a question's. */
  private static boolean asksInWords(List<Piece> pieces) {
    return pieces.stream().anyMatch(piece -> piece.words() > 1 && piece.is(Cues.Part.YES_NO));
  }
}
