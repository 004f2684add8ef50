package io.github.smtpbot.diagnosis.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases are found by their words, whatever stands between those and whatever their case. */
class PhraseIndexTest {

  private static PhraseIndex<String> index(String... phrases) {
    PhraseIndex<String> index = new PhraseIndex<>();
    for (String phrase : phrases) {
      index.add(phrase, phrase);
    }
    return index;
  }

  private static List<String> found(String text, String... phrases) {
    return index(phrases).find(text).stream().map(PhraseIndex.Hit::matched).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          user unknown    | 550 User UNKNOWN here             | User UNKNOWN
          user unknown    | user-unknown                      | user-unknown
          user unknown    | user: <unknown>                   | user: <unknown
          user unknown    | user is unknown                   |
          user unknown    | users unknown                     |
          user unknown    | user unknowns                     |
          user unknown    | user                              |
          doesn't exist   | it doesnt exist                   | doesnt exist
          doesnt exist    | it doesn't exist                  | doesn't exist
          the 'user'      | the user                          | the user
          5.1.1 no        | say 5.1.1 no                      | 5.1.1 no
          5.1.1 no        | say 5 1 1 no                      |
          boîte pleine    | BOÎTE PLEINE                      | BOÎTE PLEINE
          メール          | このメールは                      | メール
          user * unknown  | user joe unknown                  | user joe unknown
          user * unknown  | user unknown                      | user unknown
          user * unknown  | user a b c d e f g h unknown      | user a b c d e f g h unknown
          user * unknown  | user a b c d e f g h i unknown    |
          user * unknown  | user a.b-c+d.e-f.g-h.i@k.l.m.n.o unknown | user a.b-c+d.e-f.g-h.i@k.l.m.n.o unknown
          a * b * c       | a x b y c                         | a x b y c
          a * b * c       | a x c                             |
          * user          | the user                          | user
          user *          | user joe                          | user
          """)
  void aPhraseIsFound(String phrase, String text, String matched) {
    assertEquals(matched == null ? List.of() : List.of(matched), found(text, phrase));
  }

  @Test
  void aHitTellsHowManyWordsItHasAndHowFarItReaches() {
    PhraseIndex.Hit<String> hit = index("user * unknown").find("the user joe doe unknown!").get(0);
    assertEquals("user joe doe unknown", hit.matched());
    assertEquals(4, hit.start());
    assertEquals(24, hit.end());
    assertEquals(2, hit.words());
    assertEquals(4, hit.span());
  }

  @Test
  void phrasesThatBeginAlikeOrStandWithinAnotherAreAllFound() {
    assertEquals(
        List.of("user", "user unknown", "user unknown here", "unknown"),
        found("user unknown here", "user unknown here", "user unknown", "unknown", "user"));
    assertEquals(
        List.of("user joe unknown", "user joe unknown now"),
        found("user joe unknown now", "user * unknown", "user * unknown now", "user * gone"));
  }

  @Test
  void onePhraseMayStandForMuch() {
    PhraseIndex<Integer> index = new PhraseIndex<>();
    index.add("user unknown", 1);
    index.add("User  Unknown", 2);
    assertEquals(
        List.of(1, 2), index.find("user unknown").stream().map(PhraseIndex.Hit::value).toList());
  }

  @Test
  void aPhraseWithoutWordsIsNone() {
    assertEquals(List.of(), found("any text", "", "*", "--"));
    assertEquals(List.of(), found("", "user"));
  }

  /** More of them than there was room for at first. */
  @Test
  void howeverManyThereAreEachIsFound() {
    PhraseIndex<Integer> index = new PhraseIndex<>();
    int many = 12_000;
    IntStream.range(0, many).forEach(i -> index.add("w" + i + " x" + i % 7, i));
    for (int i = 0; i < many; i++) {
      List<PhraseIndex.Hit<Integer>> hits = index.find("say W" + i + " X" + i % 7);
      assertEquals(List.of(i), hits.stream().map(PhraseIndex.Hit::value).toList());
      assertEquals(0, index.find("w" + i + " x" + (i % 7 + 1)).size());
    }
  }

  @Test
  void aWordBeyondTheFirstSixtyFourIsToldFromThemAll() {
    PhraseIndex<Integer> index = new PhraseIndex<>();
    IntStream.range(0, 200).forEach(i -> index.add("begin w" + i, i));
    IntStream.range(0, 200).forEach(i -> index.add("start * w" + i, i));
    for (int i = 0; i < 200; i++) {
      assertEquals(1, index.find("begin w" + i).size());
      assertEquals(1, index.find("start now w" + i).size());
      assertEquals(0, index.find("w" + i + " begin").size());
    }
  }

  @Test
  void oneHoldsAnotherThatStandsWithinIt() {
    List<PhraseIndex.Hit<String>> hits =
        index("no user unknown", "user unknown").find("no user unknown");
    assertEquals(true, hits.get(0).holds(hits.get(1)));
    assertEquals(false, hits.get(1).holds(hits.get(0)));
    assertEquals(true, hits.get(0).holds(hits.get(0)));
  }
}
