package io.github.smtpbot.answer;

/**
 * Tells the characters that a reader sees from those that act unseen: they steer a terminal, turn
 * the direction of what stands beside them, or hide.
 */
public final class Visible {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Visible() {}

  /**
   * Whether a character is seen. Spaces are; tabs and ends of lines, as controls, are not. Nor is
   * half of a pair of surrogates.
   */
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      // Joiners are part of words and of emoji; marks and overrides of direction are not.
      case Character.FORMAT -> codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
