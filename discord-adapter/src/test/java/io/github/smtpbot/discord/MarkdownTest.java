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
  void whatOpensAListOrAHeadingIsEscapedAtTheStartOfALineOnly() {
    for (String sign : new String[] {"#", "-", "+", ">"}) {
      assertEquals("\\" + sign + " a " + sign, Markdown.escape(sign + " a " + sign));
    }
    assertEquals("09\\. a 1. b", Markdown.escape("09. a 1. b"));
    assertEquals("90\\)", Markdown.escape("90)"));
    assertEquals("1.5 1)", Markdown.escape("1.5 1)"));
    assertEquals(". a", Markdown.escape(". a"));
    assertEquals("/. a", Markdown.escape("/. a"));
    assertEquals("a1. b", Markdown.escape("a1. b"));
  }

  @Test
  void noMentionEmojiOrAddressOfAPageIsLeft() {
    assertEquals("@\u200beveryone @\u200bHERE", Markdown.escape("@everyone @HERE"));
    assertEquals("a@example.org @her", Markdown.escape("a@example.org @her"));
    assertEquals("\\<\u200b@1>", Markdown.escape("<@1>"));
    assertEquals("\\:skull: a: b", Markdown.escape(":skull: a: b"));
    assertEquals("https\\://a.b", Markdown.escape("https://a.b"));
  }

  @Test
  void spacesAndEndsOfLinesBecomeOneSpace() {
    assertEquals("a b c", Markdown.escape(" \n a \r\n\t b  c "));
    assertEquals("", Markdown.escape(" \n "));
  }

  @Test
  void nothingIsCutThatFits() {
    assertEquals("abcdefghij", Markdown.escape("abcdefghij", 10));
    assertEquals("a…", Markdown.escape("abc", 2));
    assertEquals("", Markdown.escape("abc", 1), "not even an ellipsis stands alone");
    assertEquals("", Markdown.escape("abc", 0));
    assertEquals("one two…", Markdown.escape("one two three", 8));
    assertEquals("one…", Markdown.escape("one twothree four", 9));
  }

  @Test
  void aCodeStandsOutUnlessItCouldEndTheMarkup() {
    assertEquals("`550 5.7.1`", Markdown.code("550 5.7.1"));
    assertEquals("`~`", Markdown.code("~"));
    assertEquals("a\\`b", Markdown.code("a`b"));
    assertEquals("a\\\\b", Markdown.code("a\\b"));
    assertEquals("ก", Markdown.code("ก"));
    assertEquals("a", Markdown.code("a\u007f"));
    assertEquals("", Markdown.code(" "));
  }

  @Test
  void whatShowsNothingIsNotBold() {
    assertEquals("**a\\***", Markdown.bold("a*"));
    assertEquals("", Markdown.bold(" \u202e"));
  }

  @Test
  void aTabStaysInACodeBlock() {
    assertEquals("a\tb", Markdown.inCodeBlock("a\tb"));
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

  @Property(seed = "1982")
  void aCutTextIsNeverLongerThanAskedFor(
      @ForAll String text, @ForAll @IntRange(max = 200) int max) {
    assertTrue(Markdown.escape(text, max).length() <= max);
  }

  @Property(seed = "1982")
  void aBlockIsNeverLongerThanAskedFor(
      @ForAll java.util.List<String> lines,
      @ForAll java.util.List<String> code,
      @ForAll @IntRange(max = 400) int max) {
    Block block = new Block(lines.stream().map(line -> new Block.Line("- ", line)).toList(), code);
    assertTrue(block.fit(max).markdown().length() <= max);
  }
}
