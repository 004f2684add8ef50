package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name before an address is hidden wherever else it stands, and no other word is. */
class KnownNamesTest {

  private static final String JOE = "joe@example.com";

  private static String hidden(String text) {
    String hidden = KnownNames.hidden(text, JOE);
    assertEquals(hidden, KnownNames.hidden(hidden, JOE), "hiding again");
    return hidden;
  }

  @ParameterizedTest
  @CsvSource({
    "joe, j…",
    "550 joe unknown, 550 j… unknown",
    "550 JOE unknown, 550 J… unknown",
    "550 no such user joe, 550 no such user j…",
    "550 joe joe, 550 j… j…",
    "550 no such user: joe., 550 no such user: j….",
    "550 (joe) unknown, 550 (j…) unknown",
    "joe: 550, j…: 550"
  })
  void itIsHiddenAsAWord(String text, String shown) {
    assertEquals(shown, hidden(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 joes unknown",
        "550 xjoe unknown",
        "550 joe.doe unknown",
        "550 joe-doe unknown",
        "550 a.joe unknown",
        "550 5.1.1 #joe",
        "550 jo unknown",
        "550 joe… unknown",
        // masked as an address
        "<joe@example.org>"
      })
  void whatIsLongerOrAnAddressStays(String text) {
    assertEquals(text, hidden(text));
  }

  @Test
  void theNamesOfAddressesInTheTextAreKnownToo() {
    assertEquals(
        "550 s… unknown <some.body@example.com>",
        KnownNames.hidden("550 some.body unknown <some.body@example.com>", null));
    assertEquals("550 some.body unknown", KnownNames.hidden("550 some.body unknown", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "12345", "postmaster", "User", "a…c"})
  void whatNamesNobodyStays(String name) {
    String text = "550 " + name + " refused";
    assertEquals(text, KnownNames.hidden(text, name + "@example.com"));
  }

  @Test
  void aNameIsAsLongAsALocalPartMayBe() {
    String longest = "j".repeat(64);
    assertEquals("550 j…", KnownNames.hidden("550 " + longest, longest + "@example.com"));
    String longer = "j".repeat(65);
    assertEquals("550 " + longer, KnownNames.hidden("550 " + longer, longer + "@example.com"));
  }

  @Test
  void whatIsNoAddressNamesNobody() {
    assertEquals("550 joe", KnownNames.hidden("550 joe", "joe"));
  }

  @Test
  void sixteenNamesOfATextAreKnown() {
    String addresses =
        IntStream.range(10, 27)
            .mapToObj(i -> "n" + i + "@example.com")
            .collect(Collectors.joining(" "));
    String hidden = KnownNames.hidden(addresses + " n10 n25 n26", null);
    assertEquals(addresses + " n… n… n26", hidden);
  }
}
