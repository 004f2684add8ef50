package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTraceTest {

  private static final String SUMMARY =
      "origin_timestamp_utc,sender_address,recipient_status,message_subject,message_id\n";

  private static final String EXTENDED =
      "date_time_utc,server_hostname,server_ip,source_context,event_id,message_id,"
          + "recipient_address,recipient_status,sender_address,return_path\n";

  private static final String EXPORT =
      "\"MessageId\",\"Received\",\"SenderAddress\",\"RecipientAddress\",\"Status\",\"ToIP\"\n";

  private static Told read(String text) {
    return Told.of(LogFormat.MICROSOFT_365_TRACE, text);
  }

  @Test
  void aSummaryTellsTheLastOfEachRecipient() {
    Told told =
        read(
            SUMMARY
                + "2026-11-27T08:00:00.0000000Z,news@example.org,"
                + "\"a@example.com##Receive, Send;b@example.com##Receive, Defer, Fail\",x,<m>");
    assertEquals(
        List.of(
            new Delivery(
                Instant.parse("2026-11-27T08:00:00Z"),
                "<m>",
                "news@example.org",
                "a@example.com",
                "",
                Delivery.Result.DELIVERED,
                ""),
            new Delivery(
                Instant.parse("2026-11-27T08:00:00Z"),
                "<m>",
                "news@example.org",
                "b@example.com",
                "",
                Delivery.Result.BOUNCED,
                "")),
        told.deliveries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Receive, Deliver|DELIVERED",
        "Receive, Send|DELIVERED",
        "Receive, Defer|DEFERRED",
        "Receive, Fail|BOUNCED"
      })
  void anAttemptEndsAsItsLastEventSays(String events, Delivery.Result result) {
    String row = "2026-11-27T08:00:00Z,s@example.org,\"a@example.com##" + events + "\",,<m>";
    assertEquals(result, read(SUMMARY + row).one().result());
  }

  @Test
  void whatWasOnlyReceivedIsKnown() {
    read(SUMMARY + "2026-11-27T08:00:00Z,s@example.org,a@example.com##Receive,,<m>").nothing();
  }

  @Test
  void anExtendedReportTellsTheReply() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:05.123Z"),
            "<m>",
            "news@example.org",
            "a@example.com",
            "mx.example.com",
            Delivery.Result.DEFERRED,
            "450 4.4.317 Cannot connect [Message=451 5.7.3 STARTTLS is required]"),
        read(EXTENDED
                + "2026-11-27T08:00:05.123Z,,,,DEFER,<m>,a@example.com,"
                + "\"[{LED=450 4.4.317 Cannot connect [Message=451 5.7.3 STARTTLS is required]};"
                + "{MSG=};{FQDN=mx.example.com};{IP=192.0.2.7}]\",,news@example.org")
            .one());
  }

  @Test
  void anExtendedReportHasEventsThatAreNoAttempt() {
    read(EXTENDED + "2026-11-27T08:00:05Z,,,,RECEIVE,<m>,a@example.com,,,\n").nothing();
  }

  @ParameterizedTest
  @CsvSource({
    "Delivered,DELIVERED",
    "FilteredAsSpam,DELIVERED",
    "Pending,DEFERRED",
    "Failed,BOUNCED"
  })
  void anExportTellsTheStatus(String status, Delivery.Result result) {
    Delivery delivery =
        read(EXPORT
                + "<m>,2026-11-27T08:00:00,s@example.org,a@example.com,"
                + status
                + ",192.0.2.7")
            .one();
    assertEquals(result, delivery.result());
    assertEquals("[192.0.2.7]", delivery.host());
  }

  @Test
  void aTimeThatDependsOnWhereItWasWrittenIsNotGuessed() {
    assertEquals(
        null,
        read(EXPORT + "<m>,02/03/2026 8:00:00 AM,s@example.org,a@example.com,Failed,")
            .one()
            .time());
  }

  @Test
  void quarantinedIsNoAttempt() {
    read(EXPORT + "<m>,2026-11-27T08:00:00,s@example.org,a@example.com,Quarantined,").nothing();
  }

  @Test
  void theMarkAtTheBeginningOfAFileIsPassedOver() {
    String row = "2026-11-27T08:00:00Z,s@example.org,a@example.com##Receive,,<m>";
    read('\uFEFF' + SUMMARY + row).nothing();
  }

  @Test
  void aRecordThatWasCutIsUnknown() {
    assertEquals(1, read(SUMMARY + "2026-11-27T08:00:00Z,s@example.org").unknown());
  }
}
