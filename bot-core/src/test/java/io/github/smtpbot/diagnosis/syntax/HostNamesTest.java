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

/** Which host a line names as the one that replied, and which is of the sender's own network. */
class HostNamesTest {

  private static final HostNames HOSTS = new HostNames(Catalog.builtIn().readingCues());

  private static @Nullable String host(String line) {
    return HOSTS.host(line, line.toLowerCase(Locale.ROOT));
  }

  private static boolean isInside(String line) {
    return HOSTS.isInside(line, line.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host MX.example.com[192.0.2.1] said: 550 no | mx.example.com",
        "host mx.example.com [192.0.2.1] said: 550 no | mx.example.com",
        "to mx.example.com[2001:db8::1]:25 | mx.example.com",
        "to mx.example.com[IPv6:2001:db8::1]:25 | mx.example.com",
        "[a note] mx.example.com[192.0.2.1] said | mx.example.com",
        "H=mx.example.net [192.0.2.1]: 550 | mx.example.net",
        "mx.example.com (192.0.2.1) said 550 | mx.example.com",
        "relay=mx.example.org, delay=1 | mx.example.org",
        "relay=mx.example.org. | mx.example.org",
        "refused [1][2][3][4][5] mx.example.com[192.0.2.1] said | mx.example.com"
      })
  void theHostBeforeAnAddressOrBehindALeadIsRead(String line, String host) {
    assertEquals(host, host(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no host at all",
        "connect from mx.example.com[192.0.2.1]",
        "relay=none, delay=1",
        "relay=192.0.2.1, delay=1",
        "mx.example.com [some words] said",
        "mx.example.com [ab] said",
        "mx.example.com (some words)",
        "localhost[127.0.0.1] said",
        "refused [1][2][3][4][5][6] mx.example.com[192.0.2.1] said",
        "mx.example.com["
      })
  void whatIsNoHostThatRepliedIsNone(String line) {
    assertNull(host(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at mx.example.com now | 3 | mx.example.com",
        "mx.example.com.. now | 0 | mx.example.com",
        "MX-1_a.example | 0 | mx-1_a.example"
      })
  void aHostNameIsReadWhereItBegins(String line, int from, String host) {
    assertEquals(host, HostNames.hostAt(line, from));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "localhost", "localhost.", "a.b@example.com", "", "..", "-"})
  void anAddressAWordAndAMailboxAreNoHost(String line) {
    assertNull(HostNames.hostAt(line, 0));
  }

  @Test
  void noHostIsLongerThanTheStandardAllows() {
    String longest = "a.".repeat(127) + "b";
    assertEquals(longest, HostNames.hostAt(longest, 0));
    assertEquals(255, longest.length());
    assertEquals(longest, HostNames.hostAt(longest + "c", 0));
  }

  /** RFC 1918 §3 and RFC 1122 §3.2.1.3, each at both ends and just beyond. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "126.255.255.255, false",
    "128.0.0.1, false",
    "10.0.0.1, true",
    "10.255.255.255, true",
    "11.0.0.1, false",
    "9.255.255.255, false",
    "192.168.0.1, true",
    "192.167.255.255, false",
    "192.169.0.1, false",
    "191.168.0.1, false",
    "172.16.0.1, true",
    "172.31.255.255, true",
    "172.15.255.255, false",
    "172.32.0.1, false",
    "173.16.0.1, false",
    "192.0.2.1, false"
  })
  void whatIsPrivateIsInside(String address, boolean inside) {
    assertEquals(inside, isInside("relay=filter.example.com[" + address + "]:10024"));
    assertEquals(inside, isInside("relay=" + address + ", delay=1"));
    assertEquals(inside, isInside("relay=filter.example.com [" + address + "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relay=10.0.0, delay=1",
        "relay=10.0.0.1.example.com, delay=1",
        "relay=10..0.1, delay=1",
        "relay=1000.0.0.1, delay=1",
        "relay=mx.example.com, client 10.0.0.1",
        "10.0.0.1 said"
      })
  void whatOnlyBeginsLikeAPrivateAddressIsNotInside(String line) {
    assertEquals(false, isInside(line));
  }
}
