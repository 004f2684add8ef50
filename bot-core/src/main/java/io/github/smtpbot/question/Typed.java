package io.github.smtpbot.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person typed, cleaned of all that keyboards and chats add, and cut into words. */
final class Typed {

  /** A question of codes is short; a longer text is searched or diagnosed instead. */
  static final int MAX_LENGTH = 300;

  private static final String SEPARATORS = ",;/|&+、，；／";

  private Typed() {}

  /**
   * Brings full-width digits and letters to their plain form, and drops what cannot be seen:
   * control characters, zero-width spaces, right-to-left marks. Line breaks and tabs become spaces.
   */
  static String clean(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder clean = new StringBuilder(plain.length());
    plain
        .codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
              } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString().strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a letter or a digit in it. */
  static boolean saysSomething(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * Cuts a cleaned text into words. Every separator becomes a word {@code ,} of its own; quotes,
   * brackets, backticks and closing punctuation are dropped; Thai, which does not put spaces
   * between words, is parted from codes.
   */
  static List<String> words(String clean) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      boolean separator = SEPARATORS.indexOf(c) >= 0;
      boolean newScript = !word.isEmpty() && isThai(c) != isThai(word.charAt(word.length() - 1));
      if (separator || newScript || isDropped(clean, i)) {
        add(words, word);
      }
      if (separator) {
        words.add(",");
      } else if (!isDropped(clean, i)) {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    String text = word.toString();
    word.setLength(0);
    while (text.endsWith(".") || text.endsWith(":")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty()) {
      return;
    }
    // 252vs501: people forget the spaces.
    String lower = text.toLowerCase(Locale.ROOT);
    int vs = lower.indexOf("vs");
    if (vs > 0 && Character.isDigit(text.charAt(vs - 1))) {
      words.add(text.substring(0, vs));
      words.add("vs");
      String rest = text.substring(vs + 2);
      if (!rest.isEmpty()) {
        words.add(rest);
      }
      return;
    }
    words.add(text);
  }

  private static boolean isDropped(String text, int i) {
    char c = text.charAt(i);
    if (c == '-' || c == '–' || c == '—') {
      // 550-5.7.1 is how a reply of many lines begins; a dash between words parts nothing.
      return i > 0 && Character.isDigit(text.charAt(i - 1));
    }
    return c == ' ' || "`'\"()[]{}<>?!#*_=~“”‘’«»。？！".indexOf(c) >= 0;
  }

  private static boolean isThai(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI;
  }
}
