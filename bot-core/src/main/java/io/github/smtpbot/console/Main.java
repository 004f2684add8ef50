package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The terminal program: one question, a prompt, a batch, or a log. */
@Command(
    name = "smtpbot",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Answers SMTP questions: codes, commands, words, or a pasted reply, log line or bounce.",
    footer = {
      "",
      "Without a question, text on standard input is the question; on a terminal a prompt starts.",
      "",
      "Examples:",
      "  smtpbot 252 501",
      "  smtpbot 550 5.7.1 --lang th",
      "  smtpbot mailbox full",
      "  smtpbot < bounce.eml",
      "  smtpbot log /var/log/mail.log",
      "  smtpbot mcp",
      "  echo '{\"id\":\"1\",\"text\":\"550 5.7.1\"}' | smtpbot batch",
      "",
      "Exit codes: 0 answered, 1 nothing known, 2 wrong usage."
    })
public final class Main implements Callable<Integer> {

  private static final int ANSWERED = 0;
  private static final int NOTHING_KNOWN = 1;
  private static final int USAGE = 2;
  private static final int DEFAULT_WIDTH = 80;
  private static final String LOG = "log";
  private static final String MCP = "mcp";

  /**
   * Where the program reads and writes; a test has its own.
   *
   * @param bytes the same as {@code out}, for what writes no text
   */
  record Surroundings(
      InputStream in,
      PrintWriter out,
      OutputStream bytes,
      PrintWriter err,
      Map<String, String> environment,
      boolean terminal) {}

