package io.github.smtpbot.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HealthCheckTest {

  @Test
  void aBotThatCanBeAskedIsReadyAndOneThatStartsIsNot() throws IOException {
    try (Meters meters = Meters.start(new MeterSettings("127.0.0.1", 0))) {
      Map<String, String> settings =
          Map.of(
              MeterSettings.PORT,
              Integer.toString(meters.address().getPort()),
              MeterSettings.HOST,
              "0.0.0.0");
      assertEquals(HealthCheck.NOT_READY, HealthCheck.check(settings));

      meters.ready(() -> true);

      assertEquals(HealthCheck.READY, HealthCheck.check(settings));
    }
  }

  @Test
  void whereNobodyListensNothingIsReady() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }

    assertEquals(
        HealthCheck.NOT_READY,
        HealthCheck.check(Map.of(MeterSettings.PORT, Integer.toString(port))));
  }

  @Test
  void withoutAPortThereIsNothingToAsk() {
    assertEquals(HealthCheck.WRONG_SETTING, HealthCheck.check(Map.of()));
    assertEquals(HealthCheck.WRONG_SETTING, HealthCheck.check(Map.of(MeterSettings.PORT, "many")));
  }
}
