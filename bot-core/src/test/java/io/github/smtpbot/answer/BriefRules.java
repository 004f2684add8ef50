package io.github.smtpbot.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is demanded of every brief, counted by other means than in the program: it fits on a screen,
 * says nothing twice, and no sentence of it is cut.
 */
public final class BriefRules {

  private static final int COLUMNS = 40;
  private static final String DASH = " — ";

  private BriefRules() {}

  /** What is wrong with a brief; empty if nothing is. */
  public static List<String> broken(Brief brief) {
    List<String> broken = new ArrayList<>();
    String text = brief.text();
    int lines = text.lines().mapToInt(BriefRules::lines).sum();
    check(text.length() <= 700, text.length() + " characters", broken);
    check(lines <= 12, lines + " lines", broken);
    check(!brief.title().isEmpty(), "no title", broken);
    check(text.lines().noneMatch(String::isBlank), "an empty line", broken);
    check(brief.sources().size() <= 3, "many sources", broken);
    check(brief.quote().size() <= 2, "a long quotation", broken);
    check(text.lines().distinct().count() == text.lines().count(), "a line twice", broken);
    told(brief)
        .forEach(
            told -> {
              check(!told.endsWith("…"), "a sentence is cut", broken);
              check(!begins(told, name(brief)), "the title again", broken);
              check(
                  brief.verdict() == null || !told.contains(brief.verdict().text()),
                  "the verdict again",
                  broken);
            });
    return broken;
  }

  /** What the program says in sentences, as against what it quotes. */
  private static Stream<String> told(Brief brief) {
    return Stream.of(
            brief.notice(), brief.meaning(), brief.first() == null ? "" : brief.first().value())
        .filter(text -> !text.isEmpty());
  }

  /** Whether its first sentence is these words and no more. */
  private static boolean begins(String text, String words) {
    return text.equals(words) || text.equals(words + ".") || text.startsWith(words + ". ");
  }

  /** The title without the codes that it begins with. */
  private static String name(Brief brief) {
    int dash = brief.title().indexOf(DASH);
    return dash < 0 ? brief.title() : brief.title().substring(dash + DASH.length());
  }

  private static void check(boolean holds, String otherwise, List<String> broken) {
    if (!holds) {
      broken.add(otherwise);
    }
  }

  /** Wrapped at spaces, and within what is longer than a line. */
  static int lines(String paragraph) {
    int columns = 0;
    int lines = 1;
    for (String word : paragraph.split(" ", -1)) {
      int width =
          (int)
              word.codePoints()
                  .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                  .count();
      if (columns > 0 && columns + 1 + width > COLUMNS && width <= COLUMNS) {
        lines++;
        columns = width;
      } else {
        columns += (columns > 0 ? 1 : 0) + width;
        while (columns > COLUMNS) {
          lines++;
          columns -= COLUMNS;
        }
      }
    }
    return lines;
  }
}
