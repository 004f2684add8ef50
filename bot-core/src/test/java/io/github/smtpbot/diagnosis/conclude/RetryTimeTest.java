package io.github.smtpbot.diagnosis.conclude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Catalog;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a server asks to wait, and what is no such time. */
class RetryTimeTest {

  private final RetryTime times = new RetryTime(Catalog.builtIn().readingCues());

  @ParameterizedTest
  @CsvSource({
    "try again in 5 minutes, PT5M",
    "5 minutes, PT5M",
    "please wait 9 seconds and 30 minutes, PT9S",
    "come back in 168 hours, PT168H",
    "in 99999 seconds, PT99999S",
    "try again in 00:05:00, PT5M",
    "try again in 01:02:03 or later, PT1H2M3S",
    "in a while: in 00:09:59, PT9M59S",
    "in 20:00:00, PT20H"
  })
  void aTimeIsReadWithItsUnitOrAsAClockShowsIt(String text, Duration time) {
    assertEquals(time, times.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "minutes",
        "try again in minutes",
        "try again in 0 minutes",
        "try again in 100000 seconds",
        "try again in 5a minutes",
        "try again in 169 hours",
        "try again in 5 apples",
        "try again in 00:00:00",
        "try again at 00:05:00",
        "try again in 00:05:0",
        "try again in 00:05:0a",
        "try again in 00:05:/0",
        "try again in 00:05:0:",
        "try again in 00-05:00",
        "try again in 00:05.00",
        "try again in ",
        "in"
      })
  void whatIsNoTimeToWaitIsNone(String text) {
    assertNull(times.in(text));
  }
}
