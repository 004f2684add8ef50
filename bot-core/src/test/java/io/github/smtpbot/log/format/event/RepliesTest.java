package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "550|5.1.1|no such user|550 5.1.1 no such user",
        "550|5.1.1|5.1.1 no such user|550 5.1.1 no such user",
        "550|5.1.1|550 5.1.1 no such user|550 5.1.1 no such user",
        "550|5.1.1|550 no such user|550 5.1.1 no such user",
        "550|5.0.0|550 no such user|550 no such user",
        "550|5.1.1|550-5.1.1 no such user|550-5.1.1 no such user",
        "''|5.1.1 (bad mailbox)|smtp;550 no such user|550 5.1.1 no such user",
        "''|4.4.1|no route to host|4.4.1 no route to host",
        "451|5.0.0|later|451 later",
        "605|''|suppressed|suppressed",
        "''|''|smtp; 250 OK|250 OK",
        "550|five|no|550 no",
        "550|5.1.1|host mx said: 550 5.1.1 no|host mx said: 550 5.1.1 no",
        "''|''|''|''"
      })
  void partsAreJoinedOnce(String code, String enhanced, String text, String reply) {
    assertEquals(reply, Replies.join(code, enhanced, text));
  }

  @Test
  void linesAreJoinedBySpaces() {
    assertEquals("550 5.7.1 a b", Replies.join("550", "5.7.1", "a\r\n  b\n"));
  }

  @Test
  void aReplyIsBounded() {
    assertEquals(8_000, Replies.said("550 " + "x".repeat(100_000)).length());
  }
}
