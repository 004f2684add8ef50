package io.github.smtpbot.catalog;

/** What plain text is: no markup, no links, no emoji, no control characters. */
final class PlainText {

  private PlainText() {}

  static boolean is(String text) {
    boolean markup =
        text.contains("`")
            || text.contains("*")
            || text.contains("<")
            || text.contains("](")
            || text.contains("://")
            || text.contains("\\");
    return !markup && text.codePoints().allMatch(PlainText::isPlain);
  }

  private static boolean isPlain(int c) {
    // It is done: said in Slack of what was posted.
    if (c == '✓') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL, Character.CONTROL, Character.FORMAT, Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
