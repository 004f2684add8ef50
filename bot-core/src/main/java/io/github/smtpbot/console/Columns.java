package io.github.smtpbot.console;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Measures and wraps text in the columns of a terminal, where a Thai vowel takes none and an emoji
 * two.
 */
final class Columns {

  /**
   * A piece of so few letters does not end a line: what cuts Thai into words knows few of those
   * borrowed from English and leaves scraps of them, and a Thai word so short belongs to the next.
   */
  private static final int SHORT = 2;

  /** The sign above a Thai letter that is not spoken. */
  private static final char SILENCED = '\u0e4c';

  private Columns() {}

  /** How many columns a text takes. */
  static int width(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      columns += Math.max(0, WCWidth.wcwidth(c));
      i += Character.charCount(c);
    }
    return columns;
  }

  /** The text with spaces at its end, so that it takes this many columns at least. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * Wraps a text at spaces, and within a run without spaces, such as a Thai sentence, between
   * words.
   *
   * @param columns at least 1; a word that is longer is cut
   */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int needed = width(word) + (line.isEmpty() ? 0 : 1);
      if (used + needed <= columns) {
        line.append(line.isEmpty() ? "" : " ").append(word);
        used += needed;
        continue;
      }
      boolean first = true;
      for (String piece : pieces(word, columns)) {
        int width = width(piece);
        int gap = first && !line.isEmpty() ? 1 : 0;
        first = false;
        if (used + gap + width > columns) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
          gap = 0;
        }
        line.append(gap == 1 ? " " : "").append(piece);
        used += gap + width;
      }
    }
    lines.add(line.toString());
    lines.removeIf(String::isEmpty);
    return lines.isEmpty() ? List.of("") : lines;
  }

  /** A word as it is if it fits, else the pieces it may be broken into. */
  private static List<String> pieces(String word, int columns) {
    if (!hasThai(word) && width(word) <= columns) {
      return List.of(word);
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
    breaks.setText(word);
    List<String> pieces = new ArrayList<>();
    boolean joined = false;
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String piece = word.substring(start, end);
      int last = pieces.size() - 1;
      boolean belongs = last >= 0 && (joined || endsTheOneBefore(piece));
      if (belongs && width(pieces.get(last) + piece) <= columns) {
        pieces.set(last, pieces.get(last) + piece);
      } else {
        cut(piece, columns, pieces);
      }
      joined = letters(piece) <= SHORT;
      start = end;
    }
    return pieces;
  }

  /** A letter alone, or one that is silenced, cannot begin a Thai word. */
  private static boolean endsTheOneBefore(String piece) {
    return hasThai(piece) && (piece.length() == 1 || piece.charAt(1) == SILENCED);
  }

  /** How many letters a piece has, without the vowels and tones above and below them. */
  private static long letters(String piece) {
    return piece.codePoints().filter(Character::isLetter).count();
  }

  private static boolean hasThai(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '\u0e00' && word.charAt(i) <= '\u0e7f') {
        return true;
      }
    }
    return false;
  }

  private static void cut(String piece, int columns, List<String> pieces) {
    if (width(piece) <= columns) {
      pieces.add(piece);
      return;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(piece);
    int start = 0;
    int last = 0;
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      if (width(piece.substring(start, end)) > columns && last > start) {
        pieces.add(piece.substring(start, last));
        start = last;
      }
      last = end;
    }
    pieces.add(piece.substring(start));
  }
}
