package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source is a link by its name; an address that could end the link is not written into it. */
class MessagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2",
        "https://example.org/!~?a=1&b=%20"
      })
  void anAddressThatIsPlainIsLinked(String url) {
    assertEquals("[RFC 5321](<" + url + ">)", link(new Source("RFC 5321", url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "https://example.org/a b",
        "https://example.org/a\u007f",
        "https://example.org/ก",
        "https://example.org/a<b",
        "https://example.org/a>b",
        "https://example.org/a)b",
        "https://example.org/a`b"
      })
  void anotherIsLeftOut(String url) {
    assertEquals("RFC 5321", link(new Source("RFC 5321", url)));
  }

  @Test
  void aNameIsEscapedAndCut() {
    assertEquals(
        "[\\*a\\* \\[b\\]](<https://example.org/>)",
        link(new Source("*a* [b]", "https://example.org/")));
    String link = link(new Source("a".repeat(500), "https://example.org/"));
    assertEquals("[" + "a".repeat(119) + "…](<https://example.org/>)", link);
  }

  private static String link(Source source) {
    return Messages.link(source.label(), source);
  }
}
