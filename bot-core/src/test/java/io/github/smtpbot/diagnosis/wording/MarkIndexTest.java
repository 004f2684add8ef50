package io.github.smtpbot.diagnosis.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token is found wherever it stands, in any case, with any punctuation around it. */
class MarkIndexTest {

  private static List<String> found(String text, String... marks) {
    MarkIndex<String> index = new MarkIndex<>();
    for (String mark : marks) {
      index.add(mark, mark);
    }
    return index.find(text).stream().map(hit -> hit.value() + "=" + hit.token()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [TSS04]   | 421 [TSS04] later             | [TSS04]
          [TSS04]   | 421 [tss04] later             | [tss04]
          [TSS04]   | 421 [TSS04], later            | [TSS04],
          [TSS04]   | 421 TSS04 later               |
          BL000001  | BL000001                      | BL000001
          BL000001  | see (BL000001)                | BL000001)
          BL000001  | see BL000001:.                | BL000001:.
          BL000001  | see "BL000001".               | BL000001".
          BL000001  | see http://a.example/x#BL000001 | BL000001
          BL000001  | see http://a.example/BL000001 |
          BL000001  | see #BL000001                 | BL000001
          BL000001  | see BL000001#                 | BL000001#
          BL000001  | see BL0000012                 |
          BL000001  | see xBL000001                 |
          AUP#*     | 554 AUP#1234 no               | AUP#1234
          AUP#*     | 554 (AUP#1234) no             | AUP#1234)
          AUP#*     | 554 AUP# no                   | AUP#
          AUP#*     | 554 xAUP#1 no                 |
          AUP#*     | 554 AUP 1 no                  |
          *gsmtp    | 250 ok - gsmtp                | gsmtp
          *gsmtp    | 250 ok b12.3-gsmtp            | b12.3-gsmtp
          *gsmtp    | 250 ok b12.3-GSMTP.           | b12.3-GSMTP.
          *gsmtp    | 250 ok gsmtpx                 |
          *-abc-*   | x-abc-y                       | x-abc-y
          *-abc-*   | -abc-                         | -abc-
          *-abc-*   | x-abd-abc-y                   | x-abd-abc-y
          *-abc-*   | x-abcy                        |
          a*bcd     | axxbcd                        | axxbcd
          a*bcd     | axxbcdx                       |
          a*bcd     | xxbcd                         |
          ab*bcd    | abcbcbcd                      | abcbcbcd
          abc*def*  | abc1de2def3                   | abc1de2def3
          abc*      | abc                           | abc
          abc       | abc                           | abc
          """)
  void aMarkIsFound(String mark, String text, String token) {
    assertEquals(token == null ? List.of() : List.of(mark + "=" + token), found(text, mark));
  }

  /** Two letters, or stars between all letters, would fit too much. */
  @ParameterizedTest
  @CsvSource({"ab, ab", "ab*, abc", "a*bc, axbc", "*, abc", "a*b*c, abc"})
  void whatWouldFitTooMuchIsLeftOut(String mark, String text) {
    assertEquals(List.of(), found(text, mark));
  }

  @Test
  void everyMarkOfATextIsFound() {
    assertEquals(
        List.of("abc=abcd-efg", "*efg=abcd-efg", "xyz=xyz"),
        found("abcd-efg and\txyz\nend", "abc*", "*efg", "xyz").stream()
            .map(hit -> hit.replace("abc*", "abc"))
            .toList());
    assertEquals(List.of("abc=abc", "abc=ABC"), found("abc ABC", "abc"));
    assertEquals(List.of(), found("", "abc"));
    assertEquals(List.of(), found("ab", "abc"));
  }

  @Test
  void marksThatBeginAlikeAreToldApart() {
    assertEquals(List.of("abcd=abcd"), found("abcd", "abce", "abcd", "abc"));
    assertEquals(List.of("*xyzd=1xyzd"), found("1xyzd", "*xyze", "*xyzd"));
  }

  @Test
  void aVeryLongTokenIsNone() {
    String most = "x".repeat(200 - 5);
    assertEquals(1, found(most + "gsmtp", "*gsmtp").size());
    assertEquals(0, found(most + "xgsmtp", "*gsmtp").size());
  }
}
