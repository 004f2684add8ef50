package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Several lists of cues that are asked for together: one walk through a text tells which of them
 * are in it. Case counts. Immutable; safe for use by many threads.
 */
public final class CueGroup {

  private final CueIndex index;

  /** The list that each text of the index is of. */
  private final List<ReadingCue> lists;

  CueGroup(ReadingCues cues, List<ReadingCue> together) {
    List<String> texts = new ArrayList<>();
    List<ReadingCue> of = new ArrayList<>();
    for (ReadingCue cue : together) {
      for (String text : cues.list(cue)) {
        texts.add(text);
        of.add(cue);
      }
    }
    this.index = new CueIndex(texts);
    this.lists = List.copyOf(of);
  }

  /** The lists of which any text stands in another, as {@link ReadingCues#isIn} tells it. */
  public Set<ReadingCue> in(String text) {
    Set<ReadingCue> found = EnumSet.noneOf(ReadingCue.class);
    index.places(text, place -> found.add(lists.get(place)));
    return found;
  }
}
