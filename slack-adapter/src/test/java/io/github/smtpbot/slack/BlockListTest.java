package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.model.block.DividerBlock;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message takes as many blocks and as much text as there is room for, to the last character. */
class BlockListTest {

  private static Sized block(int length) {
    return new Sized(DividerBlock.builder().build(), length);
  }

  @Test
  void blocksAreTakenUpToTheLastOneThatFits() {
    BlockList list = new BlockList(3, 100);
    list.add(List.of(block(1), block(1)));
    list.add(List.of(block(1)));
    assertEquals(3, list.toList().size());
    assertFalse(list.isIncomplete());
    list.add(List.of(block(0)));
    assertEquals(3, list.toList().size());
    assertTrue(list.isIncomplete());
  }

  @Test
  void textIsTakenUpToTheLastCharacterThatFits() {
    BlockList list = new BlockList(10, 100);
    list.add(List.of(block(60)));
    list.add(List.of(block(40)));
    assertEquals(2, list.toList().size());
    assertFalse(list.isIncomplete());
    list.add(List.of(block(1)));
    assertEquals(2, list.toList().size());
    assertTrue(list.isIncomplete());
  }

  @Test
  void aGroupIsTakenWholeOrNotAtAllAndNothingAfterIt() {
    BlockList list = new BlockList(10, 100);
    list.add(List.of(block(60), block(41)));
    list.add(List.of(block(1)));
    assertTrue(list.toList().isEmpty());
  }

  @Test
  void whatIsReservedHasItsRoom() {
    List<Sized> tail = List.of(block(30), block(30));
    BlockList list = new BlockList(3, 100);
    list.reserve(tail);
    list.add(List.of(block(40)));
    list.add(List.of(block(0)));
    list.addReserved(tail);
    assertEquals(3, list.toList().size());

    BlockList full = new BlockList(10, 100);
    full.reserve(tail);
    full.add(List.of(block(41)));
    assertTrue(full.isIncomplete());
  }

  @Test
  void aBlockThatWasShortenedLeavesItIncomplete() {
    BlockList list = new BlockList(1, 1);
    list.markShortened();
    assertTrue(list.isIncomplete());
  }
}
