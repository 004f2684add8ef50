package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "mx.example.com.,192.0.2.7,mx.example.com",
        "'',192.0.2.7,[192.0.2.7]",
        "192.0.2.7,'',[192.0.2.7]",
        "'',2001:db8::7,[IPv6:2001:db8::7]",
        "'',none,''",
        "'','',''"
      })
  void aHostIsItsNameOrItsAddress(String name, String ip, String host) {
    assertEquals(host, Peers.host(name, ip));
  }

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "a@example.com,a@example.com",
        "The news <a@example.com>,a@example.com",
        "<a@example.com>,a@example.com",
        "<>,''",
        "a > b,a > b"
      })
  void anAddressIsTakenOutOfItsBrackets(String text, String address) {
    assertEquals(address, Peers.address(text));
  }
}
