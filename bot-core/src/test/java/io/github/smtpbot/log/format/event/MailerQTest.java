package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailerQTest {

  private static final String FIRST =
      """
      {"state":"rcptto","result":"error","time":"2026-11-27 13:45:15","mta":"mx.example.com",\
      "to":"192.0.2.7","code":451,"status":"5.0.0","description":"Come back later"}""";

  private static final String SECOND =
      """
      {"state":"message","result":"accepted","time":"2026-11-27 14:01:25","to":"192.0.2.8",\
      "code":250,"status":"2.0.0","description":"OK"}""";

  private static String line(String results) {
    return "{\"envelope\":\"news@example.org\",\"recipient\":\"a@example.com\",\"results\":["
        + results
        + "]}";
  }

  private static Told read(String text) {
    return Told.of(LogFormat.MAILERQ, text);
  }

  private static String attempt(String fields) {
    return line("{\"state\":\"rcptto\",\"result\":\"error\"," + fields + "}");
  }

  @Test
  void anAttemptIsToldWithItsCodes() {
    Delivery delivery = read(line(FIRST)).one();
    assertEquals(Delivery.Result.DEFERRED, delivery.result());
    assertEquals("451 Come back later", delivery.reply());
    assertEquals("mx.example.com", delivery.host());
    assertEquals("news@example.org", delivery.sender());
  }

  @Test
  void anAttemptThatIsPublishedAgainIsToldOnce() {
    Told told = read(line(FIRST) + '\n' + line(FIRST + ',' + SECOND));
    assertEquals(
        List.of(Delivery.Result.DEFERRED, Delivery.Result.DELIVERED),
        told.deliveries().stream().map(Delivery::result).toList());
    assertEquals(told.deliveries().get(0).message(), told.deliveries().get(1).message());
  }

  @Test
  void attemptsThatWereNotPublishedBeforeAreToldTogether() {
    assertEquals(2, read(line(FIRST + ',' + SECOND)).deliveries().size());
  }

  @Test
  void aTimeIsOfTheZoneOfTheLog() {
    Told told =
        Told.of(Told.reader(LogFormat.MAILERQ, ZoneId.of("Asia/Bangkok")), List.of(line(SECOND)));
    assertEquals(Instant.parse("2026-11-27T07:01:25Z"), told.one().time());
  }

  @Test
  void twoMessagesAreToldApart() {
    String other = line(FIRST).replace("a@example.com", "b@example.com");
    Told told = read(line(FIRST) + '\n' + other);
    assertNotEquals(told.deliveries().get(0).message(), told.deliveries().get(1).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"code\":550 | BOUNCED",
        "\"code\":451,\"status\":\"5.0.0\" | DEFERRED",
        "\"status\":\"5.1.2\" | BOUNCED",
        "\"status\":\"4.4.1\" | DEFERRED",
        "\"description\":\"none\" | DEFERRED",
        "\"state\":\"process\" | BOUNCED"
      })
  void theCodesTellHowTheLastAttemptEnded(String fields, Delivery.Result result) {
    assertEquals(result, read(attempt(fields)).one().result());
  }

  @Test
  void fieldsOfOtherTypesAreEmpty() {
    Delivery delivery =
        read(attempt("\"time\":[],\"code\":{},\"mta\":7,\"to\":true,\"description\":[1]")).one();
    assertEquals("", delivery.reply());
    assertEquals(null, delivery.time());
  }

  @Test
  void resultsOfAnotherKindAreUnknown() {
    assertEquals(
        3,
        read("""
                {"recipient":"a@example.com","results":[]}
                {"recipient":"a@example.com","results":[{"type":"bounce"}]}
                {"results":[{"state":"a","result":"b"}]}""")
            .unknown());
  }
}
