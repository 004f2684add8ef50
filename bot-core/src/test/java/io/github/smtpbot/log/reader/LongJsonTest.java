package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.LogCount.Problem;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.source.Lines;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An array of events in one line, longer than any line that is read whole. */
class LongJsonTest {

  private static final int EVENTS = 20_000;

  private static String event(int number) {
    return "{\"email\":\"u"
        + number
        + "@example.com\",\"timestamp\":"
        + (1_795_000_000 + number)
        + ",\"event\":\"delivered\",\"sg_message_id\":\"m"
        + number
        + "\",\"response\":\"250 \\\"OK\\\", {queued}, \\\\\"}";
  }

  private static String array(String between, int events) {
    return IntStream.range(0, events)
        .mapToObj(LongJsonTest::event)
        .collect(Collectors.joining(between, "[", "]"));
  }

  @Test
  void eachOfItsEventsIsRead() {
    for (String between : List.of(",", " , ")) {
      String log = array(between, EVENTS);
      assertTrue(log.length() > 2 * Lines.LONGEST_JSON, "it is long");

      Read read = Read.text(log + "\n" + event(EVENTS) + "\n");

      assertEquals(EVENTS + 1, read.deliveries().size());
      assertEquals("u" + EVENTS + "@example.com", read.deliveries().get(EVENTS).recipient());
      assertEquals(List.of(), read.count().problems());
      assertEquals(0, read.count().unknownLines());
      assertEquals(read.count().lines(), read.count().formats().get(LogFormat.SENDGRID));
      assertEquals(log.length() + event(EVENTS).length() + 2, read.count().bytes());
    }
  }

  @Test
  void oneWithoutAnEndOfLineIsReadToItsEnd() {
    assertEquals(EVENTS, Read.text(array(",", EVENTS)).deliveries().size());
  }

  @Test
  void whatHasNoCommaIsCutAndTheNextLineIsRead() {
    Read read =
        Read.text("{\"a\":\"" + "x".repeat(3 * Lines.LONGEST_JSON) + "\"}\n" + event(1) + "\n");

    assertEquals(List.of(new Problem("-", Problem.Kind.LONG_LINE)), read.count().problems());
    assertEquals(2, read.count().lines());
    assertEquals(0, read.count().unknownLines(), "reading of it stopped");
    assertEquals("u1@example.com", read.only().recipient());
  }
}
