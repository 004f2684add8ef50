package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one list, arranged by their first characters, so that one walk through another text
 * finds all of them, however many there are. Case counts. Immutable; safe for use by many threads.
 */
final class CueIndex {

  /** So many characters tell most texts apart. */
  private static final int KEY_LENGTH = 3;

  /**
   * Only every second place of a text is looked at: each cue is known by the characters that it
   * begins with, and by those that begin one later, so that one of both is met.
   */
  private static final int STEP = 2;

  /** Minutes and seconds with their colon are as long as this, as is port 25 behind a host. */
  private static final int OF_CLOCK = 3;

  /** How many slots there are for each text, so that most places of a text meet an empty one. */
  private static final int SLOTS_FOR_EACH = 16;

  private static final Key[] NOTHING = {};

  private final List<String> texts;

  /** Those that are too short for two keys; each is looked for alone. */
  private final Cue[] shorter;

  /** The others, by the hash of each of their keys. */
  private final Key[][] slots;

  /** Which slots hold a text: small enough to stay at hand, it passes most places over. */
  private final boolean[] taken;

  private final int shift;

  /** A text, and its place in the list. */
  private record Cue(String text, int place, char last) {

    Cue(String text, int place) {
      this(text, place, text.charAt(text.length() - 1));
    }

    /** Whether it stands here; its last character tells most often that it does not. */
    boolean isAt(String other, int at) {
      int end = at + text.length();
      return end <= other.length() && other.charAt(end - 1) == last && other.startsWith(text, at);
    }

    /** Whether it ends in a number that goes on, or is a part of the time of day. */
    boolean isCutNumber(String other, int at) {
      int end = at + text.length();
      return Character.isDigit(last)
          && ((end < other.length() && Character.isDigit(other.charAt(end)))
              || (text.length() == OF_CLOCK && text.charAt(0) == ':' && isClock(other, at)));
    }

    /** Whether hours or minutes stand before a colon, {@code 20:27:25}, and no host. */
    private static boolean isClock(String other, int colon) {
      int from = colon - 2;
      if (from < 0 || !isDigit(other, from) || !isDigit(other, from + 1)) {
        return false;
      }
      char before = from == 0 ? ' ' : other.charAt(from - 1);
      boolean ofDate = (before == 'T' || before == 't') && from > 1 && isDigit(other, from - 2);
      return ofDate || (before != '.' && before != '-' && !Character.isLetterOrDigit(before));
    }

    private static boolean isDigit(String text, int at) {
      return Character.isDigit(text.charAt(at));
    }
  }

  /** The characters of a cue by which it is met, and how far from its beginning they stand. */
  private record Key(Cue cue, int offset) {}

  /** Is told of each place where a text was found. */
  private interface Finder {
    /** Returns whether that is enough. */
    boolean found(Cue cue, int at);
  }

  CueIndex(List<String> texts) {
    this.texts = List.copyOf(texts);
    int room = Math.max(2, STEP * texts.size()) * SLOTS_FOR_EACH;
    this.shift = Integer.numberOfLeadingZeros(room - 1);
    this.slots = new Key[1 << (Integer.SIZE - shift)][];
    Arrays.fill(slots, NOTHING);
    this.taken = new boolean[slots.length];
    List<Cue> few = new ArrayList<>(0);
    for (int place = 0; place < texts.size(); place++) {
      Cue cue = new Cue(texts.get(place), place);
      if (cue.text.length() < KEY_LENGTH + STEP - 1) {
        few.add(cue);
      } else {
        for (int offset = 0; offset < STEP; offset++) {
          put(new Key(cue, offset));
        }
      }
    }
    this.shorter = few.toArray(new Cue[0]);
  }

  private void put(Key key) {
    int slot = slot(key(key.cue.text, key.offset));
    Key[] more = Arrays.copyOf(slots[slot], slots[slot].length + 1);
    more[more.length - 1] = key;
    slots[slot] = more;
    taken[slot] = true;
  }

  List<String> texts() {
    return texts;
  }

  /**
   * Whether any of the texts stands in another; a number is not found within a longer one, nor in
   * the time of day.
   */
  boolean isIn(String text) {
    return walk(text, (cue, at) -> !cue.isCutNumber(text, at));
  }

  /** Tells each place in the list whose text stands in another, wherever {@link #isIn} finds it. */
  void places(String text, IntConsumer found) {
    walk(
        text,
        (cue, at) -> {
          if (!cue.isCutNumber(text, at)) {
            found.accept(cue.place);
          }
          return false;
        });
  }

  /** Those of the texts that stand in another, in the order of the list. */
  List<String> in(String text) {
    Places places = new Places();
    walk(text, places);
    BitSet found = places.found;
    if (found == null) {
      return List.of();
    }
    List<String> named = new ArrayList<>(found.cardinality());
    for (int place = found.nextSetBit(0); place >= 0; place = found.nextSetBit(place + 1)) {
      named.add(texts.get(place));
    }
    return named;
  }

  /** Where the first of the texts begins that stands in another; -1 if none does. */
  int startOfFirst(String text) {
    Outermost found = new Outermost();
    walk(text, found);
    return found.start;
  }

  /** Where the last of the texts ends that stands in another; -1 if none does. */
  int endOfLast(String text) {
    Outermost found = new Outermost();
    walk(text, found);
    return found.end;
  }

  /** Whether any of the texts stands at a place of another. */
  boolean isAt(String text, int at) {
    for (Cue cue : shorter) {
      if (cue.isAt(text, at)) {
        return true;
      }
    }
    if (at + KEY_LENGTH <= text.length()) {
      for (Key key : slots[slot(key(text, at))]) {
        if (key.offset == 0 && key.cue.isAt(text, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Finds every text at every place, until it is enough; returns whether it was. */
  private boolean walk(String text, Finder finder) {
    for (Cue cue : shorter) {
      for (int at = text.indexOf(cue.text); at >= 0; at = text.indexOf(cue.text, at + 1)) {
        if (finder.found(cue, at)) {
          return true;
        }
      }
    }
    int last = text.length() - KEY_LENGTH;
    for (int at = 0; at <= last; at += STEP) {
      int slot = slot(key(text, at));
      if (!taken[slot]) {
        continue;
      }
      for (Key key : slots[slot]) {
        int start = at - key.offset;
        if (start >= 0 && key.cue.isAt(text, start) && finder.found(key.cue, start)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int key(String text, int at) {
    return (text.charAt(at) << 16) ^ (text.charAt(at + 1) << 8) ^ text.charAt(at + 2);
  }

  private int slot(int key) {
    return (key * 0x9E3779B1) >>> shift;
  }

  /** Keeps which of the texts were found. */
  private static final class Places implements Finder {
    private @Nullable BitSet found;

    @Override
    public boolean found(Cue cue, int at) {
      BitSet places = found == null ? new BitSet() : found;
      places.set(cue.place);
      found = places;
      return false;
    }
  }

  /** Keeps where the first text begins and where the last ends. */
  private static final class Outermost implements Finder {
    private int start = -1;
    private int end = -1;

    @Override
    public boolean found(Cue cue, int at) {
      start = start < 0 ? at : Math.min(start, at);
      end = Math.max(end, at + cue.text.length());
      return false;
    }
  }
}
