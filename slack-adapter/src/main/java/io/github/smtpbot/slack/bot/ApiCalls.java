package io.github.smtpbot.slack.bot;

import io.github.smtpbot.meter.Meters;
import io.github.smtpbot.meter.Meters.Outcome;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts the calls that are made to Slack, by method and by what came of them. Addresses hold
 * secrets: of those outside of the Web API, only what kind they are is told.
 */
final class ApiCalls implements Interceptor {

  /** Slack says at the start of an answer whether a method worked. */
  private static final int START = 256;

  private static final int LONGEST_METHOD = 60;

  private final Meters meters;
  private final String apiUrl;

  /**
   * Counts calls.
   *
   * @param apiUrl the root of the Web API; ends with a slash
   */
  ApiCalls(Meters meters, String apiUrl) {
    this.meters = meters;
    this.apiUrl = apiUrl;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    String method = method(chain.request().url());
    long begun = System.nanoTime();
    Outcome outcome = Outcome.UNREACHED;
    try {
      Response response = chain.proceed(chain.request());
      outcome = outcome(response);
      return response;
    } finally {
      meters.called(method, outcome, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** A method's name, or what kind of address it is. */
  private String method(HttpUrl url) {
    String address = url.newBuilder().query(null).build().toString();
    if (!address.startsWith(apiUrl)) {
      return url.encodedPath().startsWith("/files") ? "file" : "response_url";
    }
    String method = address.substring(apiUrl.length());
    boolean known =
        method.length() <= LONGEST_METHOD
            && method.chars().allMatch(c -> c == '.' || (c < 0x7f && Character.isLetter(c)));
    return known ? method : "other";
  }

  private static Outcome outcome(Response response) throws IOException {
    Outcome outcome = Outcome.of(response.code());
    boolean json = response.header("Content-Type", "").startsWith("application/json");
    return outcome == Outcome.OK
            && json
            && response.peekBody(START).string().contains("\"ok\":false")
        ? Outcome.REFUSED
        : outcome;
  }
}
