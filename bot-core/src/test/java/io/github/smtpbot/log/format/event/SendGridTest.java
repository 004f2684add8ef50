package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendGridTest {

  private static Told read(String text) {
    return Told.of(LogFormat.SENDGRID, text);
  }

  @Test
  void aBounceIsTheReasonWithTheStatusOnce() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:00Z"),
            "14c5d75ce93.dfd.64b469",
            "",
            "somchai@example.com",
            "",
            Delivery.Result.BOUNCED,
            "550 5.1.1 no such user"),
        read("""
                {"email":"somchai@example.com","timestamp":1795766400,"event":"bounce",\
                "sg_message_id":"14c5d75ce93.dfd.64b469.filter0001.16648.0","status":"5.1.1",\
                "reason":"550 no such user","type":"bounce"}""")
            .one());
  }

  @ParameterizedTest
  @CsvSource({
    "delivered,DELIVERED",
    "deferred,DEFERRED",
    "bounce,BOUNCED",
    "blocked,BOUNCED",
    "dropped,BOUNCED"
  })
  void anAttemptEndsAsItsEventSays(String event, Delivery.Result result) {
    String line = "{\"email\":\"a@example.com\",\"timestamp\":1,\"event\":\"" + event + "\"}";
    assertEquals(result, read(line).one().result());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"processed", "open", "click", "spamreport", "unsubscribe", "group_resubscribe"})
  void whatIsNoAttemptIsKnown(String event) {
    read("{\"sg_event_id\":\"1\",\"event\":\"" + event + "\"}").nothing();
  }

  @Test
  void aBatchOfManyLinesIsReadEventByEvent() {
    Told told =
        read(
            """
            [
              {
                "email": "a@example.com", "timestamp": 1795766400,
                "event": "deferred", "response": "421 4.7.0 try later", "attempt": "3"
              },
              {"email": "b@example.com", "timestamp": 1795766401, "event": "delivered"}
            ]
            [{"email": "c@example.com", "timestamp": 1795766402, "event": "dropped",
              "reason": "Bounced Address"}]""");
    assertEquals(0, told.unknown());
    assertEquals(3, told.deliveries().size());
    assertEquals("421 4.7.0 try later", told.deliveries().get(0).reply());
    assertEquals("Bounced Address", told.deliveries().get(2).reply());
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    assertEquals(
        new Delivery(null, "", "", "", "", Delivery.Result.BOUNCED, ""),
        read("""
                {"event":"bounce","sg_event_id":[],"email":{"a":1},"timestamp":"soon",\
                "reason":[["x"]],"status":true}""")
            .one());
  }

  @Test
  void anEventOfNothingElseIsUnknown() {
    assertEquals(1, read("{\"event\":\"bounce\"}").unknown());
  }
}
