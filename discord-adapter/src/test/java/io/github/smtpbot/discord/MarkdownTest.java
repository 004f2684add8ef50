package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void plainWordsAndCodesStayAsTheyAre() {
    assertEquals("5.7.1 — Delivery", Markdown.escape("5.7.1 — Delivery"));
    String text = "550 5.7.1 MAIL FROM: rejected (see RFC 5321), 10 % of a/b; it's \"final\"!";
    assertEquals(text, Markdown.escape(text));
  }

  @Test
  void markupIsEscaped() {
    assertEquals(
        "\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\|\\|s\\|\\|", Markdown.escape("**b** _i_ `c` ||s||"));
    assertEquals("\\# heading", Markdown.escape("# heading"));
    assertEquals("1\\. one", Markdown.escape("1. one"));
  }

  @Test
  void aTextIsCutAtAWord() {
    assertEquals("one two…", Markdown.escape("one two three", 10));
    assertEquals("abcdefghi…", Markdown.escape("abcdefghijklm", 10));
    String word = "a".repeat(20);
    assertEquals(word + "…", Markdown.escape(word + " bbbbbbbbbbbb", 26));
  }

  @Test
  void aWordThatBeginsFarBackIsCut() {
    String text = "ab " + "c".repeat(40);
    assertEquals("ab…", Markdown.escape(text, 26));
    assertEquals("ab " + "c".repeat(23) + "…", Markdown.escape(text, 27));
  }

  @Test
  void anEmojiIsNotCutInTwo() {
    assertEquals("🙂…", Markdown.escape("🙂🙂🙂", 4));
  }

  @Test
  void whatChangesDirectionsIsLeftOut() {
    assertEquals("abc", Markdown.escape("a\u202eb\u2066c"));
    assertEquals("abc", Markdown.inCodeBlock("a\u202eb\u0000c"));
  }

  @Test
  void aCodeBlockCannotBeLeft() {
    assertFalse(Markdown.inCodeBlock("``` @everyone ```").contains("`"));
    assertEquals("a `b`", Markdown.outOfCodeBlock(Markdown.inCodeBlock("a `b`")));
  }

  @Property
  void aCutTextIsNeverLongerThanAskedFor(
      @ForAll String text, @ForAll @IntRange(max = 200) int max) {
    assertTrue(Markdown.escape(text, max).length() <= max);
  }

  @Property
  void aBlockIsNeverLongerThanAskedFor(
      @ForAll java.util.List<String> lines,
      @ForAll java.util.List<String> code,
      @ForAll @IntRange(max = 400) int max) {
    Block block = new Block(lines.stream().map(line -> new Block.Line("- ", line)).toList(), code);
    assertTrue(block.fit(max).markdown().length() <= max);
  }
}
