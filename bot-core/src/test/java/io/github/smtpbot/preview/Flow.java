package io.github.smtpbot.preview;

import java.util.ArrayList;
import java.util.List;

/** Runs of text one after the other, to count the lines that they take. */
public final class Flow {

  private final List<Double> widths = new ArrayList<>();
  private final List<Integer> characters = new ArrayList<>();

  /** Appends some text. */
  public Flow add(String text, Typeface face) {
    text.codePoints()
        .forEach(
            c -> {
              characters.add(c);
              widths.add(face.width(c));
            });
    return this;
  }

  /**
   * How many lines it takes. A browser breaks at spaces, and Thai between words, which are not told
   * apart here: it is broken wherever a line ends.
   *
   * @param room how wide a line is, in pixels
   */
  public int lines(double room) {
    int lines = 1;
    double used = 0;
    int at = 0;
    while (at < characters.size()) {
      int c = characters.get(at);
      if (c == '\n') {
        lines++;
        used = 0;
        at++;
        continue;
      }
      int end = endOfWord(at);
      double word = sum(at, end);
      if (used + word <= room) {
        used += word;
      } else if (c == ' ') {
        used = room;
      } else if (word > room) {
        double rest = word - Math.max(0, room - used);
        lines += (int) Math.ceil(rest / room);
        used = rest % room;
      } else {
        lines++;
        used = word;
      }
      at = end;
    }
    return lines;
  }

  /** The width of all on one line, in pixels. */
  public double width() {
    return sum(0, widths.size());
  }

  /** The width of the longest word, in pixels. */
  public double longestWord() {
    double longest = 0;
    for (int at = 0; at < characters.size(); at = endOfWord(at)) {
      longest = Math.max(longest, sum(at, endOfWord(at)));
    }
    return longest;
  }

  private int endOfWord(int start) {
    int end = start + 1;
    while (end < characters.size()
        && !isBreak(characters.get(start))
        && !isBreak(characters.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBreak(int c) {
    return c == ' ' || c == '\n' || Typeface.isThai(c);
  }

  private double sum(int from, int to) {
    return widths.subList(from, to).stream().mapToDouble(Double::doubleValue).sum();
  }
}
