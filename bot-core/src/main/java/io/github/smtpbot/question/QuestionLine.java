package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A person's question on a line of its own, below or above what was pasted.
 *
 * @param rest the text without it
 * @param pieces what its words can be
 */
record QuestionLine(String rest, List<Piece> pieces) {

  /** A longer line is no question that somebody adds to a paste. */
  private static final int LONGEST = 120;

  private static final int MOST_UNKNOWN = 2;

  /**
   * The question of a text; null if it has none.
   *
   * @param text of any length and form
   * @param reader tells what the words of a line can be
   */
  static @Nullable QuestionLine of(String text, Function<String, List<Piece>> reader) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return null;
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    int first = 0;
    int last = lines.size() - 1;
    while (first < last && lines.get(first).isBlank()) {
      first++;
    }
    while (last > first && lines.get(last).isBlank()) {
      last--;
    }
    if (first >= last) {
      return null;
    }
    for (int at : new int[] {last, first}) {
      List<Piece> pieces = question(lines.get(at).strip(), reader);
      if (pieces != null) {
        lines.remove(at);
        return new QuestionLine(String.join("\n", lines), pieces);
      }
    }
    return null;
  }

  private static @Nullable List<Piece> question(String line, Function<String, List<Piece>> reader) {
    boolean mark = line.endsWith("?") || line.endsWith("？");
    if (line.length() > LONGEST || line.indexOf('@') >= 0 || line.indexOf(':') >= 0) {
      return null;
    }
    List<Piece> pieces = reader.apply(line);
    boolean asks =
        !pieces.isEmpty()
            && PasteOrQuestion.opensQuestion(pieces.get(0))
            && pieces.stream().anyMatch(piece -> piece.is(Term.ACue.class));
    boolean servers =
        pieces.stream().anyMatch(piece -> piece.code() != null || piece.is(Cues.Part.SERVER_SAYS))
            || pieces.stream().filter(Piece::isUnknown).count() > MOST_UNKNOWN;
    boolean own = mark && pieces.stream().anyMatch(piece -> piece.is(Term.ACue.class));
    return (asks || own) && !servers ? pieces : null;
  }
}
