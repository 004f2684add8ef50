package io.github.smtpbot.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the blocks of a message as long as there is room for them. Not safe for use by many
 * threads.
 */
final class BlockList {

  /**
   * A block and how much text it holds.
   *
   * @param block the block
   * @param length in characters
   */
  record Sized(LayoutBlock block, int length) {}

  private final List<LayoutBlock> blocks = new ArrayList<>();
  private int blocksLeft;
  private int textLeft;
  private boolean cut;
  private boolean shortened;

  BlockList(int maxBlocks, int maxText) {
    blocksLeft = maxBlocks;
    textLeft = maxText;
  }

  /** Keeps room for what {@link #addReserved} will add at the end. */
  void reserve(List<Sized> tail) {
    blocksLeft -= tail.size();
    textLeft -= tail.stream().mapToInt(Sized::length).sum();
  }

  /** Adds these, or none of them: nobody is helped by a heading without what belongs to it. */
  void add(List<Sized> group) {
    int length = group.stream().mapToInt(Sized::length).sum();
    if (cut || group.size() > blocksLeft || length > textLeft) {
      cut = true;
      return;
    }
    blocksLeft -= group.size();
    textLeft -= length;
    group.forEach(sized -> blocks.add(sized.block()));
  }

  /** Adds what room was kept for. */
  void addReserved(List<Sized> tail) {
    tail.forEach(sized -> blocks.add(sized.block()));
  }

  /** Notes that a block does not hold all that it was to. */
  void markShortened() {
    shortened = true;
  }

  /** Whether something was left out. */
  boolean isIncomplete() {
    return cut || shortened;
  }

  List<LayoutBlock> toList() {
    return List.copyOf(blocks);
  }
}
