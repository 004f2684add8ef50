package io.github.smtpbot.discord.bot;

import io.github.smtpbot.discord.bot.DiscordBot.Ended;
import io.github.smtpbot.discord.bot.DiscordBot.Invitation;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.IntegrationType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: a Discord bot of its own, configured by the environment. */
@Command(
    name = "smtpbot-discord",
    mixinStandardHelpOptions = true,
    versionProvider = DiscordMain.Version.class,
    description = "Answers SMTP questions on Discord. Runs until it is told to stop.",
    footerHeading = "%nSettings, from the environment:%n",
    footer = {
      "  DISCORD_TOKEN               the bot's token (required)",
      "  DISCORD_API_URL             a proxy or a test server instead of",
      "                              https://discord.com/api",
      "  DISCORD_SHARDS              auto (default), or how many shards in all",
      "  DISCORD_SHARD_IDS           which of them this process holds, such as 0-3,8;",
      "                              all by default",
      "  SMTPBOT_DISCORD_VISIBILITY  who sees the answer about codes when the asker does",
      "                              not choose: everyone (default) or asker; to",
      "                              words and pasted text, it is the asker alone",
      "  SMTPBOT_NOTES               a YAML file of notes that stand above answers",
      "  SMTPBOT_DATABASE            where servers keep notes and settings of their own:",
      "                              docs/operations.md",
      "  SMTPBOT_METRICS_PORT        shows /metrics, /health/live and /health/ready",
      "                              there; off by default",
      "  SMTPBOT_METRICS_HOST        the address for that (127.0.0.1)",
      "  SMTPBOT_LOG_FORMAT          text (default), or json: an object a line",
      "",
      "Exit codes: 0 closed, 2 a setting or an option is wrong, 3 Discord refuses the",
      "token, 4 Discord lets the bot in no more or the database cannot be reached, 5 out",
      "of memory (3 where the Java virtual machine ends itself then); 143 after SIGTERM,",
      "upon which it finishes what it has begun. While Discord cannot be reached it",
      "waits, and says so."
    })
public final class DiscordMain implements Callable<Integer> {

  static final int STOPPED = 0;
  static final int OUT_OF_MEMORY = 5;

  private final Map<String, String> environment;
  private final Consumer<DiscordBot> started;

  @Spec private @Nullable CommandSpec spec;

  private DiscordMain(Map<String, String> environment, Consumer<DiscordBot> started) {
    this.environment = environment;
    this.started = started;
  }

  /** Runs the bot until it ends, and ends the process. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    Thread.setDefaultUncaughtExceptionHandler(new OutOfMemory(System.err));
    System.exit(run(args, System.getenv(), out, err, DiscordMain::closeOnSignal));
  }

  private static void closeOnSignal(DiscordBot bot) {
    Runtime.getRuntime().addShutdownHook(new Thread(bot::close, "shutdown"));
  }

  /**
   * Runs the bot until it ends.
   *
   * @param args options
   * @param environment the settings
   * @param started is given the bot when Discord has taken the token
   * @return the exit code
   */
  static int run(
      String[] args,
      Map<String, String> environment,
      PrintWriter out,
      PrintWriter err,
      Consumer<DiscordBot> started) {
    DiscordMain main = new DiscordMain(environment, started);
    // Without an option there is nothing to parse, and a parser takes a while to load.
    return args.length == 0
        ? main.run(out, err)
        : new CommandLine(main).setOut(out).setErr(err).execute(args);
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    return run(line.getOut(), line.getErr());
  }

  private int run(PrintWriter out, PrintWriter err) {
    try {
      DiscordBot bot = DiscordBot.start(DiscordSettings.of(environment));
      started.accept(bot);
      bot.onReady(invitation -> greet(out, invitation));
      Ended ended = bot.awaitEnd();
      bot.close();
      check(ended);
      return STOPPED;
    } catch (StartException e) {
      err.println("smtpbot-discord: " + e.getMessage());
      return e.exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return STOPPED;
    }
  }

  /** What Discord says at the start, it may also say only once the shards connect. */
  private static void check(Ended ended) throws StartException {
    switch (ended.ending()) {
      case CLOSED -> {}
      case TOKEN_REFUSED -> throw StartException.refused();
      case SHARDS_REFUSED ->
          throw StartException.usage(
              "Discord refuses so few shards; set " + DiscordSettings.SHARDS + " to auto");
      case DISCONNECTED ->
          throw StartException.unavailable(
              "Discord ended the connection for good (" + ended.why() + ")");
    }
  }

  /**
   * Says how to add the bot. The scope of commands alone is asked for: as a member of a server the
   * bot could do nothing more, and Discord would tell it of all that happens there.
   */
  private static void greet(PrintWriter out, Invitation invitation) {
    String link =
        "https://discord.com/oauth2/authorize?client_id="
            + invitation.application()
            + "&scope=applications.commands&integration_type=";
    out.println("smtpbot-discord is ready.");
    if (invitation.contexts().contains(IntegrationType.GUILD_INSTALL)) {
      out.println("Add it to a server:       " + link + IntegrationType.GUILD_INSTALL.getType());
    }
    if (invitation.contexts().contains(IntegrationType.USER_INSTALL)) {
      out.println("Add it to your account:   " + link + IntegrationType.USER_INSTALL.getType());
    }
  }

  /** The version that stands in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = DiscordMain.class.getPackage().getImplementationVersion();
      return new String[] {
        "smtpbot-discord " + Objects.requireNonNullElse(version, "(development)")
      };
    }
  }
}
