package io.github.smtpbot.catalog;

/** Finds sentences in catalog prose. */
final class Sentences {

  private Sentences() {}

  /**
   * The first sentence: up to a full stop and a space. Thai, which has no full stop, parts
   * sentences by a space, which parts clauses too; there the whole text is the sentence.
   */
  static String first(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '.' || c == '!' || c == '?') && text.charAt(i + 1) == ' ' && i > 20) {
        return text.substring(0, i + 1);
      }
    }
    return text;
  }
}
