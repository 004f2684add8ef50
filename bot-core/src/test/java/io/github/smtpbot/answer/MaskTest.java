package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody learns from a masked text whose address was in it, however the address was written. */
class MaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '\u0001',
      value = {
        "somebody@example.com | s…@example.com",
        "<some.body+tag@example.com>: 550 | <s…@example.com>: 550",
        "b@example.com | b…@example.com",
        // RFC 5321 §4.1.2: quoted, escaped, with an address inside; address literals; source routes
        "<\"john doe\"@example.com> | <\"j…@example.com>",
        "<\"john \\\"joe\\\" doe\"@example.com> | <\"j…@example.com>",
        "<\"john\\\\\"@example.com> | <\"j…@example.com>",
        "<\"john@home\"@example.com> | <\"j…@example.com>",
        "a \"b c\" d \"john doe\"@example.com | a \"b c\" d \"j…@example.com",
        "john.\"q public\"@example.com | j…@example.com",
        "\"john q\".public@example.com | \"j…@example.com",
        "\" doe\"@example.com | \"…@example.com",
        "\"\"@example.com | \"…@example.com",
        "doe\"@example.com | d…@example.com",
        "somebody@[192.0.2.1] | s…@[192.0.2.1]",
        "somebody@[IPv6:2001:db8::1] | s…@[IPv6:2001:db8::1]",
        "<@a.example,@b.example:user@c.example> | <@a.example,@b.example:u…@c.example>",
        // RFC 6531
        "пользователь@пример.рф | п…@пример.рф",
        "用户@例え.jp | 用…@例え.jp",
        "สมชาย@ตัวอย่าง.ไทย | ส…@ตัวอย่าง.ไทย",
        "👩‍🚀x@example.com | 👩…@example.com",
        "user＠example.jp | u…＠example.jp",
        // addresses within addresses
        "user%example.com@relay.example | u…@relay.example",
        "bounces+user=example.com@list.example | b…@list.example",
        "SRS0=HHH=TT=example.com=user@fwd.example | S…@fwd.example",
        "SRS1=HH=fwd.example==HH=TT=example.com=user@x.example | S…@x.example",
        "prvs=1234567890=user@example.com | p…@example.com",
        "host!user@example.com | h…@example.com",
        "user@example.com@relay.example | u…@relay.example",
        // written without the sign
        "rfc822;user+40example.com | rfc822;u…+40example.com",
        "ORCPT=rfc822;user+2Btag+40example.com | ORCPT=rfc822;u…+40example.com",
        "ORCPT=rfc822;user@example.com | ORCPT=rfc822;u…@example.com",
        "\"john+20doe\"+40example.com | \"j…+40example.com",
        "user=40example | u…=40example",
        "user=409gag.com | u…=409gag.com",
        "user=40example.com. | u…=40example.com.",
        "user=409gag.com. | u…=409gag.com.",
        "user=40пример.рф | u…=40пример.рф",
        "user=40[192.0.2.1] | u…=40[192.0.2.1]",
        "mailto:user@example.com | mailto:u…@example.com",
        "mailto:user%40example.com | mailto:u…%40example.com",
        "mailto:%22john%20doe%22%40example.com | mailto:%…%40example.com",
        "mailto:user%2540example.com | mailto:u…%2540example.com",
        "mailto:user%40[192.0.2.1] | mailto:u…%40[192.0.2.1]",
        "mailto:user%40 | mailto:u…%40",
        "user&#64;example.com | u…&#64;example.com",
        "user&#x40;example.com | u…&#x40;example.com",
        "user&commat;example.com | u…&commat;example.com",
        "{\"to\":\"user\\u0040example.com\"} | {\"to\":\"u…\\u0040example.com\"}",
        "user\\x40example.com | u…\\x40example.com",
        "{\"to\":\"\\\"john doe\\\"@example.com\"} | {\"to\":\"\\…@example.com\"}",
        // where all of the text is quoted, the marks are escaped
        "said \\\"no\\\" to \\\"john doe\\\"@example.com | said \\\"no\\\" to \\\"j…@example.com",
        "to \\\"john \"x\\\"@example.com | to \\\"j…@example.com",
        "to \"john \\\"x\\\"@example.com | to \"j…@example.com",
        // a space that does not break a line ends what stands before
        "to\u00a0user@example.com | to\u00a0u…@example.com",
      })
  void anAddressKeepsTheFirstCharacterOfItsLocalPart(String text, String masked) {
    assertEquals(masked, Mask.addresses(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@@",
        "<@U0001> hello",
        "550 5.1.1 \"User unknown\" (in reply to RCPT TO)",
        "size=40 limit=4096 delay=40ms wait=40.5s x=409.5ms a+40 b+40,c",
        "100%40 of 50%",
        "100%40\u007f",
        "said \"no\". Then nothing",
        "&#64; \\u0040 =40example.com"
      })
  void textWithoutAnAddressStaysAsItIs(String text) {
    assertEquals(text, Mask.addresses(text));
  }

  @Test
  void whatIsNotPlainlyQuotedIsHiddenFromTheStartOfItsLine() {
    assertEquals("550 no\nb…@example.com", Mask.addresses("550 no\nbut john doe\"@example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "!", "~", "|", "-", "_", "é", "ก"})
  void everyCharacterOfALocalPartIsHiddenButTheFirst(String character) {
    assertEquals(character + "…@x.org", Mask.addresses(character + "y@x.org"));
    assertEquals("y…@x.org", Mask.addresses("y" + character + "y@x.org"));
    assertEquals("y…@x.org", Mask.addresses("y" + character + "@x.org"));
  }

  @Test
  void whereAllOfTheTextIsQuotedTheEscapedMarksCount() {
    assertEquals("550 \\\"j…@example.com", Mask.addresses("550 \\\"john doe\\\"@example.com"));
    assertEquals("\"j…@x.org", Mask.addresses("\"john \\\"a\\\"@x.org"));
    assertEquals("x…@example.com", Mask.addresses("x \\\"a b\\\\\"@example.com"));
    assertEquals(
        "\\\"x \"j…@y.org",
        Mask.addresses("\\\"x \"john\\\\\"@y.org"),
        "two backslashes escape each other, not the mark");
  }

  @Test
  void everyPrintableCharacterThatRfc5321AllowsIsLocal() {
    for (char c = ' '; c <= '~'; c++) {
      boolean ends = " \"(),:;<>@[]".indexOf(c) >= 0;
      String text = c + "@x.org";
      if (c != '"') {
        assertEquals(ends ? text : c + "…@x.org", Mask.addresses(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u3000", "\u2028", "\u0085", "\u009f", "\u007f", "\t"})
  void spacesAndControlsOfAnyScriptEndALocalPart(String between) {
    assertEquals("to" + between + "b…@x.org", Mask.addresses("to" + between + "bob@x.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "zbc",
        "Abc",
        "Zbc",
        "0gag.com",
        "9gag.com",
        "mx.host1",
        "a-b.co",
        "я",
        "["
      })
  void whatMayBeADomainFollowsAnEncodedSign(String domain) {
    assertEquals("u…=40" + domain, Mask.addresses("user=40" + domain));
    assertEquals("u…+40" + domain, Mask.addresses("user+40" + domain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "9", "9.c", "9.5ms", "9.", "-a", "{", "`bc", "\u007f"})
  void whatIsNoDomainFollowsANumber(String rest) {
    assertEquals("size=40" + rest, Mask.addresses("size=40" + rest));
  }

  @Test
  void aDomainIsLookedForAsFarAsOneReaches() {
    String longest = "user=40" + "9".repeat(252) + ".co";
    assertEquals("u…" + longest.substring(4), Mask.addresses(longest));
    String longer = "user=40" + "9".repeat(253) + ".co";
    assertEquals(longer, Mask.addresses(longer));
  }

  @Test
  void severalAddressesAreMaskedEach() {
    assertEquals(
        "a…@x.org, b…@y.org; \"c…@z.org",
        Mask.addresses("anna@x.org, bob@y.org; \"carl x\"@z.org"));
  }

  /** Letters that nothing else in these tests is written with. */
  private static final String MARKER = "QZЖฐ龍ß";

  @Provide
  Arbitrary<String> dotStrings() {
    Arbitrary<String> word = Arbitraries.strings().withChars(MARKER).ofMinLength(1).ofMaxLength(90);
    Arbitrary<String> special =
        Arbitraries.strings()
            .withChars(MARKER + "!#$%&'*+/=?^_`{|}~-")
            .ofMinLength(1)
            .ofMaxLength(30);
    return Arbitraries.oneOf(
        word,
        Combinators.combine(word, special).as((one, other) -> one + "." + other),
        special.map(text -> MARKER + text));
  }

  @Provide
  Arbitrary<String> quotedStrings() {
    return Arbitraries.strings()
        .withChars(MARKER + " @<>,;:()[]!\"\\")
        .ofMinLength(1)
        .ofMaxLength(90)
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> dots = dotStrings();
    Arbitrary<String> local =
        Arbitraries.oneOf(
            dots,
            quotedStrings(),
            dots.map(user -> "SRS0=ab1=cd=example.com=" + user),
            dots.map(user -> "SRS1=ab1=fwd.example==cd1=ef=example.com=" + user),
            dots.map(user -> "bounces+" + user + "=example.com"),
            dots.map(user -> "prvs=1234567890=" + user),
            dots.map(user -> user + "%example.com"));
    Arbitrary<String> domain =
        Arbitraries.of(
            "example.com", "[192.0.2.1]", "[IPv6:2001:db8::1]", "пример.рф", "mx1.example");
    Arbitrary<String> plain = Combinators.combine(local, domain).as((one, two) -> one + "@" + two);
    Arbitrary<String> encoded =
        Combinators.combine(
                dots.map(MaskTest::xtext),
                Arbitraries.of("+40", "=40", "%40", "%2540", "&#64;", "\\u0040"),
                Arbitraries.of("example.com", "mx1.example", "[192.0.2.1]", "9gag.com"))
            .as((user, sign, where) -> user + sign + where);
    Arbitrary<String> led =
        Combinators.combine(
                Arbitraries.of(
                    "mailto:", "rfc822;", "ORCPT=rfc822;", "<@a.example,@b.example:", "to=<"),
                Arbitraries.oneOf(plain, encoded))
            .as((lead, address) -> lead + address);
    return Arbitraries.oneOf(plain, encoded, led);
  }

  /** As RFC 3461 §4 writes it: what is not plain as a plus sign and two digits. */
  private static String xtext(String text) {
    return text.replace("+", "+2B").replace("=", "+3D");
  }

  @Provide
  Arbitrary<String> surroundings() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "550 5.1.1 <",
            "said: \"550 no such user\" ",
            "to=",
            "\"a\" \\\"b\\\" ",
            "x.",
            "(",
            "other@example.net ",
            "other@example.net,",
            "a\nb "),
        Arbitraries.strings().withChars("ab1 \"\\@=+40%<>,.;:\n").ofMaxLength(20));
  }

  @Property(seed = "1982", tries = 3000)
  void ofALocalPartNoCharacterSurvivesButTheFirst(
      @ForAll("surroundings") String before,
      @ForAll("addresses") String address,
      @ForAll("surroundings") String after) {
    String masked = Mask.addresses(before + address + ">" + after);
    assertTrue(count(masked) <= 1, () -> before + address + after + " gives " + masked);
  }

  @Property(seed = "1982", tries = 2000)
  void norDoesAnyWhereTheTextIsCutAfterwards(
      @ForAll("surroundings") String before,
      @ForAll("addresses") String address,
      @ForAll @IntRange(min = 1, max = 160) int limit) {
    String quoted = Quotation.of(before + address + " rejected", limit);
    assertTrue(count(quoted) <= 1, () -> before + address + " at " + limit + ": " + quoted);
    assertTrue(quoted.length() <= limit);
  }

  private static long count(String text) {
    return text.codePoints().filter(c -> MARKER.indexOf(c) >= 0).count();
  }

  @Property(seed = "1982", tries = 3000)
  void maskingAgainChangesNothing(
      @ForAll("surroundings") String one, @ForAll("addresses") String two) {
    for (String text : List.of(one + two, two + one, one + two + one, one + one)) {
      String masked = Mask.addresses(text);
      assertEquals(masked, Mask.addresses(masked), text);
      String quoted = Quotation.of(text);
      assertEquals(quoted, Quotation.of(quoted), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@", "a@", "\"", "\"@", "\\\"@", "a+40b.", "=40a", "\"a\".", "a\"@", "&#64;", "a@\n\"", "…"
      })
  void theWorkIsLinearInTheLength(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());
    assertTimeout(Duration.ofSeconds(5), () -> assertFalse(Mask.addresses(text).isEmpty()));
  }
}
