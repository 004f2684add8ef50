package io.github.smtpbot.meter;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a bot on this machine whether it can be asked, for containers, in which there is no other
 * program to do so: {@code java -cp smtpbot-slack.jar io.github.smtpbot.meter.HealthCheck}, with
 * the settings that the bot has.
 */
public final class HealthCheck {

  static final int READY = 0;
  static final int NOT_READY = 1;
  static final int WRONG_SETTING = 2;

  private static final int PATIENCE_MILLIS = 2_000;
  private static final String EVERYWHERE = "0.0.0.0";
  private static final String LOOPBACK = "127.0.0.1";

  private HealthCheck() {}

  /** Ends with 0 if the bot is ready, with 1 if it is not, with 2 if it shows no health. */
  public static void main(String[] args) {
    System.exit(check(System.getenv()));
  }

  static int check(Map<String, String> environment) {
    MeterSettings settings = settings(environment);
    if (settings == null) {
      return WRONG_SETTING;
    }
    String host = settings.host().equals(EVERYWHERE) ? LOOPBACK : settings.host();
    try {
      URI ready = new URI("http", null, host, settings.port(), "/health/ready", null, null);
      HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK ? READY : NOT_READY;
    } catch (IOException e) {
      return NOT_READY;
    } catch (URISyntaxException e) {
      return WRONG_SETTING;
    }
  }

  private static @Nullable MeterSettings settings(Map<String, String> environment) {
    try {
      return MeterSettings.of(environment);
    } catch (IllegalArgumentException e) {
      // The bot itself says which.
      return null;
    }
  }
}
