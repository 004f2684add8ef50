package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KumoMtaTest {

  private static Told read(String text) {
    return Told.of(LogFormat.KUMOMTA, text);
  }

  @Test
  void theReplyIsPutTogetherFromItsParts() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:00Z"),
            "1d98",
            "news@example.org",
            "a@example.com",
            "mx.example.com",
            Delivery.Result.DEFERRED,
            "421 4.7.28 unusual rate of mail"),
        read("""
                {"type":"TransientFailure","id":"1d98","sender":"news@example.org",\
                "recipient":"a@example.com","queue":"example.com","site":"s",\
                "response":{"code":421,"enhanced_code":{"class":4,"subject":7,"detail":28},\
                "content":"unusual rate\\nof mail"},\
                "peer_address":{"name":"mx.example.com.","addr":"192.0.2.7"},\
                "timestamp":1795766400}""")
            .one());
  }

  @ParameterizedTest
  @CsvSource({
    "Delivery,DELIVERED",
    "TransientFailure,DEFERRED",
    "Bounce,BOUNCED",
    "Expiration,BOUNCED",
    "AdminBounce,BOUNCED",
    "Rejection,REJECTED"
  })
  void anAttemptEndsAsItsTypeSays(String type, Delivery.Result result) {
    assertEquals(result, read("{\"type\":\"" + type + "\",\"queue\":\"q\"}").one().result());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Reception", "Feedback", "AdminRebind", "Delayed", "XferOut"})
  void whatIsNoAttemptIsKnown(String type) {
    read("{\"type\":\"" + type + "\",\"queue\":\"q\"}").nothing();
  }

  @Test
  void aReportThatCameLaterIsABounceIfItSaysSo() {
    assertEquals(
        Delivery.Result.BOUNCED,
        read("{\"type\":\"OOB\",\"response\":{\"code\":550,\"content\":\"no\"}}").one().result());
    read("{\"type\":\"OOB\",\"response\":{\"enhanced_code\":{\"class\":4}}}").nothing();
  }

  @Test
  void inARejectionThePeerIsTheClient() {
    assertEquals(
        "",
        read("""
                {"type":"Rejection","response":{"code":550,"content":"relaying denied"},\
                "peer_address":{"name":"client.example.com","addr":"198.51.100.7"}}""")
            .one()
            .host());
  }

  @Test
  void aRecordOfManyRecipientsIsOneDeliveryForEach() {
    assertEquals(
        2,
        read("""
                {"type":"Delivery","queue":"q",\
                "recipient":["a@example.com","b@example.com"]}""")
            .deliveries()
            .size());
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    assertEquals(
        new Delivery(null, "", "", "", "", Delivery.Result.BOUNCED, ""),
        read("""
                {"type":"Bounce","id":{},"sender":[],"recipient":{"a":1},"queue":7,\
                "response":"550","peer_address":[],"timestamp":"never"}""")
            .one());
  }

  @Test
  void anotherObjectWithATypeIsUnknown() {
    assertEquals(2, read("{\"type\":\"Bounce\"}\n{\"type\":\"Ping\",\"queue\":\"q\"}").unknown());
  }
}
