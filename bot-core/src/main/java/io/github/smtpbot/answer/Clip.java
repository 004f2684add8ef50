package io.github.smtpbot.answer;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortens text where a reader would, never within a character that is made of several. */
public final class Clip {

  private static final String ELLIPSIS = "…";

  private Clip() {}

  /**
   * The text, or as much of it as fits with an ellipsis at its end: up to a space if there is one
   * not far back, else up to the last whole character.
   *
   * @param text any text
   * @param limit in UTF-16 units, at least 1; the result is not longer
   */
  public static String to(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int room = limit - ELLIPSIS.length();
    int space = text.lastIndexOf(' ', room);
    int end = space > room * 3 / 4 ? space : wholeCharacters(text, room);
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private static int wholeCharacters(String text, int room) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    // A character is never longer than this; the iterator need not see more of the text.
    characters.setText(text.substring(0, Math.min(text.length(), room + 40)));
    return characters.isBoundary(room) ? room : Math.max(0, characters.preceding(room));
  }
}
