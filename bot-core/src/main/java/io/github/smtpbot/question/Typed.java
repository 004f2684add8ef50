package io.github.smtpbot.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person typed, cleaned of all that keyboards and chats add, and cut into words. */
final class Typed {

  /** A question of codes is short; a longer text is searched or diagnosed instead. */
  static final int MAX_LENGTH = 300;

  private static final String SEPARATORS = ",;/\\|&+→≠、，；／";
  private static final String DROPPED = " `\"()[]{}<>?!#*_=~“”‘’«»¿¡。？！";

  /** Words that people write without a space beside a code: {@code 252vs501}, {@code smtp252}. */
  private static final Set<String> GLUED =
      Set.of("vs", "versus", "or", "and", "smtp", "code", "error");

  private Typed() {}

  /**
   * Brings full-width digits and letters to their plain form, and drops what cannot be seen:
   * control characters, zero-width spaces, right-to-left marks. Line breaks, tabs and emoji become
   * spaces.
   */
  static String clean(String text) {
    if (isAscii(text)) {
      return visible(text);
    }
    // Normalizing parts one Thai vowel in two; words are written with the whole one.
    return visible(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replace("\u0e4d\u0e32", "\u0e33")
            .replace('’', '\''));
  }

  private static String visible(String plain) {
    StringBuilder clean = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isEmoji(c)) {
        clean.append(' ');
      } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
        clean.appendCodePoint(c);
      }
    }
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
    if (!text.isEmpty()) {
      words.addAll(isThai(text.charAt(0)) ? ThaiWords.split(text) : unglued(text));
    }
  }

  /** The word, or its pieces if a word that joins or introduces codes is glued to one. */
  private static List<String> unglued(String word) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= word.length(); i++) {
      boolean end = i == word.length();
      if (end || isAsciiLetter(word.charAt(i)) != isAsciiLetter(word.charAt(i - 1))) {
        String piece = word.substring(start, i);
        boolean known =
            !isAsciiLetter(piece.charAt(0)) || GLUED.contains(piece.toLowerCase(Locale.ROOT));
        if (!known) {
          return List.of(word);
        }
        pieces.add(piece);
        start = i;
      }
    }
    return pieces;
  }

  private static boolean isDropped(String text, int i) {
    char c = text.charAt(i);
    boolean betweenLetters =
        i > 0
            && i + 1 < text.length()
            && Character.isLetter(text.charAt(i - 1))
            && Character.isLetter(text.charAt(i + 1));
    return switch (c) {
      // 550-5.7.1 is how a reply of many lines begins; "time-out" and "what's" are one word.
      case '-', '–', '—', '\'' -> !betweenLetters;
      default -> DROPPED.indexOf(c) >= 0;
    };
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Emoji, their skin tones, and the selector that makes a character one. */
  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL
        || (c >= 0x1f3fb && c <= 0x1f3ff)
        || c == 0xfe0f;
  }

  static boolean isThai(char c) {
    return c >= '\u0e00' && c <= '\u0e7f';
  }
}
