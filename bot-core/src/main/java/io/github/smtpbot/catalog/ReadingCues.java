package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every list of cues. Immutable; safe for use by many threads. */
public final class ReadingCues {

  private final Map<ReadingCue, List<String>> lists = new EnumMap<>(ReadingCue.class);

  /**
   * Reads the lists.
   *
   * @throws MalformedCatalogException if one is missing or unknown, or says the same twice
   */
  ReadingCues(Node.Mapping file) {
    Facts.byLabel(ReadingCue.class, file, (cue, node) -> lists.put(cue, read(node)));
  }

  private static List<String> read(Node node) {
    Set<String> seen = new HashSet<>();
    List<String> texts = new ArrayList<>();
    for (Node item : node.asList()) {
      String text = item.asText();
      if (!seen.add(text)) {
        throw new MalformedCatalogException(item.place(), "this stands here twice: " + text);
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  /** The texts of a list, in the order they are written. */
  public List<String> list(ReadingCue cue) {
    return Objects.requireNonNull(lists.get(cue));
  }

  /** The texts of a list, to be asked whether one is among them. */
  public Set<String> set(ReadingCue cue) {
    return Set.copyOf(list(cue));
  }

  /**
   * Whether any text of a list stands anywhere in another. Case counts; a number is not found
   * within a longer one.
   */
  public boolean isIn(ReadingCue cue, String text) {
    for (String known : list(cue)) {
      int at = text.indexOf(known);
      while (at >= 0 && isCutNumber(known, text, at + known.length())) {
        at = text.indexOf(known, at + 1);
      }
      if (at >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the last text of a list ends that stands in another; -1 if none does. Case counts. */
  public int endOfLast(ReadingCue cue, String text) {
    int last = -1;
    for (String known : list(cue)) {
      int at = text.lastIndexOf(known);
      last = at < 0 ? last : Math.max(last, at + known.length());
    }
    return last;
  }

  private static boolean isCutNumber(String known, String text, int end) {
    return end < text.length()
        && Character.isDigit(known.charAt(known.length() - 1))
        && Character.isDigit(text.charAt(end));
  }

  /** Whether any text of a list stands at a place of another. Case counts. */
  public boolean isAt(ReadingCue cue, String text, int at) {
    for (String known : list(cue)) {
      if (text.startsWith(known, at)) {
        return true;
      }
    }
    return false;
  }
}
