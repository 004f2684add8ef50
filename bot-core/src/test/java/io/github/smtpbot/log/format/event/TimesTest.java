package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  private final Times times = new Times(ZoneId.of("Asia/Bangkok"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T08:00:00Z,2026-11-27T08:00:00Z",
    "2026-11-27T08:00:00.123Z,2026-11-27T08:00:00.123Z",
    "2026-11-27T08:00:00.1234567-05:00,2026-11-27T13:00:00.1234567Z",
    "2026-11-27 08:00:00+0700,2026-11-27T01:00:00Z",
    "2026-11-27 08:00:00 +0700,2026-11-27T01:00:00Z",
    "2026-11-27T08:00Z,2026-11-27T08:00:00Z",
    "2026-11-27 08:00:00,2026-11-27T01:00:00Z",
    "SECONDS,2026-11-27T08:00:00Z",
    "SECONDS.25,2026-11-27T08:00:00.25Z",
    "1.7957664E9,2026-11-27T08:00:00Z",
    "SECONDS123,2026-11-27T08:00:00.123Z",
    "SECONDS123456,2026-11-27T08:00:00.123456Z"
  })
  void aTimeIsRead(String text, Instant time) {
    assertEquals(time, times.read(text.replace("SECONDS", "1795766400")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        ".",
        "1",
        "0",
        "-5",
        "1e99",
        "e",
        "e5",
        "99999999999999999999999999",
        "1.2.3",
        "2026-13-27T08:00:00Z",
        "2026-11-27",
        "1812-11-27T08:00:00Z",
        "+292278994-08-17T07:12:55Z",
        "11/27/2026 8:00:00 AM"
      })
  void whatIsNoTimeIsNull(String text) {
    assertNull(times.read(text));
  }
}
