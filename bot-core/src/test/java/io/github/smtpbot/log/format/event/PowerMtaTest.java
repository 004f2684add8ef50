package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerMtaTest {

  private static final String HEADER =
      "type,timeLogged,timeQueued,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,"
          + "dlvDestinationIp,jobId,queue\n";

  private static Told read(String text) {
    return Told.of(LogFormat.POWERMTA, text);
  }

  @Test
  void aBounceTellsTheDiagnosticAndWhoAnswered() {
    assertEquals(
        new Delivery(
            Instant.parse("2026-11-27T08:00:05Z"),
            "2026-11-27 09:00:00+0100 news@example.org a@example.com job",
            "news@example.org",
            "a@example.com",
            "mx.example.com",
            Delivery.Result.BOUNCED,
            "550 5.1.1 no such user, sorry"),
        read(HEADER
                + "b,2026-11-27 09:00:05+0100,2026-11-27 09:00:00+0100,news@example.org,"
                + "a@example.com,failed,5.1.1 (bad destination mailbox address),"
                + "\"smtp;550 5.1.1 no such user, sorry\",mx.example.com (192.0.2.7),"
                + "192.0.2.7,job,example.com/vmta")
            .one());
  }

  @ParameterizedTest
  @CsvSource({
    "d,relayed,DELIVERED",
    "b,failed,BOUNCED",
    "t,delayed,DEFERRED",
    "rb,failed,BOUNCED",
    "rs,failed,BOUNCED",
    "rs,delayed,DEFERRED",
    "rs,delivered,DELIVERED"
  })
  void anAttemptEndsAsItsTypeSays(String type, String action, Delivery.Result result) {
    String row = type + ",1795766400,,o@example.org,r@example.com," + action + ",,,,,,";
    assertEquals(result, read(HEADER + row).one().result());
  }

  @ParameterizedTest
  @ValueSource(strings = {"r", "f", "p", "rs"})
  void whatIsNoAttemptIsKnown(String type) {
    read(HEADER + type + ",1795766400,,,,,,,,,,").nothing();
  }

  @Test
  void aQueueThatFailsAsAWholeIsToldByItsName() {
    Delivery delivery =
        read(HEADER
                + "tq,1795766400,,,,delayed,4.4.1,smtp;421 4.7.0 try later,mx.example.com,,,"
                + "example.com/vmta")
            .one();
    assertEquals("example.com/vmta", delivery.message());
    assertEquals("", delivery.recipient());
    assertEquals("421 4.7.0 try later", delivery.reply());
  }

  @Test
  void theRetriesOfAMessageAreOneMessage() {
    String rest = ",1795766000,o@example.org,r@example.com,delayed,,451 later,,,j,";
    Told told = read(HEADER + "t,1795766400" + rest + "\nt,1795766500" + rest);
    assertEquals(told.deliveries().get(0).message(), told.deliveries().get(1).message());
  }

  @Test
  void withoutNamesTheUsualColumnsAreRead() {
    Delivery delivery =
        read("b,2026-11-27 08:00:05+0000,2026-11-27 08:00:00+0000,o@example.org,"
                + "r@example.com,,failed,5.1.1 (bad),smtp;550 5.1.1 no,"
                + "mx.example.com (192.0.2.7),bad-mailbox,smtp,host,smtp,198.51.100.1,"
                + "192.0.2.7,,1047,vmta,job,")
            .one();
    assertEquals("r@example.com", delivery.recipient());
    assertEquals("550 5.1.1 no", delivery.reply());
  }

  @Test
  void theColumnOfOlderVersionsIsPassedOver() {
    Delivery delivery =
        read("d,1795766405,1795766400,1795766399,o@example.org,r@example.com,,relayed,2.0.0,"
                + "smtp;250 OK,,,smtp,h,smtp,198.51.100.1,192.0.2.7")
            .one();
    assertEquals("o@example.org", delivery.sender());
    assertEquals("[192.0.2.7]", delivery.host());
  }

  @Test
  void aTimeWithoutItsZoneIsOfTheZoneOfTheLog() {
    Told told =
        Told.of(
            Told.reader(LogFormat.POWERMTA, ZoneId.of("America/New_York")),
            (HEADER + "d,2026-11-27 08:00:05,,,,,,,,,,").lines().toList());
    assertEquals(Instant.parse("2026-11-27T13:00:05Z"), told.one().time());
  }

  @Test
  void aRecordThatWasCutIsUnknown() {
    Told told = read(HEADER + "b,1795766400,,o@example.org");
    assertEquals(new Told(List.of(), 1), told);
  }

  @Test
  void otherCsvIsUnknown() {
    assertEquals(2, read("d,e,f\nb,1795766400,x,y,z,a,b,c,d,e").unknown());
  }
}
