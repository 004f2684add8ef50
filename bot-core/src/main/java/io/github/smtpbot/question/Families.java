package io.github.smtpbot.question;

import java.util.List;
import java.util.Optional;

/**
 * Reads families as people write them: {@code 5xx}, {@code 5yz}, {@code 55x}, {@code x.7.x}, {@code
 * 4.7}.
 */
final class Families {

  /** All codes of failures, by what a sending server does with the message. */
  static final List<Family> OF_FAILURES =
      List.of(new Family.ReplyCodes(4), new Family.ReplyCodes(5));

  private Families() {}

  /** The family that a word in lower case names, if any. */
  static Optional<Family> parse(String word) {
    if (word.length() == 3 && isSmtpDigit(word.charAt(0))) {
      if (isWild(word.charAt(1)) && isWild(word.charAt(2))) {
        return Optional.of(new Family.ReplyCodes(word.charAt(0) - '0'));
      }
      if (word.charAt(1) >= '0' && word.charAt(1) <= '9' && isWild(word.charAt(2))) {
        return Optional.of(new Family.ReplyCodes(Integer.parseInt(word.substring(0, 2))));
      }
    }
    if (word.indexOf('.') < 0) {
      return Optional.empty();
    }
    String[] parts = word.split("\\.", -1);
    boolean wildDetail = parts.length == 2 || (parts.length == 3 && isWild(parts[2]));
    if (!wildDetail || parts[0].length() != 1) {
      return Optional.empty();
    }
    char first = parts[0].charAt(0);
    boolean knownClass = first == 'x' || first == '2' || first == '4' || first == '5';
    boolean anySubject = isWild(parts[1]);
    boolean oneSubject =
        parts[1].length() == 1 && parts[1].charAt(0) >= '0' && parts[1].charAt(0) <= '7';
    if (!knownClass || !(anySubject || oneSubject)) {
      return Optional.empty();
    }
    return Optional.of(
        new Family.EnhancedCodes(
            first == 'x' ? 0 : first - '0', anySubject ? -1 : parts[1].charAt(0) - '0'));
  }

  private static boolean isSmtpDigit(char c) {
    return c >= '2' && c <= '5';
  }

  private static boolean isWild(char c) {
    return c == 'x' || c == 'y' || c == 'z';
  }

  private static boolean isWild(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> isWild((char) c));
  }
}
