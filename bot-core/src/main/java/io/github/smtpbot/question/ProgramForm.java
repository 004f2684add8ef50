package io.github.smtpbot.question;

import io.github.smtpbot.catalog.AddressFlags;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Locale;

/**
 * Tells by its form what a program wrote and nobody types: a line of Exim, JSON, the address of a
 * host in brackets, the name of an error with what it says. Linear in the text. Immutable; safe for
 * use by many threads.
 */
final class ProgramForm {

  private final ReadingCues cues;
  private final AddressFlags flags;

  ProgramForm(ReadingCues cues) {
    this.cues = cues;
    this.flags = new AddressFlags(cues);
  }

  /** Whether a text has such a form, whatever its words are. */
  boolean isShape(String clean) {
    // Exim says what became of an address: ** joe@example.com R=…
    return flags.at(clean, 0) != null || isJson(clean) || hasHost(clean) || namesError(clean);
  }

  /** Whether a text holds what only logs, headers, exceptions and replies hold. */
  boolean hasSign(String clean) {
    return cues.isIn(ReadingCue.PASTED_SIGNS, clean.toLowerCase(Locale.ROOT));
  }

  private static boolean isJson(String clean) {
    return (clean.startsWith("{") || clean.startsWith("["))
        && (clean.contains("\":") || clean.contains("\" :"));
  }

  /** {@code mx.example.com[192.0.2.1]}, as logs name a host. */
  private static boolean hasHost(String clean) {
    for (int open = clean.indexOf('[', 1); open > 0; open = clean.indexOf('[', open + 1)) {
      int end = open + 1;
      int dots = 0;
      while (end < clean.length()
          && (Character.isDigit(clean.charAt(end)) || clean.charAt(end) == '.')) {
        dots += clean.charAt(end) == '.' ? 1 : 0;
        end++;
      }
      boolean name = Character.isLetterOrDigit(clean.charAt(open - 1));
      if (name && dots == 3 && end < clean.length() && clean.charAt(end) == ']') {
        return true;
      }
    }
    return false;
  }

  /** {@code smtplib.SMTPDataError: …}, {@code Net::OpenTimeout (…)}: a name, and what it says. */
  private boolean namesError(String clean) {
    for (String end : cues.list(ReadingCue.PASTED_NAMES)) {
      for (int at = clean.indexOf(end); at > 0; at = clean.indexOf(end, at + 1)) {
        int after = at + end.length();
        boolean glued = Character.isLetterOrDigit(clean.charAt(at - 1));
        boolean says =
            clean.startsWith(": ", after)
                || clean.startsWith(" (", after)
                || clean.startsWith(" with ", after);
        if (glued && says) {
          return true;
        }
      }
    }
    return false;
  }
}
