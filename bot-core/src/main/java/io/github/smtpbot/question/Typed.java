package io.github.smtpbot.question;

import io.github.smtpbot.catalog.QuotedLocalPart;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** What a person typed, cleaned of all that keyboards and chats add, and cut into words. */
final class Typed {

  /** A question is short; a longer text is diagnosed or searched for instead. */
  static final int MAX_LENGTH = 300;

  private static final String SEPARATORS = ",;/\\|&+→≠、，；／";
  private static final String DROPPED = " `\"()[]{}<>?!#*_=~“”‘’«»¿¡。？！「」『』";

  private static final List<String> SOURCES =
      List.of(".java", ".kt", ".scala", ".js", ".ts", ".go", ".rb", ".php", ".cpp");

  private Typed() {}

  /**
   * Brings full-width letters and the digits of any script to their plain form, and drops what
   * cannot be seen: control characters, zero-width spaces, right-to-left marks. Line breaks, tabs
   * and emoji become spaces.
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
      } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        clean.append(Character.digit(c, 10));
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
   * brackets, backticks and closing punctuation are dropped; scripts that put no spaces between
   * words are parted from others. A link is one word, and so is an address.
   */
  static List<String> words(String clean) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int linkEnd = 0;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (i >= linkEnd && clean.startsWith("://", i)) {
        int end = clean.indexOf(' ', i);
        linkEnd = end < 0 ? clean.length() : end;
      }
      if (i >= linkEnd && QuotedLocalPart.end(clean, i) > 0) {
        add(words, word);
        linkEnd = QuotedLocalPart.end(clean, i);
      }
      if (i < linkEnd) {
        // A quoted local part holds spaces, and stays one word.
        if (c != ' ') {
          word.append(c);
        }
        continue;
      }
      boolean separator = SEPARATORS.indexOf(c) >= 0;
      boolean dropped = !separator && isDropped(clean, i);
      if (separator || dropped || isNewWord(clean, i, word)) {
        add(words, word);
      }
      if (separator) {
        words.add(",");
      } else if (!dropped) {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  private static boolean isNewWord(String text, int i, StringBuilder word) {
    return !word.isEmpty()
        && isUnspaced(text.charAt(i)) != isUnspaced(text.charAt(i - 1))
        && !isInName(text, i);
  }

  /** Beside the dot or the at sign of an address, in any script, no new word begins. */
  private static boolean isInName(String text, int i) {
    return joins(text, i) || joins(text, i - 1);
  }

  private static boolean joins(String text, int i) {
    char c = text.charAt(i);
    return (c == '@' || c == '.')
        && i > 0
        && Character.isLetter(text.charAt(i - 1))
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1));
  }

  /** Whether a word is the address of a mailbox or of a host. */
  static boolean isName(String word) {
    return word.indexOf('@') > 0 || word.indexOf('.') > 0;
  }

  /** Whether a word tells what the name at its end is of: a package, a module, a host. */
  static boolean isQualified(String word) {
    return isName(word) || word.indexOf("::") > 0;
  }

  private static void add(List<String> words, StringBuilder word) {
    String text = word.toString();
    word.setLength(0);
    while (text.endsWith(".") || text.endsWith(":")) {
      text = text.substring(0, text.length() - 1);
    }
    if (!text.isEmpty()) {
      words.add(text);
    }
  }

  private static boolean isDropped(String text, int i) {
    char c = text.charAt(i);
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    char after = i + 1 >= text.length() ? ' ' : text.charAt(i + 1);
    boolean betweenLetters = Character.isLetter(before) && Character.isLetter(after);
    return switch (c) {
      // 550-5.7.1 is how a reply of many lines begins; "time-out" and "what's" are one word.
      case '-', '–', '—', '\'' -> !betweenLetters;
      // "code:550" are two words, 10:25 is one.
      case ':' -> Character.isLetter(before) && Character.isDigit(after) && !endsInSource(text, i);
      // The number of a provider's token, OFR_535, is no code.
      case '_' ->
          !(i > 0
              && i + 1 < text.length()
              && Character.isLetterOrDigit(text.charAt(i - 1))
              && Character.isDigit(text.charAt(i + 1)));
      default -> DROPPED.indexOf(c) >= 0;
    };
  }

  /**
   * Whether a file of source code ends here: what follows is its line. No country's domain ends so.
   */
  private static boolean endsInSource(String text, int end) {
    return SOURCES.stream().anyMatch(s -> text.startsWith(s, end - s.length()));
  }

  /** Emoji, their skin tones, and the selector that makes a character one. */
  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL
        || (c >= 0x1f3fb && c <= 0x1f3ff)
        || c == 0xfe0f;
  }

  /** Whether a character belongs to a script that puts no spaces between words. */
  static boolean isUnspaced(char c) {
    if (c < '\u0e00') {
      return false;
    }
    if (c <= '\u0e7f') {
      return true;
    }
    return Character.isIdeographic(c)
        || switch (Character.UnicodeScript.of(c)) {
          case HIRAGANA, KATAKANA, HAN, LAO, KHMER, MYANMAR -> true;
          default -> c == 'ー';
        };
  }
}
