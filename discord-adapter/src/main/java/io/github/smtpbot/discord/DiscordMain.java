package io.github.smtpbot.discord;

import io.github.smtpbot.discord.DiscordBot.Ending;
import io.github.smtpbot.discord.DiscordSettings.InvalidSettingException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
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
      "  SMTPBOT_DISCORD_VISIBILITY  who sees the answer about codes when the asker does",
      "                              not choose: everyone (default) or asker; to",
      "                              words and pasted text, it is the asker alone",
      "",
      "Exit codes: 0 closed, 1 Discord cannot be reached or ended the connection,",
      "2 a setting or an option is wrong, 3 Discord refuses the token; 143 after",
      "SIGTERM, upon which it closes its connections in good order."
    })
public final class DiscordMain implements Callable<Integer> {

  static final int STOPPED = 0;
  static final int UNREACHABLE = 1;
  static final int BAD_SETTING = 2;
  static final int TOKEN_REFUSED = 3;

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
    DiscordSettings settings;
    try {
      settings = DiscordSettings.of(environment);
    } catch (InvalidSettingException e) {
      err.println("smtpbot-discord: " + e.getMessage());
      return BAD_SETTING;
    }
    DiscordBot bot;
    try {
      bot = DiscordBot.start(settings);
    } catch (InvalidTokenException e) {
      return refused(err);
    } catch (RuntimeException e) {
      err.println("smtpbot-discord: cannot reach Discord: " + reason(e, settings));
      return UNREACHABLE;
    }
    started.accept(bot);
    bot.onReady(id -> greet(out, id));
    bot.warmUp();
    Ending ending = bot.awaitEnd();
    bot.close();
    return switch (ending) {
      case CLOSED -> STOPPED;
      case TOKEN_REFUSED -> refused(err);
      case SHARDS_REFUSED -> {
        err.println(
            "smtpbot-discord: Discord refuses so few shards; set "
                + DiscordSettings.SHARDS
                + " to auto");
        yield BAD_SETTING;
      }
      case DISCONNECTED -> {
        err.println("smtpbot-discord: Discord ended the connection for good");
        yield UNREACHABLE;
      }
    };
  }

  private static int refused(PrintWriter err) {
    err.println(
        "smtpbot-discord: Discord refuses the token; copy "
            + DiscordSettings.TOKEN
            + " anew from the Bot page of your application");
    return TOKEN_REFUSED;
  }

  /** The first line of what went wrong, without the token should it ever stand there. */
  private static String reason(RuntimeException failure, DiscordSettings settings) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = Objects.requireNonNullElse(root.getMessage(), "");
    String firstLine = message.lines().findFirst().orElse("");
    return (root.getClass().getSimpleName() + ": " + firstLine).replace(settings.token(), "…");
  }

  private static void greet(PrintWriter out, String applicationId) {
    String link = "https://discord.com/oauth2/authorize?client_id=" + applicationId;
    out.println("smtpbot-discord is ready.");
    out.println(
        "Add it to a server:       "
            + link
            + "&integration_type=0&scope=bot+applications.commands&permissions=0");
    out.println(
        "Add it to your account:   " + link + "&integration_type=1&scope=applications.commands");
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
