package io.github.smtpbot.slack.bot;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.IgnoringSelfEvents;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.github.smtpbot.Feedback;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.meter.Meters;
import io.github.smtpbot.owner.Kept;
import io.github.smtpbot.owner.OwnerException;
import io.github.smtpbot.owner.OwnerSettings;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.bot.SlackSettings.Mode;
import io.github.smtpbot.store.Claims;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.StoreException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot: connected to Slack by Socket Mode, or listening for it over HTTP. */
final class SlackBot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
  private static final int CALL_TIMEOUT = (int) Duration.ofSeconds(20).toMillis();
  private static final int READ_TIMEOUT = (int) Duration.ofSeconds(10).toMillis();
  private static final Duration FETCHING = Duration.ofMillis(1_500);
  private static final Duration FINISHING = Duration.ofSeconds(2);

  /** So long a balancer may take to hear that no more is to be sent here. */
  private static final Duration DRAINING = Duration.ofSeconds(2);

  private static final Duration CONNECTING = Duration.ofSeconds(20);

  private static final int FILE_THREADS = 3;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int MOST_FAILURES = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** What Slack says of itself and not of a token. */
  private static final Set<String> TROUBLE =
      Set.of(
          "fatal_error",
          "internal_error",
          "rate_limited",
          "ratelimited",
          "request_timeout",
          "service_unavailable");

  /** As Slack sends it. */
  private static final String USUAL =
      """
      {"envelope_id": "warm-up", "type": "slash_commands", "accepts_response_payload": true,
       "payload": {"command": "/smtp", "text": "252 501"}}
      """;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private @Nullable HttpEndpoint endpoint;

  /** Tells the balancer that no more is to be sent here; null where none sends anything. */
  private @Nullable Runnable leaving;

  private SlackBot() {}

  /**
   * Starts the bot; it is ready when this returns.
   *
   * @throws StartException if Slack refuses a token or cannot be reached
   */
  static SlackBot start(SlackSettings settings) throws StartException {
    SlackBot bot = new SlackBot();
    try {
      bot.open(settings);
      return bot;
    } catch (StartException | RuntimeException e) {
      bot.close();
      throw e;
    }
  }

  /** The port it listens on in HTTP mode; -1 in Socket Mode. */
  int port() {
    return endpoint == null ? -1 : endpoint.port();
  }

  /**
   * Has the balancer send no more before the bot is closed; answers what comes until then. At once
   * done by Socket Mode, as Slack sends nothing where no connection is.
   */
  void drain() throws InterruptedException {
    if (leaving != null) {
      leaving.run();
      Thread.sleep(DRAINING.toMillis());
    }
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("Closing failed: {}", e.getClass().getName());
      }
    }
  }

  private void open(SlackSettings settings) throws StartException {
    Kept kept = keep(settings.owner());
    Meters meters = kept.meters();
    Store store = kept.store();
    Slack slack = slack(settings, meters);
    parts.push(slack);
    SmtpBot smtpBot = SmtpBot.create();
    App app =
        settings.oauth() == null
            ? oneTeam(settings, slack)
            : manyTeams(settings, slack, Objects.requireNonNull(store), smtpBot);
    if (settings.oauth() == null && store != null) {
      new Removals(null, store.entries()).install(app);
    }
    Feedback feedback = new Feedback();
    SmtpSlackPlugin.Builder plugin =
        SmtpSlackPlugin.builder()
            .bot(smtpBot)
            .visibility(settings.visibility())
            .feedback(feedback)
            .notes(kept.notes())
            .settings(kept.settings());
    if (settings.language() != null) {
      plugin.languageOfAll(settings.language());
    }
    if (settings.reaction() != null) {
      plugin.reaction(settings.reaction());
    }
    // The bot's own first question is nobody's.
    AtomicBoolean warm = new AtomicBoolean();
    if (meters != null) {
      meters.cache(smtpBot);
      plugin.listener(
          question -> {
            if (warm.get()) {
              meters.answered(question);
            }
          });
    }
    ExecutorService files = fileThreads();
    plugin.fileExecutor(files).install(app);
    parts.push(() -> tell(feedback));
    parts.push(() -> finish(slack, app.executorService(), files));
    warmUp(app);
    warm.set(true);
    if (settings.mode() == Mode.SOCKET) {
      connect(app, slack, Objects.requireNonNull(settings.appToken()), meters);
    }
    if (settings.mode() == Mode.HTTP || settings.oauth() != null) {
      HttpEndpoint listening = listen(app, settings, smtpBot, store);
      endpoint = listening;
      if (settings.mode() == Mode.HTTP) {
        leaving =
            () -> {
              kept.ending();
              listening.drain();
            };
      }
    }
    if (meters != null && settings.mode() == Mode.HTTP) {
      meters.ready(() -> true);
    }
    parts.push(kept::ending);
  }

  private static App oneTeam(SlackSettings settings, Slack slack) throws StartException {
    AuthTestResponse self =
        checkToken(
            slack,
            "SLACK_BOT_TOKEN",
            () -> slack.methods(settings.botToken()).authTest(call -> call));
    introduce(self, settings);
    return app(appConfig(settings, slack), self);
  }

  private static App manyTeams(SlackSettings settings, Slack slack, Store store, SmtpBot words)
      throws StartException {
    try {
      return ManyTeams.app(settings, slack, store, words);
    } catch (StoreException e) {
      throw StartException.of(e);
    }
  }

  private Kept keep(OwnerSettings wanted) throws StartException {
    try {
      Kept kept = Kept.open(wanted);
      parts.push(kept);
      if (kept.meters() != null) {
        InetSocketAddress address = kept.meters().address();
        LOG.info("Metrics and health on {}, port {}", address.getHostString(), address.getPort());
      }
      return kept;
    } catch (OwnerException e) {
      throw StartException.of(e);
    }
  }

  private static Slack slack(SlackSettings settings, @Nullable Meters meters) {
    SlackConfig config = slackConfig(settings);
    if (meters == null) {
      return Slack.getInstance(config);
    }
    OkHttpClient counted =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .addInterceptor(new ApiCalls(meters, settings.apiUrl()))
            .build();
    return Slack.getInstance(config, new SlackHttpClient(counted));
  }

  /**
   * The usual question does not wait until its classes are loaded, whoever asks it first; words and
   * pastes load what they need when they come, so that a bot nobody asks is small.
   */
  private static void warmUp(App app) {
    try {
      app.start();
      SocketModeRequest usual = new SocketModeRequestParser(app.config()).parse(USUAL);
      if (usual != null) {
        app.run(usual.getBoltRequest());
      }
    } catch (Exception e) {
      LOG.warn("The bot could not be warmed up: {}", e.getClass().getName());
    }
  }

  /** Says where the bot is, and what it may not do there. */
  private static void introduce(AuthTestResponse self, SlackSettings settings) {
    LOG.info("In the workspace {} as @{}", oneLine(self.getTeam()), oneLine(self.getUser()));
    String missing = Scopes.missing(self, settings.reaction() != null);
    if (!missing.isEmpty()) {
      LOG.warn(
          "Missing scopes: {}. Add them under OAuth & Permissions and install the app again, see"
              + " docs/slack.md",
          missing);
    }
  }

  /** People name workspaces. */
  private static String oneLine(@Nullable String name) {
    return name == null
        ? "?"
        : name.codePoints()
            .filter(c -> !Character.isISOControl(c))
            .limit(80)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static void tell(Feedback feedback) {
    if (feedback.total() > 0) {
      LOG.info("Found right or wrong: {}", feedback);
    }
  }

  private void connect(App app, Slack slack, String appToken, @Nullable Meters meters)
      throws StartException {
    AppsConnectionsOpenResponse opened =
        checkToken(
            slack,
            "SLACK_APP_TOKEN",
            () -> slack.methods(appToken).appsConnectionsOpen(call -> call));
    SocketMode socketMode = new SocketMode(slack, appToken, new Envelopes(app));
    parts.push(socketMode);
    if (meters != null) {
      meters.ready(() -> socketMode.connections() > 0);
      meters.gauge(
          "smtpbot.slack.connections",
          "Open connections of Socket Mode; two for a moment when one is replaced",
          socketMode::connections);
      socketMode.onConnected(
          meters.counter("smtpbot.slack.connected", "Times that a connection was made"));
    }
    try {
      if (!socketMode.start(opened.getUrl(), CONNECTING)) {
        throw StartException.unavailable("Socket Mode does not connect; see the log");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StartException.unavailable("interrupted");
    }
  }

  /** Lets the answers under way go out; no new ones come, as the connection is closed by now. */
  private static void finish(Slack slack, ExecutorService answers, ExecutorService files)
      throws InterruptedException {
    // Files that wait to be read are not; of those that are being fetched, slow ones are given up.
    files.shutdown();
    if (!files.awaitTermination(FETCHING.toMillis(), TimeUnit.MILLISECONDS)) {
      SmtpSlackPlugin.giveUpFiles(slack);
      files.awaitTermination(FETCHING.toMillis(), TimeUnit.MILLISECONDS);
    }
    answers.shutdown();
    if (!answers.awaitTermination(FINISHING.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Some answers under way were given up");
    }
  }

  /** As many as files are read at a time; none while there are none to be read. */
  private static ExecutorService fileThreads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            FILE_THREADS,
            FILE_THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "smtpbot-files"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private HttpEndpoint listen(App app, SlackSettings settings, SmtpBot bot, @Nullable Store store)
      throws StartException {
    int wanted = settings.port();
    String token = settings.mcpToken();
    Claims claims = store == null ? null : store.claims();
    try {
      HttpEndpoint listening =
          token == null
              ? HttpEndpoint.start(app, wanted, claims)
              : HttpEndpoint.start(app, wanted, claims, McpEndpoint.of(bot, token));
      parts.push(listening);
      return listening;
    } catch (Exception e) {
      throw StartException.unavailable("port " + wanted + " cannot be listened on");
    }
  }

  private static SlackConfig slackConfig(SlackSettings settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl());
    config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT);
    config.setHttpClientReadTimeoutMillis(READ_TIMEOUT);
    config.setHttpClientWriteTimeoutMillis(READ_TIMEOUT);
    return config;
  }

  private static App app(AppConfig config, AuthTestResponse self) {
    return new App(config, middleware(config, new CachedAuthorization(config, self)))
        .asOAuthApp(false);
  }

  /** Bolt's usual middleware, but for the authorization. */
  static List<Middleware> middleware(AppConfig config, Middleware authorization) {
    List<Middleware> middleware = new ArrayList<>();
    middleware.add(new SSLCheck(null));
    if (!config.getSigningSecret().isEmpty()) {
      middleware.add(
          new RequestVerification(
              new SlackSignature.Verifier(
                  new SlackSignature.Generator(config.getSigningSecret()))));
    }
    middleware.add(authorization);
    middleware.add(new IgnoringSelfEvents(config.getSlack().getConfig()));
    return middleware;
  }

  /** Bolt takes from the environment what is not set here. */
  private static AppConfig appConfig(SlackSettings settings, Slack slack) {
    String secret = settings.signingSecret();
    return AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(settings.botToken())
        .signingSecret(secret == null ? "" : secret)
        .clientId(null)
        .clientSecret(null)
        .allEventsApiAutoAckEnabled(true)
        .build();
  }

  /** Asks again a few times where that may help. */
  private static <T extends SlackApiTextResponse> T checkToken(
      Slack slack, String name, Call<T> call) throws StartException {
    Backoff backoff = new Backoff();
    while (true) {
      try {
        return ask(slack, name, call);
      } catch (TroubleException e) {
        if (backoff.failures() == MOST_FAILURES) {
          throw StartException.unavailable(e.getMessage() + "");
        }
        Duration pause = backoff.failed(e.atLeast);
        LOG.warn("{}; trying again in {} s", e.getMessage(), pause.toSeconds() + 1);
        try {
          Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw StartException.unavailable("interrupted");
        }
      }
    }
  }

  private static <T extends SlackApiTextResponse> T ask(Slack slack, String name, Call<T> call)
      throws StartException, TroubleException {
    String apiUrl = slack.getConfig().getMethodsEndpointUrlPrefix();
    try {
      T response = call.run();
      if (response.isOk()) {
        return response;
      }
      if (TROUBLE.contains(response.getError() + "")) {
        throw new TroubleException(apiUrl + " answers " + response.getError(), Duration.ZERO);
      }
      throw StartException.refused("Slack refuses " + name + ": " + response.getError());
    } catch (SlackApiException e) {
      int status = e.getResponse().code();
      String what = apiUrl + " answers HTTP " + status;
      if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
        throw new TroubleException(what, SmtpSlackPlugin.patienceAsked(e, LONGEST_PAUSE));
      }
      throw StartException.unavailable(what);
    } catch (IOException e) {
      throw StartException.unavailable(
          "Slack cannot be reached at " + apiUrl + ": " + e.getClass().getSimpleName());
    } catch (JsonParseException e) {
      // The message quotes what was read.
      throw StartException.unavailable(
          "what answers at " + apiUrl + " is not Slack's Web API; see SLACK_API_URL");
    }
  }

  /** Slack is in trouble, and may not be in a moment. */
  private static final class TroubleException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Duration atLeast;

    TroubleException(String message, Duration atLeast) {
      super(message);
      this.atLeast = atLeast;
    }
  }

  private interface Call<T> {
    T run() throws IOException, SlackApiException;
  }
}
