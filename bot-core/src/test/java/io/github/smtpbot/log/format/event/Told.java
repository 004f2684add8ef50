package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.LogLine;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader told of some lines.
 *
 * @param deliveries in their order
 * @param unknown how many lines it did not know
 */
record Told(List<Delivery> deliveries, int unknown) {

  static FormatReader reader(LogFormat format, ZoneId zone) {
    return EventFormats.all().stream()
        .filter(one -> one.format() == format)
        .findFirst()
        .orElseThrow()
        .reader(zone);
  }

  static Told of(LogFormat format, List<String> lines) {
    return of(reader(format, ZoneOffset.UTC), lines);
  }

  static Told of(LogFormat format, String text) {
    return of(format, text.lines().toList());
  }

  static Told of(FormatReader reader, List<String> lines) {
    List<Delivery> deliveries = new ArrayList<>();
    int unknown = 0;
    for (String line : lines) {
      unknown += reader.read(new LogLine(null, "", "", line), deliveries::add) ? 0 : 1;
    }
    return new Told(deliveries, unknown);
  }

  /** The only delivery of lines that are all known. */
  Delivery one() {
    assertEquals(0, unknown, "unknown lines");
    assertEquals(1, deliveries.size(), "deliveries");
    return deliveries.get(0);
  }

  /** Checks that every line was known, and none told of a delivery. */
  void nothing() {
    assertEquals(new Told(List.of(), 0), this);
  }
}
