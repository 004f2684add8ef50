package io.github.smtpbot.meter;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Asks a bot on this machine whether it can be asked, for containers, in which there is no other
 * program to do so: {@code java -cp smtpbot-slack.jar io.github.smtpbot.meter.HealthCheck}, with
 * the settings that the bot has. It ends well if the bot is ready, else by an exception, which Java
 * makes exit code 1.
 */
public final class HealthCheck {

  private static final int PATIENCE_MILLIS = 2_000;
  private static final String EVERYWHERE = "0.0.0.0";
  private static final String LOOPBACK = "127.0.0.1";

  private HealthCheck() {}

  /**
   * Asks once.
   *
   * @throws IOException if the bot is not ready, or shows no health
   */
  public static void main(String[] args) throws IOException {
    ask(System.getenv());
  }

  static void ask(Map<String, String> environment) throws IOException {
    MeterSettings settings = MeterSettings.of(environment);
    if (settings == null) {
      throw new IOException(MeterSettings.PORT + " is not set: the bot shows no health");
    }
    String host = settings.host().equals(EVERYWHERE) ? LOOPBACK : settings.host();
    HttpURLConnection connection =
        (HttpURLConnection) ready(host, settings.port()).toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    int status = connection.getResponseCode();
    connection.disconnect();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("not ready: " + status);
    }
  }

  private static URI ready(String host, int port) throws IOException {
    try {
      return new URI("http", null, host, port, "/health/ready", null, null);
    } catch (URISyntaxException e) {
      throw new IOException(MeterSettings.HOST + " is no host", e);
    }
  }
}
