package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.diagnosis.syntax.Blanked;
import io.github.smtpbot.diagnosis.syntax.CodeReader;

/**
 * Blanks the words of a text that are names of other things: addresses of pages, {@code
 * https://host/page}, and versions of packages, {@code name@1.2}. Linear in the text.
 */
final class Names {

  private static final String ENDS = " \n\t\"'<>()[]{},;";

  private Names() {}

  /** The text with spaces for such names. */
  static String blanked(String text) {
    if (text.indexOf("://") < 0 && text.indexOf('@') < 0) {
      return text;
    }
    return Blanked.words(text, ENDS, (all, word, at) -> isOfName(all, at));
  }

  /** Whether the signs of an address of the web, or of a package's version, stand here. */
  private static boolean isOfName(String text, int at) {
    boolean version =
        text.charAt(at) == '@' && at + 1 < text.length() && CodeReader.isDigit(text.charAt(at + 1));
    return version || Blanked.isLink(text, at);
  }
}
