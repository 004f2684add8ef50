package io.github.smtpbot.slack.bot;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.socket_mode.SocketModeClient;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.bot.SlackSettings.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot: connected to Slack by Socket Mode, or listening for it over HTTP. */
final class SlackBot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
  private static final int CALL_TIMEOUT = (int) Duration.ofSeconds(20).toMillis();
  private static final int READ_TIMEOUT = (int) Duration.ofSeconds(10).toMillis();
  private static final Duration FINISHING = Duration.ofSeconds(4);
  private static final long KEEP_AUTHORIZATION = Duration.ofHours(1).toMillis();

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private int port = -1;

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
    return port;
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
    Slack slack = Slack.getInstance(slackConfig(settings));
    parts.push(slack);
    checkToken(
        slack, "SLACK_BOT_TOKEN", () -> slack.methods(settings.botToken()).authTest(call -> call));
    SmtpBot smtpBot = SmtpBot.create();
    App app = new App(appConfig(settings, slack));
    SmtpSlackPlugin.Builder plugin =
        SmtpSlackPlugin.builder().bot(smtpBot).visibility(settings.visibility());
    if (settings.reaction() != null) {
      plugin.reaction(settings.reaction());
    }
    plugin.install(app);
    parts.push(() -> finish(app.executorService()));
    if (settings.mode() == Mode.SOCKET) {
      connect(app, slack, Objects.requireNonNull(settings.appToken()));
    } else {
      listen(app, settings.port());
    }
    // The usual question does not wait; words and pastes load what they need when they come, so
    // that a bot nobody asks is small.
    smtpBot.answer("252 501", Locale.ENGLISH);
  }

  private void connect(App app, Slack slack, String appToken) throws StartException {
    checkToken(
        slack, "SLACK_APP_TOKEN", () -> slack.methods(appToken).appsConnectionsOpen(call -> call));
    try {
      SocketModeApp socketMode =
          new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket);
      socketMode.startAsync();
      SocketModeClient client = socketMode.getClient();
      parts.push(() -> close(socketMode, client));
      client.setAutoReconnectOnCloseEnabled(true);
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALL_TIMEOUT);
      while (!client.verifyConnection()) {
        if (System.nanoTime() > deadline) {
          throw new IOException("no connection");
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StartException.unavailable("interrupted");
    } catch (Exception e) {
      throw StartException.unavailable("Socket Mode does not connect: " + e.getClass().getName());
    }
  }

  /** Lets the answers under way go out; no new ones come, as the connection is closed by now. */
  private static void finish(ExecutorService answers) throws InterruptedException {
    answers.shutdown();
    if (!answers.awaitTermination(FINISHING.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Some answers under way were given up");
    }
  }

  /** The app alone would leave a client running that is about to connect anew. */
  private static void close(SocketModeApp socketMode, SocketModeClient client) throws Exception {
    client.setAutoReconnectOnCloseEnabled(false);
    client.setAutoReconnectEnabled(false);
    socketMode.close();
    client.close();
  }

  private void listen(App app, int wanted) throws StartException {
    try {
      app.start();
      HttpEndpoint endpoint = HttpEndpoint.start(app, wanted);
      parts.push(endpoint);
      port = endpoint.port();
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

  /** Bolt takes from the environment what is not set here. */
  private static AppConfig appConfig(SlackSettings settings, Slack slack) {
    String secret = settings.signingSecret();
    return AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(settings.botToken())
        .signingSecret(secret == null ? "" : secret)
        .clientId(null)
        .clientSecret(null)
        .authTestCacheEnabled(true)
        .authTestCacheExpirationMillis(KEEP_AUTHORIZATION)
        .allEventsApiAutoAckEnabled(true)
        .build();
  }

  private static void checkToken(Slack slack, String name, Call call) throws StartException {
    String apiUrl = slack.getConfig().getMethodsEndpointUrlPrefix();
    try {
      SlackApiTextResponse response = call.run();
      if (!response.isOk()) {
        throw StartException.refused("Slack refuses " + name + ": " + response.getError());
      }
    } catch (SlackApiException e) {
      throw StartException.unavailable(apiUrl + " answers HTTP " + e.getResponse().code());
    } catch (IOException e) {
      throw StartException.unavailable(
          "Slack cannot be reached at " + apiUrl + ": " + e.getClass().getSimpleName());
    } catch (JsonParseException e) {
      // The message quotes what was read.
      throw StartException.unavailable(
          "what answers at " + apiUrl + " is not Slack's Web API; see SLACK_API_URL");
    }
  }

  private interface Call {
    SlackApiTextResponse run() throws IOException, SlackApiException;
  }
}
