package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailgunTest {

  private static Told read(String text) {
    return Told.of(LogFormat.MAILGUN, text);
  }

  @Test
  void aPermanentFailureIsABounce() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:00.5Z"),
            "1.2@example.org",
            "news@example.org",
            "malee@example.com",
            "mx.example.com",
            Delivery.Result.BOUNCED,
            "550 5.1.1 no such user"),
        read("""
                {"signature":{"token":"t"},"event-data":{"event":"failed","severity":"permanent",
                "timestamp":1795766400.5,"recipient":"malee@example.com",
                "envelope":{"sender":"news@example.org"},
                "message":{"headers":{"message-id":"1.2@example.org"}},
                "delivery-status":{"code":550,"enhanced-code":"5.1.1","attempt-no":1,
                "message":"no such user","mx-host":"mx.example.com"}}}""")
            .one());
  }

  @Test
  void aTemporaryFailureIsDeferred() {
    Delivery delivery =
        read("""
                {"event":"failed","severity":"temporary","log-level":"warn",\
                "delivery-status":{"code":421,"enhanced-code":null,"message":"4.7.0 later"}}""")
            .one();
    assertEquals(Delivery.Result.DEFERRED, delivery.result());
    assertEquals("421 4.7.0 later", delivery.reply());
  }

  @Test
  void withoutASeverityTheCodeTells() {
    assertEquals(
        Delivery.Result.DEFERRED,
        read("{\"event\":\"failed\",\"delivery-status\":{\"code\":451}}").one().result());
  }

  @Test
  void aCodeOfMailgunsOwnIsLeftOut() {
    assertEquals(
        "Not delivering to a bounced address",
        read("""
                {"event":"failed","severity":"permanent","delivery-status":{"code":605,\
                "message":"","description":"Not delivering to a bounced address"}}""")
            .one()
            .reply());
  }

  @Test
  void whatMailgunDoesNotTakeIsRejected() {
    Delivery delivery =
        read("""
                {"event":"rejected","log-level":"warn","reject":{"reason":"Sandbox",\
                "description":""},"recipient":"a@example.com"}""")
            .one();
    assertEquals(Delivery.Result.REJECTED, delivery.result());
    assertEquals("Sandbox", delivery.reply());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "opened", "clicked", "complained", "unsubscribed", "stored"})
  void whatIsNoAttemptIsKnown(String event) {
    read("{\"event-data\":{\"event\":\"" + event + "\"}}").nothing();
  }

  @Test
  void anAnswerOfTheInterfaceIsReadItemByItem() {
    Told told =
        read(
            """
            {
              "items": [
                {"event": "delivered", "log-level": "info", "delivery-status": {"code": 250}},
                {"event": "accepted", "log-level": "info"}
              ],
              "paging": {"next": "x"}
            }""");
    assertEquals(Delivery.Result.DELIVERED, told.one().result());
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    assertEquals(
        new Delivery(null, "", "", "", "", Delivery.Result.BOUNCED, ""),
        read("""
                {"event-data":{"event":"failed","timestamp":[],"message":"m","envelope":7,\
                "recipient":{},"delivery-status":[1]}}""")
            .one());
  }
}