  private final Surroundings surroundings;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "Language of the answer, such as en or th; otherwise from LC_ALL, LC_MESSAGES, LANG.")
  private @Nullable String lang;

  @Option(names = "--json", description = "Print the answer as one line of JSON (docs/json.md).")
  private boolean json;

  @Option(
      names = "--brief",
      description = "Print only what goes on one screen: verdict, meaning, the first step.")
  private boolean brief;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Read the question from a file: a bounce (.eml), a log, any text.")
  private @Nullable Path file;

  @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "What is asked.")
  private List<String> question = List.of();

  Main(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs the program and ends with its exit code. */
  public static void main(String[] args) {
    System.setProperty(QuietLogging.PROPERTY, QuietLogging.class.getName());
    Surroundings surroundings =
        new Surroundings(
            System.in,
            new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false),
            System.out,
            new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
            System.getenv(),
            isTerminal());
    int exit = run(surroundings, args);
    surroundings.out().flush();
    System.exit(exit);
  }

  /** Whether a person sits at both ends. */
  @SuppressWarnings(
      "SystemConsoleNull") // Since Java 22 only the old console is null in a pipe: it is asked for.
  private static boolean isTerminal() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** Runs the program. */
  static int run(Surroundings surroundings, String... args) {
    Main main = new Main(surroundings);
    if (isPlainQuestion(args)) {
      return main.ask(List.of(args));
    }
    CommandLine program = new CommandLine(main).addSubcommand("batch", new BatchCommand(main));
    boolean help = List.of(args).contains("--help") || List.of(args).contains("-h");
    if (help || isFirst(LOG, args)) {
      program.addSubcommand(LOG, new LogCommand(main));
    }
    if (help || isFirst(MCP, args)) {
      program.addSubcommand(MCP, new McpCommand(main));
    }
    return program
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> {
              surroundings.err().println("smtpbot: " + e.getMessage());
              return USAGE;
            })
        .execute(args);
  }

  /**
   * Whether there is nothing to parse: no option, no subcommand. Loading a parser takes longer than
   * the answer.
   */
  private static boolean isPlainQuestion(String... args) {
    for (String arg : args) {
      if (arg.startsWith("-") || arg.startsWith("@") || arg.equals("batch")) {
        return false;
      }
    }
    return args.length > 0 && !args[0].equals(LOG) && !args[0].equals(MCP);
  }

  /** Whether it is this subcommand, and not a question with that word in it. */
  private static boolean isFirst(String name, String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--lang")) {
        i++;
      } else if (!args[i].startsWith("-")) {
        return args[i].equals(name);
      }
    }
    return false;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Style style() {
    boolean colour = surroundings.terminal() && !surroundings.environment().containsKey("NO_COLOR");
    return colour ? Style.COLOUR : Style.PLAIN;
  }

  private int ask(List<String> words) {
    question = words;
    SmtpBot bot = SmtpBot.createUncached();
    checkLanguage(bot);
    return print(bot, bot.answer(String.join(" ", words), locale()));
  }

  private int print(SmtpBot bot, Answer answer) {
    surroundings.out().println(json ? AnswerJson.write(answer) : text(bot, answer, width()));
    return exitCode(answer);
  }

  @Override
  public Integer call() throws IOException {
    if (!question.isEmpty()) {
      return ask(question);
    }
    SmtpBot bot = SmtpBot.createUncached();
    checkLanguage(bot);
    if (file == null && surroundings.terminal()) {
      new Prompt(bot, locale(), (answer, width) -> text(bot, answer, width)).run();
      return ANSWERED;
    }
    return print(bot, read(bot));
  }

  private Answer read(SmtpBot bot) throws IOException {
    byte[] bytes = read();
    boolean short_ = bytes.length <= SmtpBot.MAX_TEXT && !MessageFile.is(bytes);
    return short_
        ? bot.answer(new String(bytes, StandardCharsets.UTF_8), locale())
        : bot.answerMessage(bytes, locale());
  }

  /** One byte more than is allowed is enough to see that there is too much. */
  private byte[] read() throws IOException {
    Path path = file;
    if (path == null) {
      return surroundings.in().readNBytes(SmtpBot.MAX_MESSAGE + 1);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(SmtpBot.MAX_MESSAGE + 1);
    } catch (IOException e) {
      throw new IOException(
          "cannot read " + path + ": give the path of a bounce, a log or a text file", e);
    }
  }

  private static int exitCode(Answer answer) {
    return switch (answer.kind()) {
      case UNKNOWN -> NOTHING_KNOWN;
      case LIMIT -> USAGE;
      case DIAGNOSIS ->
          answer.diagnosis() == null || answer.diagnosis().isEmpty() ? NOTHING_KNOWN : ANSWERED;
      default -> ANSWERED;
    };
  }

  private String text(SmtpBot bot, Answer answer, int width) {
    TextRenderer renderer = new TextRenderer(width, style(), bot.label("sources", locale()));
    return (brief ? renderer.render(answer.brief(), answer.tone()) : renderer.render(answer))
        .stripTrailing();
  }

  int width() {
    String columns = surroundings.environment().getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
  }

  /** Says that there are no words in the language that was asked for. */
  void checkLanguage(SmtpBot bot) {
    Locale asked = locale();
    boolean known =
        lang == null
            || bot.languages().stream()
                .anyMatch(language -> language.getLanguage().equals(asked.getLanguage()));
    if (!known) {
      surroundings
          .err()
          .println(
              "smtpbot: there are no words in the language \""
                  + lang
                  + "\", so this is in English; there are: "
                  + bot.languages().stream()
                      .map(Locale::toLanguageTag)
                      .sorted()
                      .collect(Collectors.joining(", ")));
    }
  }

  /** The reader's language: as asked for, else as POSIX has it in the environment, else English. */
  Locale locale() {
    if (lang != null) {
      return Locale.forLanguageTag(lang.replace('_', '-'));
    }
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = surroundings.environment().getOrDefault(name, "");
      if (!value.isEmpty()) {
        return Locale.forLanguageTag(value.split("[.@]", 2)[0].replace('_', '-'));
      }
    }
    return Locale.ENGLISH;
  }

  /** The batch subcommand. */
  @Command(
      name = "batch",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description =
          "Reads one JSON object a line from standard input, {\"id\":…, \"text\":…} or {\"id\":…, \"eml\":base64}, and prints one a line.")
  static final class BatchCommand implements Callable<Integer> {

    private final Main main;

    BatchCommand(Main main) {
      this.main = main;
    }

    @Override
    public Integer call() throws IOException {
      SmtpBot bot = SmtpBot.create();
      main.checkLanguage(bot);
      new Batch(bot, main.locale()).run(main.surroundings.in(), main.surroundings.out());
      return ANSWERED;
    }
  }

  /** The version, from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"smtpbot " + number()};
    }

    static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
