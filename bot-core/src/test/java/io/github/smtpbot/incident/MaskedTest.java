package io.github.smtpbot.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.smtpbot.answer.Masked;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskedTest {

  private static String shown(String reply, Numbered apart) {
    return Masked.of(reply, null).shown(apart);
  }

  @Test
  void anAddressShowsItsFirstAndLastLetter() {
    assertEquals(
        "550 5.1.1 <s…e@example.com>: no such user",
        shown("550 5.1.1 <someone@example.com>: no such user", new Numbered()));
  }

  @Test
  void ofAShortAddressTheLastLetterIsNotShown() {
    assertEquals("550 <b…@example.com>", shown("550 <bob@example.com>", new Numbered()));
  }

  @Test
  void addressesThatWouldReadTheSameAreNumbered() {
    Numbered apart = new Numbered();
    assertEquals("550 <s…e@example.com>", shown("550 <someone@example.com>", apart));
    assertEquals("550 <s…e(2)@example.com>", shown("550 <simone@example.com>", apart));
    assertEquals("550 <S…e@example.com>", shown("550 <Someone@example.com>", apart));
    assertEquals("550 <s…e@example.org>", shown("550 <simone@example.org>", apart));
  }

  @Test
  void addressesOfDifferentDomainsReadTheirOwn() {
    Numbered apart = new Numbered();
    assertEquals(
        "250 <s…e@a.example>, <s…e@b.example> and s…e@[192.0.2.1]",
        shown("250 <someone@a.example>, <someone@b.example> and someone@[192.0.2.1]", apart));
    assertEquals("s…e(2)@b.example", shown("simone@b.example", apart));
  }

  @Test
  void theSameAddressIsTheSameWhereverItStands() {
    Numbered apart = new Numbered();
    assertEquals("550 <s…e@example.com>", shown("550 <someone@example.com>", apart));
    assertEquals("someone's: s…e@example.com", shown("someone's: someone@example.com", apart));
    assertEquals("s…e@example.com, no", shown("someone@example.com, no", apart));
  }

  @Test
  void whatOtherwiseTellsWhoSomebodyIsIsHiddenToo() {
    assertEquals(
        "user=j… refused s…e@example.com",
        shown("user=joe refused someone@example.com", new Numbered()));
  }

  @Property(seed = "1982")
  void twoAddressesNeverReadTheSame(
      @ForAll @AlphaChars @StringLength(min = 1, max = 6) String one,
      @ForAll @AlphaChars @StringLength(min = 1, max = 6) String other) {
    Assume.that(!one.equalsIgnoreCase(other));
    Numbered apart = new Numbered();
    assertNotEquals(
        shown("to " + one + "@example.com", apart), shown("to " + other + "@example.com", apart));
  }

  @Property(seed = "1982")
  void noLocalPartIsShown(@ForAll @AlphaChars @StringLength(min = 4, max = 20) String local) {
    assertFalse(
        shown("550 <" + local + "@example.com>: unknown", new Numbered()).contains(local + "@"));
  }
}
