package io.github.smtpbot.slack.bot;

import io.github.smtpbot.slack.bot.SlackSettings.Mode;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code smtpbot-slack}: reads the settings, runs the bot until it is told to stop. */
@Command(
    name = "smtpbot-slack",
    description = "Answers SMTP questions in Slack: /smtp 252 501",
    mixinStandardHelpOptions = true,
    versionProvider = SlackMain.Version.class,
    sortOptions = false,
    footerHeading = "%nSettings, from the environment:%n",
    footer = {
      "  SLACK_BOT_TOKEN           xoxb-..., of the one workspace",
      "  SLACK_APP_TOKEN           xapp-..., for Socket Mode (no public address needed)",
      "  SLACK_SIGNING_SECRET      for HTTP mode: POST /slack/events, GET /healthz",
      "  SMTPBOT_SLACK_MODE        socket or http; unless set: socket if there is an",
      "                            app token, otherwise http",
      "  PORT                      where HTTP mode listens (3000)",
      "  SLACK_API_URL             root of the Web API (https://slack.com/api/); GovSlack's",
      "                            is https://slack-gov.com/api/",
      "  SMTPBOT_SLACK_VISIBILITY  who sees an answer to /smtp at first: ephemeral (the",
      "                            asker alone, the default) or in_channel",
      "  SMTPBOT_SLACK_LANGUAGE    of what all read: en or th; unless set, that of whoever",
      "                            asks",
      "  SMTPBOT_SLACK_REACTION    an emoji, such as smtp: a message to which anybody reacts",
      "                            with it is answered in its thread; none unless set",
      "  SMTPBOT_NOTES             a YAML file of notes that stand above answers",
      "  SMTPBOT_MCP_TOKEN         programs that send it may use the tools of the Model",
      "                            Context Protocol at /mcp (HTTP mode); off unless set",
      "  SMTPBOT_METRICS_PORT      shows /metrics, /health/live and /health/ready there; off",
      "                            unless set",
      "  SMTPBOT_METRICS_HOST      the address for that (127.0.0.1)",
      "  SMTPBOT_LOG_FORMAT        text (default), or json: an object a line",
      "  SMTPBOT_LOG_LEVEL         of smtpbot's own log (INFO)",
      "",
      "For several workspaces, in the place of SLACK_BOT_TOKEN (docs/operations.md):",
      "  SLACK_CLIENT_ID, SLACK_CLIENT_SECRET",
      "                            they install the app at GET /slack/install",
      "  SLACK_REDIRECT_URI        https://your.host/slack/oauth_redirect, if the app has",
      "                            more than one",
      "  SLACK_SCOPES              other scopes than the bot needs, with commas",
      "",
      "A database, for notes, settings and several workspaces or copies (docs/operations.md):",
      "  SMTPBOT_DATABASE          jdbc:sqlite:/path/file.db, or jdbc:postgresql://host/name",
      "                            with SMTPBOT_DATABASE_USER, SMTPBOT_DATABASE_PASSWORD",
      "  SMTPBOT_KEY               tokens are sealed with it: 32 bytes in base64;",
      "                            SMTPBOT_OLD_KEYS: those of before, with commas",
      "",
      "Exit codes: 2 a setting is missing or wrong, 3 Slack refuses a token, 4 Slack or",
      "the database cannot be reached, or the port is taken; 143 after SIGTERM, upon which it lets",
      "the answers under way go out."
    })
public final class SlackMain implements Callable<Integer> {

  private final Map<String, String> environment;
  private final CountDownLatch stopped;

  @Spec private @Nullable CommandSpec spec;

  SlackMain(Map<String, String> environment, CountDownLatch stopped) {
    this.environment = environment;
    this.stopped = stopped;
  }

  /** Runs the program; it ends with one of the exit codes that {@code --help} lists. */
  public static void main(String[] args) {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  awaitClosing(main, closed);
                },
                "smtpbot-stop"));
    int exitCode = run(System.getenv(), stopped, args);
    closed.countDown();
    System.exit(exitCode);
  }

  /** Without an option there is nothing to parse, and a parser takes a while to load. */
  private static int run(Map<String, String> environment, CountDownLatch stopped, String... args) {
    if (args.length > 0) {
      return commandLine(environment, stopped).execute(args);
    }
    return new SlackMain(environment, stopped)
        .run(
            new PrintWriter(System.out, true, Charset.defaultCharset()),
            new PrintWriter(System.err, true, Charset.defaultCharset()));
  }

  /** The program, which runs until {@code stopped} is counted down. */
  static CommandLine commandLine(Map<String, String> environment, CountDownLatch stopped) {
    return new CommandLine(new SlackMain(environment, stopped));
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    return run(line.getOut(), line.getErr());
  }

  private int run(PrintWriter out, PrintWriter err) {
    try {
      SlackSettings settings = SlackSettings.of(environment);
      try (SlackBot bot = SlackBot.start(settings)) {
        String how = settings.mode() == Mode.SOCKET ? "Socket Mode" : "HTTP, port " + bot.port();
        out.println("smtpbot-slack is ready: " + how);
        out.flush();
        stopped.await();
        bot.drain();
      }
      return 0;
    } catch (StartException e) {
      err.println("smtpbot-slack: " + e.getMessage());
      err.flush();
      return e.exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** The JVM ends with its last shutdown hook, so this one waits for the bot to close. */
  private static void awaitClosing(Thread main, CountDownLatch closed) {
    try {
      if (main.isAlive()) {
        closed.await(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"smtpbot-slack " + number()};
    }

    static String number() {
      String version = SlackMain.class.getPackage().getImplementationVersion();
      return version == null ? "(unpackaged)" : version;
    }
  }
}
