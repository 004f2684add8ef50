package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkPostTest {

  private static Told read(String text) {
    return Told.of(LogFormat.SPARKPOST, text);
  }

  @Test
  void aBounceTellsTheRawReason() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:00Z"),
            "000443ee",
            "news@example.org",
            "A@example.com",
            "[192.0.2.7]",
            Delivery.Result.BOUNCED,
            "554 refused, the address is listed"),
        read("""
                [{"msys":{"message_event":{"type":"bounce","timestamp":"1795766400",
                "message_id":"000443ee","msg_from":"news@example.org","rcpt_to":"a@example.com",
                "raw_rcpt_to":"A@example.com","ip_address":"192.0.2.7","error_code":"554",
                "reason":"refused","raw_reason":"refused, the address is listed"}}}]""")
            .one());
  }

  @ParameterizedTest
  @CsvSource({
    "message_event,delivery,DELIVERED",
    "message_event,delay,DEFERRED",
    "message_event,out_of_band,BOUNCED",
    "message_event,policy_rejection,REJECTED",
    "gen_event,generation_rejection,REJECTED",
    "gen_event,generation_failure,REJECTED"
  })
  void anAttemptEndsAsItsTypeSays(String kind, String type, Delivery.Result result) {
    String line = "{\"msys\":{\"" + kind + "\":{\"type\":\"" + type + "\"}}}";
    assertEquals(result, read(line).one().result());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msys\":{}}",
        "{\"msys\":{\"message_event\":{\"type\":\"injection\"}}}",
        "{\"msys\":{\"message_event\":{\"type\":\"spam_complaint\"}}}",
        "{\"msys\":{\"track_event\":{\"type\":\"click\"}}}",
        "{\"msys\":{\"relay_event\":{\"type\":\"relay_delivery\"}}}"
      })
  void whatIsNoAttemptIsKnown(String line) {
    read(line).nothing();
  }

  @Test
  void theResultsOfTheInterfaceAreReadOneByOne() {
    Delivery delivery =
        read("""
                {"results":[{"type":"delay","rcpt_to":"a@example.com","message_id":"m",\
                "timestamp":"2026-11-27T08:00:00.000Z","raw_reason":"451 4.7.1 later",\
                "error_code":"451"}],"total_count":1}""")
            .one();
    assertEquals("451 4.7.1 later", delivery.reply());
    assertEquals(Instant.parse("2026-11-27T08:00:00Z"), delivery.time());
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    assertEquals(
        new Delivery(null, "", "", "", "", Delivery.Result.BOUNCED, ""),
        read("""
                {"msys":{"message_event":{"type":"bounce","timestamp":true,"message_id":{},\
                "rcpt_to":["a"],"ip_address":"none","raw_reason":null}}}""")
            .one());
  }

  @Test
  void anUnknownObjectIsUnknown() {
    assertEquals(1, read("{\"type\":\"bounce\"}").unknown());
  }
}
