package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.LogLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How JSON is read whose it may be, seen with the events of SendGrid and Mailgun. */
class JsonEventsTest {

  private static final String EVENT =
      "{\"email\":\"a@example.com\",\"timestamp\":1,\"event\":\"delivered\"}";

  private static Told read(String... lines) {
    return Told.of(LogFormat.SENDGRID, List.of(lines));
  }

  @Test
  void aLineThatIsNoJsonIsUnknown() {
    assertEquals(
        new Told(List.of(), 6), read("", "hello", "550 5.1.1 no", "\"text\"", "17", "null"));
  }

  @Test
  void aValueMayGoOnOverLinesThatSayNothingAlone() {
    assertEquals(
        new Told(read(EVENT).deliveries(), 0),
        read(
            "[",
            "{\"email\":",
            "",
            "\"a@example.com\"",
            ",\"timestamp\":1,",
            "\"event\":",
            "\"delivered\"",
            "}",
            "]"));
  }

  @Test
  void anEventOfAnotherProductIsUnknownWhereItEnds() {
    Told told = read("{", "\"RecordType\": \"Open\"", "}", EVENT);
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void aLineThatWasCutDoesNotTakeTheNextOnesAlong() {
    for (int end = 1; end < EVENT.length(); end++) {
      Told told = read(EVENT.substring(0, end), EVENT, EVENT);
      assertEquals(2, told.deliveries().size(), "cut after " + end);
      assertTrue(told.unknown() <= 1, "cut after " + end);
    }
  }

  @Test
  void aBrokenLineIsUnknownAndTheNextOneIsRead() {
    Told told = read("{\"email\":}", "{\"a\" \"b\"}", "[1,]", EVENT);
    assertEquals(3, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void afterABrokenElementTheOtherElementsAreRead() {
    Told told = read("[", EVENT + ",", "{\"email\": oops},", "{", EVENT.substring(1), "]");
    assertEquals(2, told.deliveries().size());
  }

  @Test
  void eventsBeforeABreakAreToldOnce() {
    Told told = read("[", EVENT + "," + EVENT + ", oops", EVENT);
    assertEquals(3, told.deliveries().size());
    assertEquals(1, told.unknown());
  }

  @Test
  void whatIsTooDeepIsUnknown() {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    Told told = read(deep, EVENT);
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void arraysInArraysAreReadToSomeDepth() {
    assertEquals(1, read("[".repeat(20) + EVENT + "]".repeat(20)).deliveries().size());
    assertEquals(1, read("[".repeat(100) + EVENT + "]".repeat(100)).unknown());
  }

  @Test
  void aTextTooLongIsLeftOutOfItsEvent() {
    String mime = "x".repeat(FieldsBuilder.MAX_TEXT + 1);
    Told told = read("{\"mime\":\"" + mime + "\"," + EVENT.substring(1));
    assertEquals("a@example.com", told.one().recipient());
  }

  @Test
  void anEventOfTooMuchIsUnknown() {
    StringBuilder event = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      event.append("\"field").append(i).append("\":\"some value\",");
    }
    Told told = read(event + EVENT.substring(1), EVENT);
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void aTextOfManyMebibytesIsUnknown() {
    Told told = read("{\"a\":\"" + "x".repeat(8 << 20) + "\"}", EVENT);
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void anArrayIsToldWhileItIsRead() {
    FormatReader reader = Told.reader(LogFormat.SENDGRID, ZoneOffset.UTC);
    List<Delivery> deliveries = new ArrayList<>();
    reader.read(new LogLine(null, "", "", "["), deliveries::add);
    for (int i = 1; i <= 100_000; i++) {
      assertTrue(reader.read(new LogLine(null, "", "", EVENT + ","), deliveries::add));
      assertEquals(1, deliveries.size());
      deliveries.clear();
    }
  }

  @Test
  void anEventWithoutATimeHasThatOfItsLine() {
    Instant time = Instant.parse("2026-11-27T08:00:00Z");
    List<Delivery> deliveries = new ArrayList<>();
    Told.reader(LogFormat.SENDGRID, ZoneOffset.UTC)
        .read(new LogLine(time, "", "", EVENT), deliveries::add);
    assertEquals(time, deliveries.get(0).time());
  }

  @Test
  void aTextOfJsonIsAnObjectOrNothing() {
    assertNotNull(Fields.parse("{\"a\":{\"b\":[1,{}]}}"));
    for (String text : List.of("", "[]", "{", "{\"a\":", "x", "{]}")) {
      assertEquals(null, Fields.parse(text), text);
    }
  }
}
