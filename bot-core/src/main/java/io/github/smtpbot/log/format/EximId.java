package io.github.smtpbot.log.format;

/**
 * Exim's message ids: {@code 1abcDE-0001Ab-C2} until 4.96, {@code 1abcDE-00000001AbC-DeF2} since.
 */
final class EximId {

  private EximId() {}

  /** Where an id that begins there ends, with a space behind it; negative if there is none. */
  static int end(String text, int at) {
    int second = part(text, at, 6, '-');
    if (second < 0) {
      return -1;
    }
    int third = part(text, second, 6, '-');
    if (third > 0) {
      int end = part(text, third, 2, ' ');
      return end < 0 ? -1 : end - 1;
    }
    third = part(text, second, 11, '-');
    int end = third < 0 ? -1 : part(text, third, 4, ' ');
    return end < 0 ? -1 : end - 1;
  }

  private static int part(String text, int at, int length, char after) {
    if (at + length >= text.length() || text.charAt(at + length) != after) {
      return -1;
    }
    for (int i = at; i < at + length; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) {
        return -1;
      }
    }
    return at + length + 1;
  }
}
