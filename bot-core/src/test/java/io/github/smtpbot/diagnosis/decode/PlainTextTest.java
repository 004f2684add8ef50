package io.github.smtpbot.diagnosis.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat, a mail program or an editor did to a text is undone. */
class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 no                              | 550 no
          `550 no`                            | "550 no"
          ```550 no```                        | 550 no
          ``550 no``                          | 550 no
          **550** no                          | 550 no
          a **550 no** b                      | a 550 no b
          a ** b                              | a ** b
          a@b.example ** c                    | a@b.example ** c
          a*b                                 | a*b
          a**b                                | a**b
          2 * 3                               | 2 * 3
          \u201e550 no\u201c                            | "550 no"
          \u201c550 no\u201d                            | "550 no"
          \u00ab550 no\u00bb                            | "550 no"
          \u300c550 no\u300d                            | "550 no"
          \u2018550 no\u2019 \u201a \u2032                        | '550 no' ' '
          \u2033                                   | "
          550\u20105.1.1 \u2013 \u2015 \u2212                   | 550-5.1.1 - - -
          \uff15\uff15\uff10\u3000\uff15\uff0e\uff11\uff0e\uff11\uff5e                     | 550 5.1.1~
          550\u00a0no                              | 550 no
          55\u200b0 n\u00ado\ufeff                           | 550 no
          \u2022 550 \u2502 no\u2500                        |   550   no
          caf\u00e9 \u0e44\u0e17\u0e22                            | caf\u00e9 \u0e44\u0e17\u0e22
          550 &lt;a@b.example&gt; &amp; no    | 550 <a@b.example> & no
          550 AT&T; no                        | 550 AT&T; no
          Q&A                                 | Q&A
          a &lsquo;b&rsquo;                   | a 'b'
          """)
  void charactersAreThoseOfAReply(String text, String plain) {
    assertEquals(plain.strip(), PlainText.clean(text).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b", "a\u0085b"})
  void anEndOfALineIsOne(String text) {
    assertEquals("a\nb", PlainText.clean(text));
  }

  @Test
  void twoEndsOfLinesAreTwo() {
    assertEquals("a\n\nb\n", PlainText.clean("a\r\n\r\nb\r"));
    assertEquals("a b", PlainText.clean("a\tb"));
  }

  /** Links of Slack, Outlook and Markdown become what was written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      quoteCharacter = '~',
      textBlock =
          """
          <https://a.example/x|a.example/x> no         \u00a6 a.example/x no
          see <https://a.example/x> no                 \u00a6 see https://a.example/x no
          see <http://a.example/x>                     \u00a6 see http://a.example/x
          <mailto:a@b.example|a@b.example> no          \u00a6 a@b.example no
          a@b.example<mailto:a@b.example> no           \u00a6 a@b.example no
          <mailto:a@b.example> x|y                     \u00a6 x|y
          <a@b.example>: no                            \u00a6 <a@b.example>: no
          <https://a.example/x                         \u00a6 <https://a.example/x
          <https://a.example/x <a@b.example>           \u00a6 <https://a.example/x <a@b.example>
          <ftp://a.example|x>                          \u00a6 <ftp://a.example|x>
          a < b                                        \u00a6 a < b
          see [the page](https://a.example/x) now      \u00a6 see the page now
          see [a](http://a.example) [b](http://b.example) \u00a6 see a b
          see the page](https://a.example/x) now       \u00a6 see the page](https://a.example/x) now
          see [the page](https://a.example/x now)      \u00a6 see [the page](https://a.example/x now)
          see [the page](x) now                        \u00a6 see [the page](x) now
          [192.0.2.1] see [it](https://a.example)      \u00a6 [192.0.2.1] see it
          """)
  void linksAreWhatWasWritten(String text, String plain) {
    assertEquals(plain, PlainText.clean(text).strip());
  }

  @Test
  void aLinkOfManyLinesIsNone() {
    assertEquals("[a\nb](http://c.example)", PlainText.clean("[a\nb](http://c.example)"));
    assertEquals("<http://a.example\nb>", PlainText.clean("<http://a.example\nb>"));
  }

  @Test
  void aVeryLongLinkStays() {
    String tooLong = "<http://" + "x".repeat(2_000) + "|shown>";
    assertEquals(tooLong, PlainText.clean(tooLong));
  }
}
