package io.github.smtpbot.discord.bot;

import io.github.smtpbot.meter.Meters;
import io.github.smtpbot.meter.Meters.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts the calls that are made to Discord, by what they are about and by what came of them. Paths
 * hold ids and the tokens of interactions: only their first word is told.
 */
final class ApiCalls implements Interceptor {

  /** What the bot and JDA ask for. */
  private static final Set<String> KNOWN =
      Set.of(
          "applications",
          "channels",
          "gateway",
          "guilds",
          "interactions",
          "oauth2",
          "users",
          "webhooks");

  private final Meters meters;
  private final HttpUrl api;

  /**
   * Counts calls.
   *
   * @param api the root of the REST interface; its path ends with a slash
   */
  ApiCalls(Meters meters, HttpUrl api) {
    this.meters = meters;
    this.api = api;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    String method = method(chain.request().url());
    long begun = System.nanoTime();
    Outcome outcome = Outcome.UNREACHED;
    try {
      Response response = chain.proceed(chain.request());
      outcome = Outcome.of(response.code());
      return response;
    } finally {
      meters.called(method, outcome, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private String method(HttpUrl url) {
    int root = api.pathSize() - 1;
    boolean ours =
        url.host().equals(api.host())
            && url.encodedPath().startsWith(api.encodedPath())
            && url.pathSize() > root;
    if (!ours) {
      return "file";
    }
    String first = url.pathSegments().get(root);
    return KNOWN.contains(first) ? first : "other";
  }
}
