package io.github.smtpbot.catalog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The texts of one list, arranged by their first characters, so that one walk through another text
 * finds all of them, however many there are. Case counts. Immutable; safe for use by many threads.
 */
final class CueIndex {

  /** So many first characters tell most texts apart. */
  private static final int KEY_LENGTH = 3;

  /** How many slots there are for each text, so that most places of a text meet an empty one. */
  private static final int SLOTS_FOR_EACH = 16;

  private static final Cue[] NOTHING = {};

  private final List<String> texts;

  /** How many characters a key has: fewer where a text of the list is shorter. */
  private final int keyLength;

  private final int keyMask;

  private final Cue[][] slots;
  private final int shift;

  /** A text, and its place in the list. */
  private record Cue(String text, int place) {}

  CueIndex(List<String> texts) {
    this.texts = List.copyOf(texts);
    this.keyLength =
        Math.min(KEY_LENGTH, texts.stream().mapToInt(String::length).min().orElse(KEY_LENGTH));
    this.keyMask = (1 << (8 * keyLength)) - 1;
    int bits =
        Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, texts.size()) * SLOTS_FOR_EACH - 1);
    this.shift = Integer.SIZE - bits;
    this.slots = new Cue[1 << bits][];
    Arrays.fill(slots, NOTHING);
    for (int place = 0; place < texts.size(); place++) {
      int slot = slot(key(texts.get(place), 0));
      Cue[] more = Arrays.copyOf(slots[slot], slots[slot].length + 1);
      more[more.length - 1] = new Cue(texts.get(place), place);
      slots[slot] = more;
    }
  }

  List<String> texts() {
    return texts;
  }

  /** Whether any of the texts stands in another; a number is not found within a longer one. */
  boolean isIn(String text) {
    int key = 0;
    for (int end = 0; end < text.length(); end++) {
      key = next(key, text.charAt(end));
      for (Cue cue : slots[slot(key)]) {
        int at = end + 1 - keyLength;
        if (text.startsWith(cue.text, at) && !isCutNumber(text, at + cue.text.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tells each place in the list whose text stands in another, wherever {@link #isIn} finds it. */
  void places(String text, IntConsumer found) {
    int key = 0;
    for (int end = 0; end < text.length(); end++) {
      key = next(key, text.charAt(end));
      for (Cue cue : slots[slot(key)]) {
        int at = end + 1 - keyLength;
        if (text.startsWith(cue.text, at) && !isCutNumber(text, at + cue.text.length())) {
          found.accept(cue.place);
        }
      }
    }
  }

  /** Those of the texts that stand in another, in the order of the list. */
  List<String> in(String text) {
    BitSet places = null;
    int key = 0;
    for (int end = 0; end < text.length(); end++) {
      key = next(key, text.charAt(end));
      for (Cue cue : slots[slot(key)]) {
        if (text.startsWith(cue.text, end + 1 - keyLength)) {
          places = places == null ? new BitSet(texts.size()) : places;
          places.set(cue.place);
        }
      }
    }
    return places == null ? List.of() : places.stream().mapToObj(texts::get).toList();
  }

  /** Where the first of the texts begins that stands in another; -1 if none does. */
  int startOfFirst(String text) {
    int key = 0;
    for (int end = 0; end < text.length(); end++) {
      key = next(key, text.charAt(end));
      for (Cue cue : slots[slot(key)]) {
        if (text.startsWith(cue.text, end + 1 - keyLength)) {
          return end + 1 - keyLength;
        }
      }
    }
    return -1;
  }

  /** Where the last of the texts ends that stands in another; -1 if none does. */
  int endOfLast(String text) {
    int last = -1;
    int key = 0;
    for (int end = 0; end < text.length(); end++) {
      key = next(key, text.charAt(end));
      for (Cue cue : slots[slot(key)]) {
        int at = end + 1 - keyLength;
        if (text.startsWith(cue.text, at)) {
          last = Math.max(last, at + cue.text.length());
        }
      }
    }
    return last;
  }

  /** Whether any of the texts stands at a place of another. */
  boolean isAt(String text, int at) {
    if (at + keyLength > text.length()) {
      return false;
    }
    for (Cue cue : slots[slot(key(text, at))]) {
      if (text.startsWith(cue.text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCutNumber(String text, int end) {
    return end < text.length()
        && Character.isDigit(text.charAt(end - 1))
        && Character.isDigit(text.charAt(end));
  }

  private int key(String text, int at) {
    int key = 0;
    for (int i = at; i < at + keyLength; i++) {
      key = next(key, text.charAt(i));
    }
    return key;
  }

  /** The key a character further: the first falls out of it. */
  private int next(int key, char added) {
    return ((key << 8) ^ added) & keyMask;
  }

  private int slot(int key) {
    return (key * 0x9E3779B1) >>> shift;
  }
}
