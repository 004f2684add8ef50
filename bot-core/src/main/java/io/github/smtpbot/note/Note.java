package io.github.smtpbot.note;

import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Visible;
import java.time.Instant;

/**
 * What somebody wrote for their team.
 *
 * @param number by which it is removed; 0 for one that stands in a file
 * @param text one line, at most {@value #MAX_TEXT} characters; hostile, to be shown inert
 * @param author who wrote it, as the team knows them; the same holds of it
 * @param written when
 */
public record Note(int number, NoteSubject subject, String text, String author, Instant written) {

  /** In characters. */
  public static final int MAX_TEXT = 300;

  private static final int MAX_AUTHOR = 40;

  /** A note on one line, of what is seen. */
  public Note {
    text = Clip.to(line(text), MAX_TEXT);
    author = Clip.to(line(author), MAX_AUTHOR);
  }

  /** Whether it is more than a note may have. */
  public static boolean isTooLong(String text) {
    return line(text).length() > MAX_TEXT;
  }

  /** What is seen of a text, on one line. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int c : text.codePoints().toArray()) {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !line.isEmpty();
      } else if (Visible.is(c)) {
        line.append(space ? " " : "").appendCodePoint(c);
        space = false;
      }
    }
    return line.toString();
  }

  /** As it is kept: a line for each of its parts. */
  String toEntry() {
    return String.join("\n", subject.text(), author, String.valueOf(written.toEpochMilli()), text);
  }
}
