package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import java.util.List;

/**
 * Tells the two codes of one reply that something parts, {@code 550, 5.7.1}, {@code 550 with status
 * 5.7.1}, or that stand the other way round, {@code 5.7.1 550}, from two codes that are compared.
 */
final class ReplyForms {

  private ReplyForms() {}

  /**
   * Where the second code of the reply stands that begins here; -1 if none does. Two codes of one
   * class belong together unless a word, {@code vs}, sets them against each other, or there are
   * more.
   */
  static int second(List<Piece> pieces, int first) {
    Code code = pieces.get(first).code();
    if (code == null || pieces.stream().filter(piece -> piece.code() != null).count() != 2) {
      return -1;
    }
    int at = first + 1;
    while (at < pieces.size() && parts(pieces.get(at))) {
      at++;
    }
    Code other = at < pieces.size() ? pieces.get(at).code() : null;
    boolean reversed = code instanceof EnhancedStatusCode && other instanceof ReplyCode;
    boolean apart = at > first + 1;
    boolean pair =
        reversed || (apart && code instanceof ReplyCode && other instanceof EnhancedStatusCode);
    return pair && other != null && code.severity() == other.severity() ? at : -1;
  }

  /** What may stand between them: a comma, {@code with}, what codes are called. */
  private static boolean parts(Piece piece) {
    return piece.text().equals(",")
        || piece.is(Cues.Part.CODE_WORDS)
        || (piece.is(Cues.Part.PASSED_OVER) && !piece.is(Term.ACue.class));
  }

  /** The reply of these two codes, in whichever order. */
  static Question.Reply reply(Piece one, Piece other) {
    if (one.code() instanceof ReplyCode reply
        && other.code() instanceof EnhancedStatusCode enhanced) {
      return new Question.Reply(reply, enhanced);
    }
    if (one.code() instanceof EnhancedStatusCode enhanced
        && other.code() instanceof ReplyCode reply) {
      return new Question.Reply(reply, enhanced);
    }
    throw new IllegalArgumentException("not the codes of a reply");
  }
}
