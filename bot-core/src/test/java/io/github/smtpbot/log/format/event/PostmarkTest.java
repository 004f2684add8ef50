package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostmarkTest {

  private static Told read(String text) {
    return Told.of(LogFormat.POSTMARK, text);
  }

  @Test
  void aBounceTellsWhatTheServerSaid() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T13:28:10.2735393Z"),
            "m-1",
            "news@example.org",
            "a@example.com",
            "",
            Delivery.Result.BOUNCED,
            "550 5.1.1 no such user"),
        read("""
                {"RecordType":"Bounce","ID":42,"Type":"HardBounce","TypeCode":1,
                "MessageID":"m-1","Details":"smtp;550 5.1.1 no such user",
                "Description":"It could not be delivered.","Email":"a@example.com",
                "From":"news@example.org","BouncedAt":"2026-11-27T08:28:10.2735393-05:00"}""")
            .one());
  }

  @Test
  void aDeliveryIsTold() {
    Delivery delivery =
        read("""
                {"RecordType":"Delivery","MessageID":"m-2","Recipient":"b@example.com",\
                "DeliveredAt":"2026-11-27T08:00:00Z","Details":"250 OK"}""")
            .one();
    assertEquals(Delivery.Result.DELIVERED, delivery.result());
    assertEquals("b@example.com", delivery.recipient());
    assertEquals("250 OK", delivery.reply());
  }

  @ParameterizedTest
  @CsvSource({
    "SoftBounce,BOUNCED",
    "Blocked,BOUNCED",
    "Transient,DEFERRED",
    "DnsError,DEFERRED",
    "SMTPApiError,REJECTED"
  })
  void anAttemptEndsAsItsTypeSays(String type, Delivery.Result result) {
    String line = "{\"RecordType\":\"Bounce\",\"Type\":\"" + type + "\"}";
    assertEquals(result, read(line).one().result());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AutoResponder", "SpamComplaint", "Subscribe", "ManuallyDeactivated"})
  void whatIsNoFailureIsKnown(String type) {
    read("{\"RecordType\":\"Bounce\",\"Type\":\"" + type + "\"}").nothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Open", "Click", "SpamComplaint", "SubscriptionChange", "Inbound"})
  void whatIsNoAttemptIsKnown(String type) {
    read("{\"RecordType\":\"" + type + "\"}").nothing();
  }

  @Test
  void theBouncesOfTheInterfaceAreReadOneByOne() {
    Told told =
        read(
            """
            {
              "TotalCount": 2,
              "Bounces": [
                {"Type": "HardBounce", "Email": "a@example.com",
                 "BouncedAt": "2026-11-27T08:00:00Z", "Details": "550 no"},
                {"Type": "HardBounce", "Email": "b@example.com",
                 "BouncedAt": "2026-11-27T08:00:01Z", "Details": "550 no"}
              ]
            }""");
    assertEquals(0, told.unknown());
    assertEquals(
        List.of("a@example.com", "b@example.com"),
        told.deliveries().stream().map(Delivery::recipient).toList());
  }

  @Test
  void countsOfBouncesAreUnknown() {
    assertEquals(1, read("{\"Bounces\":[{\"Name\":\"All\",\"Count\":3}]}").unknown());
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    assertEquals(
        new Delivery(null, "", "", "", "", Delivery.Result.DELIVERED, ""),
        read("""
                {"RecordType":"Delivery","DeliveredAt":{},"MessageID":[1],"Recipient":null,\
                "Details":{"a":"b"}}""")
            .one());
  }
}
