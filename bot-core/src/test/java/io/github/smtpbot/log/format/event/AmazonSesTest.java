package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonSesTest {

  private static final String MAIL =
      """
      "mail":{"timestamp":"2026-11-27T08:00:00.000Z","messageId":"m-1",\
      "source":"The news <news@example.org>","destination":["a@example.com","b@example.com"]}""";

  private static final String BOUNCE =
      """
      {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General",\
      "bouncedRecipients":[{"emailAddress":"a@example.com","action":"failed","status":"5.1.1",\
      "diagnosticCode":"smtp; 550 5.1.1 user unknown"}],\
      "timestamp":"2026-11-27T08:00:05.123Z","reportingMTA":"dsn; mta.example.com",\
      "remoteMtaIp":"192.0.2.7"},"""
          + MAIL
          + "}";

  private static final Delivery BOUNCED =
      new Delivery(
          Instant.parse("2026-11-27T08:00:05.123Z"),
          "m-1",
          "news@example.org",
          "a@example.com",
          "[192.0.2.7]",
          Delivery.Result.BOUNCED,
          "550 5.1.1 user unknown");

  private static Told read(String text) {
    return Told.of(LogFormat.AMAZON_SES, text);
  }

  private static String quoted(String json) {
    return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Test
  void aBounceTellsTheDiagnosticCode() {
    assertEquals(BOUNCED, read(BOUNCE).one());
  }

  @Test
  void anEventInsideAMessageOfSnsIsRead() {
    String line = "{\"Type\":\"Notification\",\"Message\":" + quoted(BOUNCE) + "}";
    assertEquals(BOUNCED, read(line).one());
  }

  @Test
  void anEventInsideAMessageOfSnsInOneOfSqsIsRead() {
    String sns = "{\"Type\":\"Notification\",\"Message\":" + quoted(BOUNCE) + "}";
    String line = "{\"Messages\":[{\"Body\":" + quoted(sns) + "}]}";
    assertEquals(BOUNCED, read(line).one());
  }

  @Test
  void anEventGivenToLambdaIsRead() {
    String line = "{\"Records\":[{\"Sns\":{\"Message\":" + quoted(BOUNCE) + "}}]}";
    assertEquals(BOUNCED, read(line).one());
  }

  @Test
  void anEventOfEventBridgeIsRead() {
    assertEquals(BOUNCED, read("{\"source\":\"aws.ses\",\"detail\":" + BOUNCE + "}").one());
  }

  @Test
  void aDeliveryIsOneForEachRecipient() {
    Told told =
        read(
            """
            {"eventType":"Delivery","delivery":{"timestamp":"2026-11-27T08:00:03.000Z",\
            "recipients":["a@example.com","b@example.com"],\
            "smtpResponse":"250 2.0.0 OK"},"""
                + MAIL
                + "}");
    assertEquals(
        List.of("a@example.com", "b@example.com"),
        told.deliveries().stream().map(Delivery::recipient).toList());
    assertEquals("250 2.0.0 OK", told.deliveries().get(1).reply());
  }

  @Test
  void aDelayIsDeferredAndTellsItsTypeIfNothingWasSaid() {
    Delivery delivery =
        read("""
                {"eventType":"DeliveryDelay","deliveryDelay":{"delayType":"MailboxFull",\
                "delayedRecipients":[{"emailAddress":"a@example.com","status":"4.2.2"}]},"""
                + MAIL
                + "}")
            .one();
    assertEquals(Delivery.Result.DEFERRED, delivery.result());
    assertEquals("4.2.2 MailboxFull", delivery.reply());
    assertEquals(Instant.parse("2026-11-27T08:00:00Z"), delivery.time());
  }

  @Test
  void aBounceThatSaysNothingTellsItsType() {
    assertEquals(
        "Transient General",
        read("""
                {"eventType":"Bounce","bounce":{"bounceType":"Transient",\
                "bounceSubType":"General","bouncedRecipients":[{}]},"mail":{}}""")
            .one()
            .reply());
  }

  @Test
  void whatSesRefusesIsRejectedForEachRecipient() {
    Told told =
        read("{\"eventType\":\"Reject\",\"reject\":{\"reason\":\"Bad content\"}," + MAIL + "}");
    assertEquals(2, told.deliveries().size());
    assertEquals(Delivery.Result.REJECTED, told.deliveries().get(0).result());
    assertEquals("Bad content", told.deliveries().get(0).reply());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Send", "Open", "Click", "Complaint", "Subscription", "Received"})
  void whatIsNoAttemptIsKnown(String type) {
    read("{\"eventType\":\"" + type + "\"," + MAIL + "}").nothing();
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    assertEquals(
        new Delivery(null, "", "", "", "", Delivery.Result.BOUNCED, ""),
        read("""
                {"eventType":"Bounce","bounce":{"timestamp":[],"bouncedRecipients":[\
                {"emailAddress":{},"status":7,"diagnosticCode":[]},"a"]},"mail":"m"}""")
            .one());
  }

  @Test
  void anotherMessageOfSnsIsUnknown() {
    assertEquals(1, read("{\"Type\":\"Notification\",\"Message\":\"hello\"}").unknown());
  }
}
