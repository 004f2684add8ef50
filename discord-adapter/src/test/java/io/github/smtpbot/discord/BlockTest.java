package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.discord.Block.Fitted;
import io.github.smtpbot.discord.Block.Line;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A block takes the room that it is given, to the last character, and says what is left out. */
class BlockTest {

  private static final Line HEADING = new Line("**h**", "", true);

  private static Block prose(String... texts) {
    return Block.prose(Arrays.stream(texts).map(text -> new Line("", text)).toList());
  }

  private static Block code(String... lines) {
    return new Block(List.of(), List.of(lines));
  }

  private static void assertFits(Block block, String markdown) {
    assertEquals(markdown.length(), block.length());
    assertEquals(new Fitted(markdown, true), block.fit(markdown.length()));
  }

  private static void assertCut(Block block, int max, String markdown) {
    assertEquals(new Fitted(markdown, false), block.fit(max));
  }

  @Test
  void linesAreTakenUpToTheLastThatFits() {
    assertFits(prose("aaaa", "bbbb"), "aaaa\nbbbb");
    assertCut(prose("aaaa", "bbbb"), 8, "aaaa");
    assertCut(prose("aaaa", "bbbb"), 5, "aaaa");
    assertCut(prose("aaaa", "bbbb"), 3, "");
    assertFits(Block.prose(List.of(new Line("- ", "aaaa"))), "- aaaa");
    assertCut(Block.prose(List.of(new Line("- ", "aaaa"))), 2, "");
    assertCut(Block.prose(List.of(new Line("- ", ""))), 2, "");
  }

  @Test
  void aLineIsCutOnlyIfEnoughOfItIsLeft() {
    String line = "a".repeat(40);
    assertCut(prose(line, "b"), 24, "a".repeat(23) + "…");
    assertCut(prose(line, "b"), 23, "");
  }

  @Test
  void aHeadingDoesNotStandAlone() {
    assertFits(Block.prose(List.of(HEADING, new Line("", "bbbb"))), "**h**\nbbbb");
    assertCut(Block.prose(List.of(HEADING, new Line("", "bbbb"))), 9, "");
    assertCut(
        Block.prose(List.of(new Line("", "a"), HEADING, HEADING, new Line("", "bbbb"))), 17, "a");
    assertFits(new Block(List.of(HEADING), List.of("c")), "**h**\n```\nc\n```");
    assertCut(new Block(List.of(HEADING), List.of("c")), 14, "");
  }

  @Test
  void aCodeBlockIsClosedWhereverItIsCut() {
    assertFits(code("aa", "bb"), "```\naa\nbb\n```");
    assertCut(code("aa", "bb"), 12, "```\naa\n```");
    assertCut(code("aa", "bb"), 9, "");
    assertFits(code("a`b"), "```\na\u02cbb\n```");
    String line = "a".repeat(40);
    assertCut(code(line), 32, "```\n" + "a".repeat(23) + "…\n```");
    assertCut(code(line), 31, "");
  }

  @Test
  void codeComesAfterTheLinesIfThereIsRoom() {
    Block both = new Block(List.of(new Line("", "a")), List.of("bb"));
    assertFits(both, "a\n```\nbb\n```");
    assertCut(both, 11, "a");
    Block cut = new Block(List.of(new Line("", "a".repeat(40))), List.of("b"));
    assertCut(cut, 39, "a".repeat(38) + "…");
  }

  @Test
  void whatShowsNothingIsNothing() {
    assertCut(code("  ", ""), 100, "");
    assertEquals(new Fitted("", true), prose("", "").fit(100));
    assertEquals(new Fitted("", true), Block.prose(List.of()).fit(0));
  }
}
