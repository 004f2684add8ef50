package io.github.smtpbot.diagnosis.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Catalog;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters of a line are an address, and whose it is. */
class AddressesTest {

  private static final Addresses ADDRESSES = new Addresses(Catalog.builtIn().readingCues());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a@example.com | a@example.com",
        "<a@example.com>: 550 | a@example.com",
        "\"a@example.com\" | a@example.com",
        "'a@example.com' | a@example.com",
        "a@example.com. Next | a@example.com",
        "a@example.com? | a@example.com",
        "a@example.com, b@example.com | a@example.com",
        "a@example.com;b | a@example.com",
        "a@b@example.com | a@b@example.com",
        "a@b | a@b"
      })
  void anAddressIsReadWhereItBegins(String line, String address) {
    assertEquals(address, Addresses.addressAt(line, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@example.com", "a@", "a@.", "a b@example.com", "http://a@example.com", ""})
  void whatIsNoAddressIsNone(String line) {
    assertNull(Addresses.addressAt(line, 0));
  }

  @Test
  void noAddressIsLongerThanTheStandardAllows() {
    String longest = "a".repeat(64) + "@" + "b".repeat(255);
    assertEquals(longest, Addresses.addressAt(longest, 0));
    assertEquals(longest, Addresses.addressAt(longest + "ccc", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "'to <a@example.com> and b@example.com', a@example.com, b@example.com",
    "'from=<s@example.com> to=<a@example.com>', a@example.com, a@example.com",
    "'to=<a@example.com> from=<s@example.com>', a@example.com, a@example.com",
    "'@ nothing, then a@example.com', a@example.com, a@example.com"
  })
  void theSendersAddressIsPassedOver(String line, String first, String last) {
    assertEquals(first, ADDRESSES.firstAddress(line, 0, line.length()));
    assertEquals(last, ADDRESSES.lastAddress(line, 0, line.length()));
  }

  @Test
  void onlyTheGivenPartOfALineIsLookedAt() {
    String line = "a@example.com b@example.com c@example.com";
    assertEquals("b@example.com", ADDRESSES.firstAddress(line, 14, 27));
    assertEquals("b@example.com", ADDRESSES.lastAddress(line, 14, 27));
    assertNull(ADDRESSES.firstAddress(line, 0, 1));
    assertEquals("a@example.com", ADDRESSES.firstAddress(line, 0, 2));
    assertNull(ADDRESSES.firstAddress("from=<s@example.com>", 0, 20));
    assertNull(ADDRESSES.lastAddress("from=<s@example.com>", 0, 20));
  }

  @Test
  void theRecipientStandsBehindItsLead() {
    assertEquals("a@example.com", recipient("Jan 1 smtp: to=<a@example.com>, relay=none"));
    assertNull(recipient("Jan 1 smtp: client=<a@example.com>"));
    assertNull(recipient("to=<>, relay=none"));
  }

  private static @Nullable String recipient(String line) {
    return ADDRESSES.recipient(line, line.toLowerCase(Locale.ROOT));
  }

  @Test
  void theNextAddressIsTakenWhoseverItIs() {
    String line = "@ from=<s@example.com> to=<a@example.com>";
    assertEquals("s@example.com", Addresses.next(line, 0));
    assertEquals("a@example.com", Addresses.next(line, 22));
    assertNull(Addresses.next(line, 40));
  }
}
