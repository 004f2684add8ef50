package io.github.smtpbot.meter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      assertThrows(IOException.class, () -> HealthCheck.ask(settings));

      meters.ready(() -> true);

      assertDoesNotThrow(() -> HealthCheck.ask(settings));
    }
  }

  @Test
  void whereNobodyListensNothingIsReady() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    Map<String, String> settings = Map.of(MeterSettings.PORT, Integer.toString(port));

    assertThrows(IOException.class, () -> HealthCheck.ask(settings));
  }

  @Test
  void withoutAPortThereIsNothingToAsk() {
    IOException told = assertThrows(IOException.class, () -> HealthCheck.ask(Map.of()));

    assertTrue(String.valueOf(told.getMessage()).startsWith(MeterSettings.PORT), told.getMessage());
  }
}
