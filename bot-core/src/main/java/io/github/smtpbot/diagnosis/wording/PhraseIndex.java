package io.github.smtpbot.diagnosis.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All phrases in one tree of words, so that the time to match a text depends on the text's length,
 * not on how many phrases there are. Immutable once built; safe for use by many threads.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

  /** A {@code *} stands for up to this many words between spaces. */
  private static final int WIDEST_GAP = 8;

  /** The same, counting the words within a long address or link. */
  private static final int WIDEST_GAP_IN_WORDS = 40;

  private final Vocabulary vocabulary = new Vocabulary(1 << 12);
  private final List<Node<T>> nodes = new ArrayList<>();
  private long[] keys = new long[1 << 13];
  private int[] targets = new int[1 << 13];
  private int edges;

  /** Where a phrase goes on that begins with the word of this number; 0 if none does. */
  private int[] beginnings = new int[1 << 10];

  public PhraseIndex() {
    Arrays.fill(keys, -1);
    nodes.add(new Node<>());
  }

  /**
   * A phrase that was found.
   *
   * @param value what the phrase stands for
   * @param text the text it was found in
   * @param start where it begins in the text
   * @param end where it ends, exclusive
   * @param words how many words the phrase has
   * @param span how many words of the text it takes up: more where it has a gap
   */
  public record Hit<T>(T value, String text, int start, int end, int words, int span) {

    /** Whether another phrase was found within this one, or is this one. */
    boolean holds(Hit<T> other) {
      return start <= other.start && other.end <= end;
    }

    /** The words of the text. */
    public String matched() {
      return text.substring(start, end);
    }
  }

  /** Adds a phrase; a lone {@code *} in it stands for up to eight words. */
  public void add(String phrase, T value) {
    int node = 0;
    int words = 0;
    boolean gap = false;
    for (String part : phrase.split("\\s+", -1)) {
      if (part.equals("*")) {
        gap = true;
        continue;
      }
      WordSequence sequence = WordSequence.of(part);
      for (int i = 0; i < sequence.size(); i++) {
        String word = sequence.word(i);
        if (gap && node != 0) {
          nodes.get(node).afterGap |= 1L << vocabulary.add(word);
          node = gapAfter(node);
        }
        node = step(node, word);
        gap = false;
        words++;
      }
    }
    if (node != 0) {
      nodes.get(node).values.add(value);
      nodes.get(node).depth = words;
    }
  }

  /** Every phrase in a text, in the order of where they begin. */
  public List<Hit<T>> find(String text) {
    List<Hit<T>> hits = new ArrayList<>();
    WordSequence words = WordSequence.of(text);
    int[] ids = new int[words.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = words.id(i, vocabulary);
    }
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] >= 0) {
        int node = ids[i] < beginnings.length ? beginnings[ids[i]] : 0;
        if (node > 0) {
          walk(node, i + 1, i, ids, words, hits);
        }
      }
    }
    return hits;
  }

  private void walk(int at, int next, int first, int[] ids, WordSequence words, List<Hit<T>> hits) {
    Node<T> node = nodes.get(at);
    if (node.depth > 0) {
      int start = words.start(first);
      int end = words.end(next - 1);
      for (T value : node.values) {
        hits.add(new Hit<>(value, words.text(), start, end, node.depth, next - first));
      }
    }
    if (next >= ids.length) {
      return;
    }
    int child = goesOn(node, ids[next]) ? target(at, ids[next]) : -1;
    if (child > 0) {
      walk(child, next + 1, first, ids, words, hits);
    }
    if (node.gap > 0) {
      int last = words.chunk(next - 1) + WIDEST_GAP + 1;
      int end = Math.min(ids.length, next + WIDEST_GAP_IN_WORDS);
      for (int i = next; i < end && words.chunk(i) <= last; i++) {
        int after = goesOnAfterGap(node, ids[i]) ? target(node.gap, ids[i]) : -1;
        if (after > 0) {
          walk(after, i + 1, first, ids, words, hits);
        }
      }
    }
  }

  /** Whether a word may follow; most words cannot, and need not be looked up. */
  private static <T> boolean goesOn(Node<T> node, int id) {
    return id >= 0 && (node.after & 1L << id) != 0;
  }

  /** Whether a word may follow the gap. */
  private static <T> boolean goesOnAfterGap(Node<T> node, int id) {
    return id >= 0 && (node.afterGap & 1L << id) != 0;
  }

  private int gapAfter(int node) {
    if (nodes.get(node).gap == 0) {
      nodes.get(node).gap = newNode();
    }
    return nodes.get(node).gap;
  }

  private int step(int node, String word) {
    int id = vocabulary.add(word);
    nodes.get(node).after |= 1L << id;
    int found = target(node, id);
    if (found > 0) {
      return found;
    }
    if (edges * 2 >= keys.length) {
      grow();
    }
    int made = newNode();
    if (node == 0) {
      if (id >= beginnings.length) {
        beginnings = Arrays.copyOf(beginnings, id * 2);
      }
      beginnings[id] = made;
    }
    int slot = slot((long) node << 32 | id);
    keys[slot] = (long) node << 32 | id;
    targets[slot] = made;
    edges++;
    return made;
  }

  private int newNode() {
    nodes.add(new Node<>());
    return nodes.size() - 1;
  }

  private int target(int node, int word) {
    int slot = slot((long) node << 32 | word);
    return keys[slot] < 0 ? -1 : targets[slot];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] >= 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  /** A place in the tree: what ends here, and where a gap goes on. */
  private static final class Node<T> {
    final List<T> values = new ArrayList<>(1);
    int gap;

    /** The words that follow: a bit for each, by the last six bits of its number. */
    long after;

    /** The words that follow the gap, likewise. */
    long afterGap;

    /** How many words the phrases have that end here; 0 if none does. */
    int depth;
  }
}
