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

class ExchangeTrackingTest {

  private static final String HEADER =
      "#Software: Microsoft Exchange Server\n#Version: 15.02.0986.005\n"
          + "#Log-type: Message Tracking Log\n#Date: 2026-11-27T08:00:00.000Z\n"
          + "#Fields: date-time,server-ip,server-hostname,source-context,event-id,message-id,"
          + "recipient-address,recipient-status,sender-address,return-path\n";

  private static Told read(String text) {
    return Told.of(LogFormat.EXCHANGE_TRACKING, HEADER + text);
  }

  private static Told event(String event, String recipients, String status) {
    return read(
        "2026-11-27T08:00:05.123Z,192.0.2.7,mx.example.com,,"
            + event
            + ",<m@example.org>,"
            + recipients
            + ",\""
            + status
            + "\",news@example.org,news@example.org");
  }

  private static List<String> replies(Told told) {
    return told.deliveries().stream().map(Delivery::reply).toList();
  }

  @Test
  void whatWasSentIsDelivered() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:05.123Z"),
            "<m@example.org>",
            "news@example.org",
            "a@example.com",
            "mx.example.com",
            Delivery.Result.DELIVERED,
            "250 2.1.5 Recipient OK"),
        event("SEND", "a@example.com", "250 2.1.5 Recipient OK").one());
  }

  @ParameterizedTest
  @CsvSource({
    "SEND,DELIVERED",
    "DELIVER,DELIVERED",
    "DEFER,DEFERRED",
    "SUBMITDEFER,DEFERRED",
    "FAIL,BOUNCED",
    "BADMAIL,BOUNCED"
  })
  void anAttemptEndsAsItsEventSays(String event, Delivery.Result result) {
    assertEquals(result, event(event, "a@example.com", "").one().result());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECEIVE",
        "HAREDIRECT",
        "HAREDIRECTFAIL",
        "HARECEIVE",
        "DSN",
        "EXPAND",
        "TRANSFER",
        "RESOLVE",
        "AGENTINFO",
        "SUBMIT",
        "SOMETHINGNEW"
      })
  void whatIsNoAttemptIsKnown(String event) {
    event(event, "a@example.com", "To").nothing();
  }

  @Test
  void theLastErrorTellsTheReplyAndWhoGaveIt() {
    Delivery delivery =
        event(
                "FAIL",
                "a@example.com",
                "[{LED=550 5.7.1 rejected; by policy [x]};{MSG=};{FQDN=mx2.example.com};"
                    + "{IP=192.0.2.8};{LRT=11/27/2026 8:00:00 AM}]")
            .one();
    assertEquals("550 5.7.1 rejected; by policy [x]", delivery.reply());
    assertEquals("mx2.example.com", delivery.host());
  }

  @Test
  void aPlaceIsNoReply() {
    assertEquals("", event("DELIVER", "a@example.com", "Inbox").one().reply());
  }

  @Test
  void eachRecipientHasItsStatus() {
    assertEquals(
        List.of("250 2.1.5 OK", "550 5.1.1 no"),
        replies(event("FAIL", "a@example.com;b@example.com", "250 2.1.5 OK;550 5.1.1 no")));
  }

  @Test
  void aSemicolonInAStatusBelongsToIt() {
    assertEquals(
        List.of("550 4.4.7 QUEUE.Expired; it took too long", "550 5.1.1 no"),
        replies(
            event(
                "FAIL",
                "a@example.com;b@example.com",
                "550 4.4.7 QUEUE.Expired;it took too long;550 5.1.1 no")));
  }

  @Test
  void theLastErrorsOfTwoAreToldApart() {
    assertEquals(
        List.of("451 4.7.1 a; b", "550 5.1.1 c"),
        replies(
            event(
                "FAIL",
                "a@example.com;b@example.com",
                "[{LED=451 4.7.1 a; b};{MSG=};{FQDN=};{IP=}];[{LED=550 5.1.1 c};{MSG=}]")));
  }

  @Test
  void statusesThatCannotBeToldApartAreLeftOut() {
    assertEquals(
        List.of("", "", ""),
        replies(event("FAIL", "a@example.com;b@example.com;c@example.com", "550 a;551 b")));
  }

  @Test
  void whatTheContextSaysIsTakenIfTheStatusSaysNothing() {
    assertEquals(
        "451 4.4.0 DNS query failed",
        read("2026-11-27T08:00:05Z,,,451 4.4.0 DNS query failed,DEFER,<m>,a@example.com,To,,<>")
            .one()
            .reply());
  }

  @Test
  void theNullReversePathIsNoSender() {
    Delivery delivery =
        read("2026-11-27T08:00:05Z,,,,SEND,<m>,a@example.com,,postmaster@example.org,<>").one();
    assertEquals("", delivery.sender());
  }

  @Test
  void aLogOfAnotherKindIsUnknown() {
    Told told =
        Told.of(
            LogFormat.EXCHANGE_TRACKING,
            "#Software: Microsoft Exchange Server\n#Log-type: SMTP Send Protocol Log\n"
                + "#Fields: date-time,connector-id,session-id\n2026-11-27T08:00:05Z,c,s");
    assertEquals(2, told.unknown());
  }

  @Test
  void columnsAreNamedAnewInEachFile() {
    Told told =
        read("#Fields: event-id,recipient-address,date-time\nSEND,b@example.com,1795766400");
    assertEquals("b@example.com", told.one().recipient());
  }

  @Test
  void aRecordThatWasCutIsUnknown() {
    assertEquals(new Told(List.of(), 1), read("2026-11-27T08:00:05Z,192.0.2.7"));
  }

  @Test
  void aRecordBeforeItsColumnsIsUnknown() {
    Told told = Told.of(LogFormat.EXCHANGE_TRACKING, "2026-11-27T08:00:05Z,,,,SEND,<m>,a,,,");
    assertEquals(1, told.unknown());
  }
}
