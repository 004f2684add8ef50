package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Clip;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an answer on its way to a text display: it can be had whole, or cut to a number of
 * characters at the end of a line or a word, without breaking the markup.
 *
 * @param lines what is shown, each on a line of its own
 * @param code the lines of a code block that follows; empty for none
 */
record Block(List<Line> lines, List<String> code) {

  private static final String FENCE = "```\n";
  private static final String FENCE_END = "\n```";

  /** A line is cut only if that leaves at least this much of it. */
  private static final int WORTH_CUTTING = 24;

  /**
   * A line.
   *
   * @param before markup before the text
   * @param text plain text, escaped when it is written
   * @param leads whether the line is of no use without the next one
   */
  record Line(String before, String text, boolean leads) {
    Line(String before, String text) {
      this(before, text, false);
    }
  }

  /** What of a block fits. */
  record Fitted(String markdown, boolean whole) {}

  static Block prose(List<Line> lines) {
    return new Block(lines, List.of());
  }

  /** How many characters the whole block has. */
  int length() {
    return fit(Integer.MAX_VALUE).markdown().length();
  }

  /** As much of the block as fits into so many characters. */
  Fitted fit(int max) {
    List<String> out = new ArrayList<>();
    int left = max;
    int leading = 0;
    boolean whole = true;
    for (Line line : lines) {
      int newline = out.isEmpty() ? 0 : 1;
      int room = left - newline - line.before().length();
      String text = room <= 0 ? "" : Markdown.escape(line.text(), room);
      boolean fits = text.length() < room || text.equals(Markdown.escape(line.text()));
      if (room <= 0 || (!fits && text.length() < WORTH_CUTTING)) {
        whole = false;
        break;
      }
      out.add(line.before() + text);
      left = room - text.length();
      leading = line.leads() ? leading + 1 : 0;
      if (!fits) {
        whole = false;
        break;
      }
    }
    if (whole && !code.isEmpty()) {
      List<String> quoted = fitCode(left - (out.isEmpty() ? 0 : 1));
      whole = quoted.size() == code.size() && quoted.equals(inert(code));
      if (!quoted.isEmpty()) {
        out.add(FENCE + String.join("\n", quoted) + FENCE_END);
        leading = 0;
      }
    }
    List<String> kept = out.subList(0, out.size() - leading);
    String markdown = String.join("\n", kept);
    return new Fitted(markdown.isBlank() ? "" : markdown, whole);
  }

  private List<String> fitCode(int max) {
    List<String> fitted = new ArrayList<>();
    int left = max - FENCE.length() - FENCE_END.length();
    for (String line : inert(code)) {
      int room = left - (fitted.isEmpty() ? 0 : 1);
      if (line.length() > room) {
        if (room >= WORTH_CUTTING) {
          fitted.add(Clip.to(line, room));
        }
        break;
      }
      fitted.add(line);
      left = room - line.length();
    }
    // An empty code block would not be closed where we think.
    return fitted.stream().allMatch(String::isBlank) ? List.of() : fitted;
  }

  private static List<String> inert(List<String> lines) {
    return lines.stream().map(Markdown::inCodeBlock).toList();
  }
}
