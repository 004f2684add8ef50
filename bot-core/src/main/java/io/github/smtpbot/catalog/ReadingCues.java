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

  private final Map<ReadingCue, CueIndex> lists = new EnumMap<>(ReadingCue.class);

  /**
   * Reads the lists.
   *
   * @throws MalformedCatalogException if one is missing or unknown, or says the same twice
   */
  ReadingCues(Node.Mapping file) {
    Facts.byLabel(ReadingCue.class, file, (cue, node) -> lists.put(cue, read(node)));
  }

  private static CueIndex read(Node node) {
    Set<String> seen = new HashSet<>();
    List<String> texts = new ArrayList<>();
    for (Node item : node.asList()) {
      String text = item.asText();
      if (!seen.add(text)) {
        throw new MalformedCatalogException(item.place(), "this stands here twice: " + text);
      }
      texts.add(text);
    }
    return new CueIndex(texts);
  }

  private CueIndex index(ReadingCue cue) {
    return Objects.requireNonNull(lists.get(cue));
  }

  /** The texts of a list, in the order they are written. */
  public List<String> list(ReadingCue cue) {
    return index(cue).texts();
  }

  /** The texts of a list, to be asked whether one is among them. */
  public Set<String> set(ReadingCue cue) {
    return Set.copyOf(list(cue));
  }

  /**
   * Whether any text of a list stands anywhere in another. Case counts; a number is not found
   * within a longer one, nor in the time of day.
   */
  public boolean isIn(ReadingCue cue, String text) {
    return index(cue).isIn(text);
  }

  /** Several lists that are asked for together. */
  public CueGroup together(ReadingCue... cues) {
    return new CueGroup(this, List.of(cues));
  }

  /** The texts of a list that stand in another, in the order they are written. Case counts. */
  public List<String> in(ReadingCue cue, String text) {
    return index(cue).in(text);
  }

  /** Where the first text of a list begins that stands in another; -1 if none does. Case counts. */
  public int startOfFirst(ReadingCue cue, String text) {
    return index(cue).startOfFirst(text);
  }

  /** Where the last text of a list ends that stands in another; -1 if none does. Case counts. */
  public int endOfLast(ReadingCue cue, String text) {
    return index(cue).endOfLast(text);
  }

  /** Whether any text of a list stands at a place of another. Case counts. */
  public boolean isAt(ReadingCue cue, String text, int at) {
    return index(cue).isAt(text, at);
  }
}
