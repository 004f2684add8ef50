package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the line of a source file from a reply code, as programs print where they were: {@code
 * notify.go:449]}, {@code app.js:535:12}, {@code Smtp.php(324)}, {@code {cps.worker:531}}. Linear
 * in the line. Immutable; safe for use by many threads.
 */
final class SourcePosition {

  /** The name of a file is not longer. */
  private static final int LONGEST_NAME = 120;

  /** So many dots has the name of a host that ends as a file does: {@code mail.example.pl}. */
  private static final int DOTS_OF_HOST = 2;

  private final Set<String> endings;

  SourcePosition(ReadingCues cues) {
    this.endings = cues.set(ReadingCue.SOURCE_FILES);
  }

  /** Whether three digits are the line of a source file. */
  boolean isLine(String line, int at) {
    if (at < 3 || ":(".indexOf(line.charAt(at - 1)) < 0) {
      return false;
    }
    int end = at - 1;
    int from = end;
    int dots = 0;
    boolean path = false;
    while (from > 0 && end - from < LONGEST_NAME && isOfName(line.charAt(from - 1))) {
      from--;
      dots += line.charAt(from) == '.' ? 1 : 0;
      path |= line.charAt(from) == '/' || line.charAt(from) == '\\';
    }
    char next = at + 3 < line.length() ? line.charAt(at + 3) : ' ';
    if (next == '}' || next == ']') {
      // A logger in brackets, its module and line: no server speaks so.
      return line.charAt(end) == ':' && dots > 0;
    }
    int dot = line.lastIndexOf('.', end - 1);
    if (dot < from || !endings.contains(line.substring(dot, end).toLowerCase(Locale.ROOT))) {
      return false;
    }
    return path || dots < DOTS_OF_HOST || next != ' ';
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || "._-/\\".indexOf(c) >= 0;
  }
}
