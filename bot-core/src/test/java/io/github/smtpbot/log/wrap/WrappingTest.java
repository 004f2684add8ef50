package io.github.smtpbot.log.wrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.format.LogLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {

  private static final Instant WRITTEN = Instant.parse("2026-01-03T00:00:00Z");

  private static LogLine unwrap(String line) {
    return new Wrapping(ZoneId.of("Asia/Bangkok"), () -> WRITTEN).unwrap(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 20 17:00:01 mx1 postfix/smtp[9]: words",
        "Nov 20 2025 17:00:01 mx1 postfix/smtp[9]: words",
        "<22>Nov 20 17:00:01 mx1 postfix/smtp[9]: words",
        "2025-11-20T10:00:01Z mx1 postfix/smtp[9]: words",
        "2025-11-20T17:00:01.000000+07:00 mx1 postfix/smtp[9]: words",
        "2025-11-20T17:00:01+0700 mx1 postfix/smtp[9]: words",
        "2025-11-20 17:00:01 mx1 postfix/smtp[9]: words",
        "<22>1 2025-11-20T10:00:01Z mx1 postfix/smtp 9 - - words",
        "<22>1 2025-11-20T10:00:01Z mx1 postfix/smtp 9 ID [a b=\"c] d\"][e f=\"\\\"\"] words",
        "{\"MESSAGE\":\"words\",\"_HOSTNAME\":\"mx1\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\","
            + "\"__REALTIME_TIMESTAMP\":\"1763632801000000\",\"PRIORITY\":\"6\"}",
        "{\"MESSAGE\":[119,111,114,100,115],\"_HOSTNAME\":\"mx1\","
            + "\"SYSLOG_IDENTIFIER\":\"postfix/smtp\","
            + "\"__REALTIME_TIMESTAMP\":\"1763632801000000\"}",
        "{\"log\":\"2025-11-20T10:00:01Z mx1 postfix/smtp[9]: words\\n\",\"stream\":\"stdout\","
            + "\"time\":\"2025-11-20T10:00:02.5Z\"}",
        "2025-11-20T10:00:02Z stdout F Nov 20 17:00:01 mx1 postfix/smtp[9]: words",
      })
  void eachWrappingGivesTheSameLine(String line) {
    assertEquals(
        new LogLine(Instant.parse("2025-11-20T10:00:01Z"), "mx1", "postfix/smtp", "words"),
        unwrap(line));
  }

  @ParameterizedTest
  @CsvSource({
    "Jan  2 08:00:00, 2026-01-02T01:00:00Z",
    "Jan  3 08:00:00, 2026-01-03T01:00:00Z",
    "Dec 31 23:00:00, 2025-12-31T16:00:00Z",
    "Feb 29 07:00:00, 2024-02-29T00:00:00Z",
  })
  void aDateWithoutAYearIsTheLastBeforeTheLogWasWritten(String date, String time) {
    assertEquals(Instant.parse(time), unwrap(date + " mx1 qmail: words").time());
  }

  @Test
  void theHourThatComesTwiceIsReadTwice() {
    Wrapping wrapping = new Wrapping(ZoneId.of("Europe/Berlin"), () -> WRITTEN);
    Map<String, String> times = new LinkedHashMap<>();
    times.put("01:59:00", "2025-10-25T23:59:00Z");
    times.put("02:00:10", "2025-10-26T00:00:10Z");
    times.put("02:40:00", "2025-10-26T00:40:00Z");
    times.put("02:39:59", "2025-10-26T00:39:59Z");
    times.put("02:59:00", "2025-10-26T00:59:00Z");
    times.put("02:00:00", "2025-10-26T01:00:00Z");
    times.put("02:59:30", "2025-10-26T01:59:30Z");
    times.put("03:00:00", "2025-10-26T02:00:00Z");
    times.forEach(
        (local, time) ->
            assertEquals(
                Instant.parse(time), wrapping.unwrap("Oct 26 " + local + " mx1 qmail: x").time()));
  }

  @Test
  void aLabelOfMultilogIsATime() {
    LogLine line = unwrap("@40000000691ee62b1dcd6500 status: local 0/10 remote 1/20");

    assertEquals(Instant.parse("2025-11-20T09:57:53.500Z"), line.time());
    assertEquals("status: local 0/10 remote 1/20", line.text());
  }

  @Test
  void theDateOfEximAndNothingElseIsTakenOff() {
    LogLine line = unwrap("2025-11-20 17:00:01 1tAbCd-000001-AB => a@example.com: words");

    assertEquals(
        new LogLine(
            Instant.parse("2025-11-20T10:00:01Z"),
            "",
            "",
            "1tAbCd-000001-AB => a@example.com: words"),
        line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<22>",
        "@4000",
        "{\"log\":\"torn",
        "{\"event\":\"bounce\"}",
        "Feb 30 10:00:00 mx1 postfix/smtp[9]: words",
        "Nov 20 99:00:00 mx1 postfix/smtp[9]: words",
        "2025-13-01T00:00:00Z x",
        "2025-11-20T10:00:01.000Z,192.0.2.1,mx1,SEND",
        "Sender unknown",
      })
  void whatIsNoWrappingStays(String line) {
    assertEquals(new LogLine(null, "", "", line), unwrap(line));
  }
}
