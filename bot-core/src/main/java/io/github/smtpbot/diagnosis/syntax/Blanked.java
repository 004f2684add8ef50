package io.github.smtpbot.diagnosis.syntax;

/**
 * Blanks the words of a text that are names of other things, such as links, so that nothing is read
 * out of them. Each character is looked at once.
 */
public final class Blanked {

  /** What tells by a character of a word that all of the word is a name. */
  @FunctionalInterface
  public interface Sign {

    /** Whether it stands at this place of the word that begins at {@code word}. */
    boolean isAt(String text, int word, int at);
  }

  private Blanked() {}

  /**
   * The text with spaces for each word that has a sign.
   *
   * @param ends the characters between words
   */
  public static String words(String text, String ends, Sign sign) {
    StringBuilder out = new StringBuilder(text);
    int from = 0;
    while (from < text.length()) {
      int to = from;
      boolean name = false;
      while (to < text.length() && ends.indexOf(text.charAt(to)) < 0) {
        name = name || sign.isAt(text, from, to);
        to++;
      }
      for (int i = from; name && i < to; i++) {
        out.setCharAt(i, ' ');
      }
      from = to + 1;
    }
    return out.toString();
  }

  /** Whether the sign of an address of the web stands here. */
  public static boolean isLink(String text, int at) {
    return text.startsWith("://", at);
  }
}
