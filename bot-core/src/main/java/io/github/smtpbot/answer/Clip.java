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

  /**
   * The same, but where its beginning does not hold the words that matter, they stand after it, and
   * of the beginning only its codes: {@code 550 5.7.26 … domain's DMARC policy}.
   *
   * @param words those that matter; where the text does not have them, its beginning is told
   */
  static String keeping(String words, String text, int limit) {
    String beginning = to(text, limit);
    int at = within(words, text);
    int end = at + words.length();
    if (at == 0 || end < beginning.length() || beginning.length() == text.length()) {
      return beginning;
    }
    int codes = endOfCodes(text);
    String lead = text.substring(0, codes) + (codes == 0 ? "" : " ") + ELLIPSIS + " ";
    int room = limit - lead.length();
    if (end - at + ELLIPSIS.length() > room) {
      return beginning;
    }
    int from = text.lastIndexOf(' ', at) + 1;
    for (int word = from;
        word > codes && end - word < room;
        word = text.lastIndexOf(' ', word - 2) + 1) {
      from = word;
    }
    return lead + to(text.substring(from), room);
  }

  /** Where words begin after the beginning of a text; 0 if they do not. */
  private static int within(String words, String text) {
    for (int at = 1; !words.isEmpty() && at < text.length(); at++) {
      if (text.regionMatches(true, at, words, 0, words.length())) {
        return at;
      }
    }
    return 0;
  }

  /** Where the words end that begin with a digit, of which a reply has one or two. */
  private static int endOfCodes(String text) {
    int end = 0;
    for (int word = 0; word < 2; word++) {
      int start = end == 0 ? 0 : end + 1;
      int space = text.indexOf(' ', start);
      if (space < 0 || !Character.isDigit(text.charAt(start))) {
        break;
      }
      end = space;
    }
    return end;
  }

  private static int wholeCharacters(String text, int room) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    // A character is never longer than this; the iterator need not see more of the text.
    characters.setText(text.substring(0, Math.min(text.length(), room + 40)));
    return characters.isBoundary(room) ? room : Math.max(0, characters.preceding(room));
  }
}
