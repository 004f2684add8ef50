package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalonTest {

  private static Told read(String text) {
    return Told.of(LogFormat.HALON, text);
  }

  @Test
  void anErrorWithoutAReplyIsToldInItsWords() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:00Z"),
            "18c190a3",
            "news@example.org",
            "a@example.com",
            "[192.0.2.7]",
            Delivery.Result.DEFERRED,
            "Connection timed out"),
        read("""
            {"message":{"id":{"transaction":"18c190a3","queue":12},"ts":1795766400.25,\
            "sender":"news@example.org","recipient":"a@example.com"},"ts":1795766400,\
            "action":"QUEUE","attempt":{"error":{"temporary":true,"message":"Connection timed out"},\
            "connection":{"remoteip":"192.0.2.7"}}}""")
            .one());
  }

  @ParameterizedTest
  @CsvSource({"QUEUE,DEFERRED", "BOUNCE,BOUNCED", "DELETE,BOUNCED", "'',DELIVERED"})
  void whatIsDoneWithTheMessageTellsHowItEnded(String action, Delivery.Result result) {
    assertEquals(
        result,
        read("{\"message\":{\"id\":\"x\",\"recipient\":\"a@example.com\"},\"arguments\":{\"action\":\""
                + action
                + "\",\"attempt\":{\"duration\":1}}}")
            .one()
            .result());
  }

  @Test
  void whatWasDeletedFromTheQueueWasNotTried() {
    assertEquals(
        new Told(List.of(), 0),
        read(
            "{\"message\":{\"id\":\"x\",\"recipient\":\"a@example.com\"},\"arguments\":{\"action\":\"DELETE\"}}"));
  }

  @Test
  void theNamesOfOlderVersionsAreRead() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:00Z"),
            "18c190a3",
            "news@example.org",
            "a@example.com",
            "[192.0.2.7]",
            Delivery.Result.BOUNCED,
            "550 5.7.1 we do not relay"),
        read("""
            {"messageid":"18c190a3","queueid":5,"sender":"news@example.org",\
            "recipient":"a@example.com","receivedtime":1795766400,"action":"BOUNCE",\
            "errorcode":550,"errorndr":"5.7.1","errormsg":"we do not relay","serverip":"192.0.2.7"}""")
            .one());
  }
}
