package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.chart.FailureChart;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.incident.Teller;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import io.github.smtpbot.log.source.LogSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The log subcommand: what a mail log says, on one screen, as JSON or as CSV. */
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Reads mail logs, event files and mailboxes of bounces, and tells what fails, since when, how much, at whom, and what to do first.",
    footer = {
      "",
      "Files may be packed (.gz, .zst, .bz2, .xz); a folder is read as a Maildir, as a rotated set or as messages.",
      "",
      "Examples:",
      "  smtpbot log /var/log/mail.log",
      "  smtpbot log /var/log/mail.log* --since 2026-11-27T12:00 --by domain",
      "  journalctl -o json -u postfix | smtpbot log -",
      "  smtpbot log /var/log/mail.log --chart failures.png",
      "  smtpbot log --follow /var/log/mail.log",
      "",
      "Exit codes: 0 told, 1 no delivery was found, 2 wrong usage, or a file could not be read to its end, or the picture not be written; the rest was told."
    })
final class LogCommand implements Callable<Integer> {

  private static final int TOLD = 0;
  private static final int NOTHING_FOUND = 1;
  private static final int NOT_ALL_READ = 2;

  /** Between two looks at what changed in a log that is followed. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Main main;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Logs, folders, or - for standard input, which is read if there is none.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Option(
      names = "--csv",
      description = "Print the groups, or with --by its counts, as CSV (RFC 4180).")
  private boolean csv;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only attempts from then on: 14:05, 2026-11-27, 2026-11-27T14:05, …Z, or 2h ago.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only attempts before then.")
  private @Nullable String until;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "Count attempts by cause, provider, domain, sender-domain or hour as well.")
  private @Nullable String by;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "How many groups, and how many rows of --by, are shown: usually 8; of a CSV, all.")
  private @Nullable Integer top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Read only lines of this format, such as postfix; otherwise it is recognised.")
  private @Nullable String format;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The time zone of times that are logged without one, and of the times told, such as UTC or Asia/Bangkok; otherwise that of this machine.")
  private @Nullable String zone;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Also draw failures over time: a file that ends in .png or .svg.")
  private @Nullable Path chart;

  @Option(
      names = "--follow",
      description = "Keep reading like tail -F, and tell when a group begins, rises or ends.")
  private boolean follow;

  LogCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    SmtpBot bot = SmtpBot.createUncached();
    ZoneId where = zone();
    Breakdown breakdown = breakdown();
    main.checkLanguage(bot);
    checkTogether();
    Instant from = time("--since", since, where);
    Instant to = time("--until", until, where);
    if (from != null && to != null && !from.isBefore(to)) {
      throw wrong("--since has to lie before --until");
    }
    LogOptions options =
        LogOptions.all().withZone(where).withFormat(format()).withSince(from).withUntil(to);
    if (follow) {
      return follow(bot, options);
    }
    LogSummary summary = read(bot, options);
    LogCount count = summary.count();
    int most = top == null ? csv ? Integer.MAX_VALUE : Teller.USUAL_GROUPS : top;
    Incident incident = bot.tell(summary, most, where, main.locale());
    print(bot, summary, incident, breakdown, most);
    if (chart != null && !draw(bot, summary, incident, chart)) {
      return NOT_ALL_READ;
    }
    if (!count.problems().isEmpty()) {
      complain(incident);
      return NOT_ALL_READ;
    }
    return summary.totals().attempts().all().value() == 0 ? NOTHING_FOUND : TOLD;
  }

  private LogSummary read(SmtpBot bot, LogOptions options) {
    List<LogSource> sources = sources();
    Summariser summariser = bot.summariser();
    Summariser earlier = bot.earlierSummariser();
    LogCount count;
    try (ProgressBar bar = ProgressBar.of(main.surroundings())) {
      count = MailLog.read(sources, options.withProgress(bar::at), summariser, earlier);
    }
    return summariser.summary().with(count).comparedWith(earlier.summary());
  }

  /** What would not do anything together is refused, so that nobody waits for it. */
  private void checkTogether() {
    if (top != null && top < 1) {
      throw wrong("--top has to be at least 1");
    }
    if (json && csv) {
      throw wrong("--json and --csv exclude each other");
    }
    if (chart != null && !ChartFile.isPicture(chart)) {
      throw wrong("--chart needs a file that ends in .png or .svg");
    }
    if (follow && (json || csv || by != null || top != null || chart != null || until != null)) {
      throw wrong(
          "--follow prints lines as things happen: it goes with none of --json, --csv, --by, --top, --chart and --until");
    }
  }

