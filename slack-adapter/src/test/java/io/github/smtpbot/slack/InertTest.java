package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InertTest {

  @Test
  void slacksControlCharactersAreEscaped() {
    assertEquals("&lt;!channel&gt; &amp;lt;", Inert.escaped("<!channel> &lt;", 100));
  }

  @Test
  void controlCharactersAndTurnsOfDirectionAreDropped() {
    assertEquals("abc\td\ne", Inert.plain("a\u0000b\u202ec\td\ne\u2069\r", 100));
  }

  @Test
  void whatIsTooLongIsCutAtAWord() {
    assertEquals("several words…", Inert.plain("several words in a row", 16));
  }

  @Test
  void whatIsTooLongOnceItIsEscapedIsCutNoShorterThanNeedsBe() {
    assertEquals("a &amp; b &amp;…", Inert.escaped("a & b & c & d", 20));
    assertEquals("a &amp; b &amp; c &amp; d", Inert.escaped("a & b & c & d", 25));
  }

  @Property(seed = "1982")
  void nothingIsLongerThanItMayBeAndNothingIsHalf(
      @ForAll String text, @ForAll @IntRange(min = 8, max = 200) int limit) {
    String plain = Inert.plain(text, limit);
    String escaped = Inert.escaped(text, limit);

    assertTrue(plain.length() <= limit);
    assertTrue(escaped.length() <= limit);
    assertFalse(escaped.contains("<") || escaped.contains(">"));
    assertTrue(escaped.replaceAll("&(amp|lt|gt);", "").indexOf('&') < 0, escaped);
    assertTrue(
        plain
            .codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*b*", "_i_", "~s~", "`c`", "<@U1>", "a & b", ":smile:", "#general"})
  void whatMrkdwnWouldFormatIsNotHarmless(String text) {
    assertFalse(Inert.isHarmless(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Permanent: no retry", "at 10:30", "กล่องจดหมายเต็ม", "RFC 5321 §4.2"})
  void ordinaryTextIsHarmless(String text) {
    assertTrue(Inert.isHarmless(text));
  }
}
