package io.github.smtpbot.answer;

/** How much of a brief's screen is still free. */
final class Screen {

  private int lines = Brief.MAX_LINES;
  private int characters = Brief.MAX_CHARACTERS;

  /** Takes a paragraph if it fits; an empty one takes nothing. */
  boolean take(String text) {
    if (text.isEmpty()) {
      return true;
    }
    int needed = lines(text);
    if (needed > lines || text.length() + 1 > characters) {
      return false;
    }
    lines -= needed;
    characters -= text.length() + 1;
    return true;
  }

  /** Gives back what a paragraph took. */
  void free(String text) {
    if (!text.isEmpty()) {
      lines += lines(text);
      characters += text.length() + 1;
    }
  }

  int lines() {
    return lines;
  }

  /** How many lines a paragraph needs that is wrapped at spaces, and a longer word within. */
  static int lines(String text) {
    int lines = 1;
    int used = 0;
    for (int from = 0; from <= text.length(); ) {
      int to = text.indexOf(' ', from);
      to = to < 0 ? text.length() : to;
      int width = width(text, from, to);
      from = to + 1;
      int gap = used == 0 ? 0 : 1;
      if (used + gap + width <= Brief.COLUMNS) {
        used += gap + width;
      } else if (width > Brief.COLUMNS) {
        // Thai parts words by nothing: a run goes on where the line is, and is broken where it ends
        int rest = used + gap + width - Brief.COLUMNS;
        lines += (rest + Brief.COLUMNS - 1) / Brief.COLUMNS;
        used = (rest - 1) % Brief.COLUMNS + 1;
      } else {
        lines++;
        used = width;
      }
    }
    return lines;
  }

  /** In columns: Thai signs above and below a letter take none, an emoji takes two. */
  static int width(String text) {
    return width(text, 0, text.length());
  }

  private static int width(String text, int from, int to) {
    int width = 0;
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      width += c < 0x7f ? 1 : width(c);
      i += Character.charCount(c);
    }
    return width;
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.OTHER_SYMBOL -> 2;
      default -> Character.isIdeographic(c) ? 2 : 1;
    };
  }
}
