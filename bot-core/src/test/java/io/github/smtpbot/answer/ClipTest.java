package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too long is cut where a reader would cut it. */
class ClipTest {

  @ParameterizedTest
  @CsvSource({
    "nine char, 9, nine char",
    "abcdefgh, 8, abcdefgh",
    "abcdefghi, 8, abcdefg…",
    "abcdefg hijk, 9, abcdefg…",
    "abcdef ghijk, 9, abcdef g…",
    "ab cdefghijk, 9, ab cdefg…",
    "abcdefghij klmnop, 13, abcdefghij…",
    "ab, 1, …"
  })
  void itIsCutAtASpaceThatIsNotFarBackElseAtACharacter(String text, int limit, String cut) {
    assertEquals(cut, Clip.to(text, limit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dmarc policy | 550 5.7.26 Unauthenticated email is not accepted due to its DMARC policy. | 40 | 550 5.7.26 … due to its DMARC policy.",
        "user unknown | 550 5.1.1 <s…@example.com>: user unknown in the table | 38 | 550 5.1.1 … user unknown in the table",
        "user unknown | 550 5.1.1 user unknown | 38 | 550 5.1.1 user unknown",
        "user | 550 user unknown in the local recipient table | 20 | 550 user unknown in…",
        "elsewhere | 550 user unknown in the local recipient table | 20 | 550 user unknown in…",
        "the local recipient table | 550 user unknown in the local recipient table | 20 | 550 user unknown in…",
        "no room | the host said that there is no room | 20 | … there is no room",
        "no room | 550 5.2.2 192.0.2.1 said that there is no room | 29 | 550 5.2.2 … there is no room",
        "is no | host says there is no.suchuser here | 24 | … says there is no.such…",
        "unknownmailbox | abcde unknownmailbox and more | 20 | … unknownmailbox…",
        "unknownmailbox | abcde unknownmailbox and more | 17 | … unknownmailbox…",
        "unknownmailbox | abcde unknownmailbox and more | 16 | abcde unknownma…",
        "eeee | aa bbbb cccc dddd eeee fffffffff | 16 | … dddd eeee fff…"
      })
  void theWordsThatMatterAreKept(String words, String text, int limit, String cut) {
    assertEquals(cut, Clip.keeping(words, text, limit));
  }

  @Test
  void aCharacterOfSeveralPartsStaysWhole() {
    assertEquals("abc…", Clip.to("abce\u0301\u0323fgh", 5));
    assertEquals("ab…", Clip.to("ab\ud83d\ude00cdef", 4));
    assertEquals("…", Clip.to("e" + "\u0301".repeat(50), 9));
  }
}
