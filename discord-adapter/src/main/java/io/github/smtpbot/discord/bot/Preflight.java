package io.github.smtpbot.discord.bot;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Discord, before any shard connects, whether and where it may. Waits as long as that can
 * help, and says in one line each time at which host it waits, and why.
 */
final class Preflight {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** However long Discord says one has to wait, it is asked again after this. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(PATIENCE).build();
  private final DiscordSettings settings;
  private final HttpUrl api;

  private Preflight(DiscordSettings settings) {
    this.settings = settings;
    this.api = settings.api();
  }

  /**
   * What Discord says.
   *
   * @param gateway where the shards connect to
   * @param shards how many there are in all
   * @param concurrency how many may connect at a time
   * @param contexts where people may install the application
   */
  record Cleared(
      String gateway,
      int shards,
      int concurrency,
      String application,
      Set<IntegrationType> contexts) {}

  /** Something that may be better later. */
  private static final class TryLaterException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Duration after;

    TryLaterException(String message, @Nullable Duration after) {
      super(message);
      this.after = after;
    }
  }

  /**
   * Waits until Discord lets the bot connect.
   *
   * @throws StartException if waiting cannot help
   * @throws InterruptedException if this thread is interrupted
   */
  static Cleared await(DiscordSettings settings) throws StartException, InterruptedException {
    Preflight preflight = new Preflight(settings);
    Backoff backoff = new Backoff();
    while (true) {
      try {
        return preflight.ask();
      } catch (TryLaterException e) {
        Duration wait = e.after == null ? backoff.next() : e.after;
        LOG.warn("{}; trying again in {} s", e.getMessage(), Math.max(1, wait.toSeconds()));
        Thread.sleep(wait.toMillis());
      }
    }
  }

  private Cleared ask() throws StartException, TryLaterException {
    DataObject gateway = get("gateway/bot");
    get("users/@me");
    DataObject application = get("applications/@me");
    try {
      int recommended = gateway.getInt("shards");
      int shards = settings.shards() < 0 ? recommended : settings.shards();
      DataObject limit = gateway.getObject("session_start_limit");
      int mine = settings.shardIds().isEmpty() ? shards : settings.shardIds().size();
      if (limit.getInt("remaining") < Math.min(mine, limit.getInt("total"))) {
        throw sessionsUsedUp(limit, mine);
      }
      return new Cleared(
          gateway.getString("url"),
          shards,
          Math.max(1, limit.getInt("max_concurrency", 1)),
          application.getString("id"),
          contexts(application));
    } catch (ParsingException e) {
      throw notDiscord(e.getClass().getSimpleName());
    }
  }

  private TryLaterException sessionsUsedUp(DataObject limit, int needed) {
    Duration left = Duration.ofMillis(limit.getLong("reset_after"));
    Duration wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left.plusSeconds(1);
    return new TryLaterException(
        String.format(
            "%s lets this bot begin %d sessions and no more before %s (session_start_limit), and it"
                + " needs %d; is it being restarted over and over?",
            api.host(),
            limit.getInt("remaining"),
            Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS),
            needed),
        wait);
  }

  /** An application that does not say allows both. */
  private static Set<IntegrationType> contexts(DataObject application) {
    return application
        .optObject("integration_types_config")
        .map(
            config ->
                IntegrationType.ALL.stream()
                    .filter(type -> config.hasKey(type.getType()))
                    .collect(Collectors.toUnmodifiableSet()))
        .orElse(IntegrationType.ALL);
  }

  private DataObject get(String path) throws StartException, TryLaterException {
    HttpUrl url = api.newBuilder().addPathSegments(path).build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("authorization", "Bot " + settings.token())
            .header("user-agent", RestConfig.USER_AGENT)
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (response.isSuccessful()) {
        return DataObject.fromJson(response.body().bytes());
      }
      throw refused(path, response);
    } catch (IOException e) {
      throw new TryLaterException(api.host() + ": " + Causes.of(e), null);
    } catch (ParsingException e) {
      throw notDiscord("it answered something else than JSON");
    }
  }

  private TryLaterException refused(String path, Response response) throws StartException {
    int status = response.code();
    String what = api.host() + ": HTTP " + status + " to GET /" + path;
    if (status == 401) {
      throw StartException.refused();
    } else if (status == 404 || status == 405) {
      throw notDiscord("HTTP " + status + " to GET /" + path);
    } else if (status >= 500 || status == 429 || status == 408) {
      return new TryLaterException(what, retryAfter(response));
    }
    throw StartException.unavailable("Discord does not let this bot in: " + what);
  }

  private static @Nullable Duration retryAfter(Response response) {
    String header = response.header("retry-after", "");
    if (header == null || !header.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      return null;
    }
    Duration wait = Duration.ofMillis((long) (1000 * Double.parseDouble(header)) + 1);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private StartException notDiscord(String why) {
    return StartException.usage(
        api.host()
            + " is not Discord's interface ("
            + why
            + "); is "
            + DiscordSettings.API_URL
            + " right?");
  }
}
