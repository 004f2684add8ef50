package io.github.smtpbot.diagnosis.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a text are, and which of them a vocabulary has. */
class WordSequenceTest {

  private static String words(String text) {
    WordSequence words = WordSequence.of(text);
    return IntStream.range(0, words.size()).mapToObj(words::word).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          User UNKNOWN             | user unknown
          a-z,A+Z:0/9              | a z a z 0 9
          doesn't 'quote'          | doesnt quote
          rock'n'roll don'         | rocknroll don
          5.7.1 x.y 1.x x.1 1.     | 5.7.1 x y 1 x x 1 1
          5'1                      | 5 1
          @[`{                     |
          ÄRGER über Σ             | ärger über σ
          กล่องเต็ม                | กล่องเต็ม
          満杯です                 | 満 杯 で す
          x満y                     | x 満 y
          """)
  void theWordsOfAText(String text, String words) {
    assertEquals(words == null ? "" : words, words(text));
  }

  @Test
  void eachWordKnowsItsPlaceAndAfterHowManySpacesItStands() {
    WordSequence words = WordSequence.of("ab c@d\ne");
    assertEquals(List.of(0, 3, 5, 7), IntStream.range(0, 4).map(words::start).boxed().toList());
    assertEquals(List.of(2, 4, 6, 8), IntStream.range(0, 4).map(words::end).boxed().toList());
    assertEquals(List.of(0, 1, 1, 2), IntStream.range(0, 4).map(words::chunk).boxed().toList());
  }

  @Test
  void aLongTextHasAllItsWords() {
    assertEquals(20_000, WordSequence.of("a ".repeat(20_000)).size());
    assertEquals("b", WordSequence.of("a ".repeat(5_000) + "b").word(5_000));
  }

  @Test
  void aVocabularyHasItsWordsInAnyCaseAndNoOthers() {
    Vocabulary vocabulary =
        Vocabulary.of(IntStream.range(0, 1_000).mapToObj(i -> "w" + i).toList());
    WordSequence words = WordSequence.of("W0 w999 w1000 w w99x w500");
    assertTrue(words.isIn(vocabulary, 0));
    assertTrue(words.isIn(vocabulary, 1));
    assertFalse(words.isIn(vocabulary, 2));
    assertFalse(words.isIn(vocabulary, 3));
    assertFalse(words.isIn(vocabulary, 4));
    assertTrue(words.isIn(vocabulary, 5));
    assertEquals(500, words.id(5, vocabulary));
  }

  @Test
  void aWordThatIsAddedAgainKeepsItsNumber() {
    Vocabulary vocabulary = new Vocabulary(2);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 50; i++) {
        assertEquals(i, vocabulary.add("word" + i));
      }
    }
  }

  /** Words may have the same hash: "Aa" and "BB" are the well known ones. */
  @Test
  void wordsOfOneHashAreToldApart() {
    Vocabulary vocabulary = Vocabulary.of(List.of("a\u00b9", "b\u009a"));
    assertFalse(WordSequence.of("bz").isIn(vocabulary, 0));
    Vocabulary some = Vocabulary.of(List.of("cq", "dr"));
    assertTrue(WordSequence.of("CQ").isIn(some, 0));
    assertFalse(WordSequence.of("d3").isIn(some, 0));
  }

  @Test
  void aScriptWithoutSpacesBeginsWithThai() {
    assertTrue(WordSequence.isUnspaced('ก'));
    assertTrue(WordSequence.isUnspaced('\u0e00'));
    assertFalse(WordSequence.isUnspaced('\u0dff'));
  }
}
