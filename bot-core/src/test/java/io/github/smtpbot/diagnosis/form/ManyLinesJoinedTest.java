package io.github.smtpbot.diagnosis.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reply of many lines is brought onto one, its codes said once (RFC 5321 section 4.2.1). */
class ManyLinesJoinedTest {

  private static String joined(String text) {
    return ManyLines.join(text.translateEscapes()).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      quoteCharacter = '~',
      textBlock =
          """
          550-a\\n550 b                                  \u00a6 550-a b
          550-a\\n550-b\\n550 c\\nd                      \u00a6 550-a b c\\nd
          550-5.1.1 a\\n550-5.1.1 b\\n550 5.1.1 c        \u00a6 550-5.1.1 a b c
          550-5.1.1 a\\n550 5.1.2 c                      \u00a6 550-5.1.1 a 5.1.2 c
          550-5.1.1a x\\n550 5.1.1a c                    \u00a6 550-5.1.1a x 5.1.1a c
          550-a\\n551 b                                  \u00a6 550-a\\n551 b
          550-a\\n550b                                   \u00a6 550-a\\n550b
          550-a\\n550                                    \u00a6 550-a
          550-a\\n550-                                   \u00a6 550-a
          550-\\n550 b                                   \u00a6 550- b
          550-a \\n550  b                                \u00a6 550-a b
          550-a\\n550 b\\n550 c                          \u00a6 550-a b\\n550 c
          550-a\\n550-b\\n552-c\\n552 d                  \u00a6 550-a b\\n552-c d
          > 550-a\\n> 550 b                              \u00a6 > 550-a b
          x: 550-a\\n550 b                               \u00a6 x: 550-a b
          x: 550-a\\nx: 550 b                            \u00a6 x: 550-a b
          x: 550-a\\ny: 550 b                            \u00a6 x: 550-a\\ny: 550 b
          10:00 550-a\\n10:01 550 b                      \u00a6 10:00 550-a b
          10:00 550-a\\n9:1 550 b                        \u00a6 10:00 550-a b
          10:00 550-a\\n10.01 550 b                      \u00a6 10:00 550-a\\n10.01 550 b
          10:00 550-a\\n10:x 550 b                       \u00a6 10:00 550-a\\n10:x 550 b
          x550-a\\n550 b                                 \u00a6 x550-a\\n550 b
          1550-a\\n550 b                                 \u00a6 1550-a\\n550 b
          650-a\\n650 b                                  \u00a6 650-a\\n650 b
          150-a\\n150 b                                  \u00a6 150-a\\n150 b
          250-a\\n250 b                                  \u00a6 250-a b
          5x0-a\\n5x0 b                                  \u00a6 5x0-a\\n5x0 b
          55x-a\\n55x b                                  \u00a6 55x-a\\n55x b
          (550-a\\n550 b)                                \u00a6 (550-a b)
          "550-a\\n550 b"                                \u00a6 "550-a b"
          smtp;550-a\\n  550 b                           \u00a6 smtp;550-a b
          a\\n550-b\\n\\t550 c\\nd                       \u00a6 a\\n550-b c\\nd
          550-a\\nx\\n550 b                              \u00a6 550-a\\nx\\n550 b
          550-a long line that some window has broken\\nhere\\n550 b \u00a6 550-a long line that some window has broken here b
          550-a long line that some window has broken\\n> here\\n> too\\n550 b \u00a6 550-a long line that some window has broken here too b
          550-a long line that some window has broken\\n\\n550 b \u00a6 550-a long line that some window has broken\\n\\n550 b
          550-a long line that some window has broken\\nand so on\\nmore\\nyet more\\nno end\\n550 b \u00a6 550-a long line that some window has broken\\nand so on\\nmore\\nyet more\\nno end\\n550 b
          550-a                                          \u00a6 550-a
          """)
  void itsLinesBecomeOne(String text, String joined) {
    assertEquals(joined.translateEscapes(), joined(text));
  }

  @Test
  void itIsToldWhichLinesAreSuch() {
    BitSet replies = ManyLines.join("a\n550-b\n550 c\nd\n552-e\n552 f").replies();
    assertEquals("{1, 3}", replies.toString());
    assertEquals("{}", ManyLines.join("550 a\n550 b").replies().toString());
  }

  @Test
  void noServerGoesOnForEver() {
    String many = "550-x\n".repeat(150);
    assertEquals(2, joined(many).lines().count());
    assertEquals(1, joined("550-x\n".repeat(99) + "550 y").lines().count());
  }

  @Test
  void aCodeFarIntoALineOpensNone() {
    String far = "x".repeat(290) + " ";
    assertEquals(far + "550-a b", joined(far + "550-a\n550 b"));
    assertEquals(
        " ".repeat(10) + far + "550-a\n550 b", joined(" ".repeat(10) + far + "550-a\n550 b"));
  }
}