  private void print(
      SmtpBot bot, LogSummary summary, Incident incident, @Nullable Breakdown breakdown, int most) {
    if (json) {
      main.surroundings().out().println(LogJson.write(summary, incident, breakdown, most));
    } else if (csv) {
      main.surroundings().out().print(LogCsv.write(summary, incident, breakdown, most));
    } else {
      main.surroundings()
          .out()
          .println(
              new LogText(bot, main.locale(), main.width(), main.style())
                  .render(summary, incident, breakdown, most));
    }
  }

  /** The summary is told whatever becomes of the picture. */
  private boolean draw(SmtpBot bot, LogSummary summary, Incident incident, Path file) {
    Optional<FailureChart> failures = bot.chart(summary, incident);
    String problem =
        failures.isEmpty()
            ? "no picture was drawn: nothing failed, or the log tells no times"
            : ChartFile.write(file, failures.get());
    if (problem != null) {
      main.surroundings().err().println("smtpbot: " + problem);
    } else if (!failures
        .get()
        .texts()
        .title()
        .equals(bot.label("log.picture.title", incident.language()))) {
      main.surroundings()
          .err()
          .println("smtpbot: the picture is in English: this machine has no font for the language");
    }
    return failures.isEmpty() || problem == null;
  }

  /** What could not be read is told where nobody parses it; the text has it already. */
  private void complain(Incident incident) {
    if (json || csv) {
      for (String note : incident.notes()) {
        main.surroundings().err().println("smtpbot: " + LogText.printable(note));
      }
    }
  }

  private List<LogSource> sources() {
    List<String> names = files.isEmpty() ? List.of("-") : files;
    if (files.isEmpty() && main.surroundings().terminal()) {
      throw wrong("give the path of a mail log, or - to read standard input");
    }
    try {
      return LogSources.of(names, main.surroundings().in());
    } catch (IOException e) {
      throw wrong("cannot list a folder that was given");
    }
  }

  private int follow(SmtpBot bot, LogOptions options) {
    if (files.isEmpty() || files.contains("-")) {
      throw wrong("--follow needs the path of a log");
    }
    try (LogFollower follower =
        new LogFollower(bot, main.surroundings().out(), main.locale(), files, options, LOOK)) {
      follower.run();
    }
    return TOLD;
  }

  private ZoneId zone() {
    if (zone == null) {
      return ZoneId.systemDefault();
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong("--zone has to be a time zone such as UTC, +07:00 or Asia/Bangkok");
    }
  }

  private @Nullable LogFormat format() {
    if (format == null) {
      return null;
    }
    for (LogFormat known : LogFormat.values()) {
      if (known.option().equalsIgnoreCase(format)) {
        return known;
      }
    }
    List<String> options = List.of(LogFormat.values()).stream().map(LogFormat::option).toList();
    throw wrong("--format has to be one of " + String.join(", ", options));
  }

  private @Nullable Breakdown breakdown() {
    if (by == null) {
      return null;
    }
    for (Breakdown known : Breakdown.values()) {
      if (known.option().equalsIgnoreCase(by)) {
        return known;
      }
    }
    throw wrong("--by has to be cause, provider, domain, sender-domain or hour");
  }

  private @Nullable Instant time(String option, @Nullable String text, ZoneId where) {
    if (text == null) {
      return null;
    }
    Instant time = WrittenTime.read(text, where, Instant.now());
    if (time == null) {
      throw wrong(
          option
              + " has to be a time such as 14:05, 2026-11-27, 2026-11-27T14:05, 2026-11-27T14:05:00Z, or 2h for two hours ago");
    }
    return time;
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
