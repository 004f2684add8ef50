package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.incident.Teller;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import io.github.smtpbot.log.source.LogSources;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the bot offers to programs that speak the Model Context Protocol: tools that only read, each
 * of which answers in words and in the JSON of {@code docs/json.md}. Unless the owner chooses
 * otherwise, an answer holds no more of what was given than a public post would. Safe for use by
 * many threads.
 */
public final class McpTools {

  /** What a client is told of all the tools. */
  public static final String INSTRUCTIONS =
      "Answers questions about SMTP from a checked catalog, with sources: what a reply code or an"
          + " enhanced status code means, whether it is retried, who has to act and what to do"
          + " first. Use diagnose for what a server said, a bounce or a log line; use"
          + " summarise_log for a mail log.";

  private static final String LANG = "lang";
  private static final String QUESTION = "question";
  private static final String CODES = "codes";
  private static final String TEXT = "text";
  private static final String LOG = "log";
  private static final String PATH = "path";
  private static final String ZONE = "zone";
  private static final String WORDS = "words";

  private static final int FEWEST = 2;
  private static final int MOST = 5;
  private static final int WIDTH = 80;

  private final SmtpBot bot;
  private final McpJsonMapper json;
  private final Locale locale;
  private final boolean masked;
  private final boolean files;

  /**
   * The tools.
   *
   * @param json of the same server
   * @param locale the language of answers to calls that name none
   * @param masked whether answers hold no more of what was given than a public post would
   * @param files whether a log may be named by its path on this machine
   */
  public McpTools(SmtpBot bot, McpJsonMapper json, Locale locale, boolean masked, boolean files) {
    this.bot = bot;
    this.json = json;
    this.locale = locale;
    this.masked = masked;
    this.files = files;
  }

  /**
   * A tool and what it does.
   *
   * @param tool what a client is told of it
   * @param call takes the arguments
   */
  public record Offered(Tool tool, Function<Map<String, Object>, CallToolResult> call) {}

  /** All of them. */
  public List<Offered> all() {
    return List.of(
        offered(
            "explain",
            "Explain SMTP codes",
            "What a reply code, an enhanced status code or both mean, and what they mean at a"
                + " provider: \"550 5.7.1\", \"421 gmail\", \"is 452 permanent?\".",
            ordered(QUESTION, text("A question in your own words, or just codes.")),
            List.of(QUESTION),
            arguments -> answer(string(arguments, QUESTION), arguments)),
        offered(
            "compare",
            "Compare SMTP codes",
            "How two to five codes differ, and which applies when: [\"252\", \"501\"].",
            ordered(
                CODES,
                ordered(
                    "type",
                    "array",
                    "items",
                    ordered("type", "string"),
                    "minItems",
                    FEWEST,
                    "maxItems",
                    MOST,
                    "description",
                    "Reply codes such as 550 or enhanced status codes such as 5.7.1.")),
            List.of(CODES),
            arguments -> answer(String.join(" ", strings(arguments, CODES)), arguments)),
        offered(
            "diagnose",
            "Diagnose a mail failure",
            "Why a message failed, from a server's reply, a log line, an exception or a whole"
                + " bounce: the cause, whether it is retried, who acts, what to do first.",
            ordered(
                TEXT, text("What the server, the log or the bounce says; up to 64 KiB of text.")),
            List.of(TEXT),
            arguments -> answer(string(arguments, TEXT), arguments)),
        offered(
            "summarise_log",
            "Summarise a mail log",
            "What fails in a mail log, since when, how much of it, at whom, whose fault it is,"
                + " and what to do first. Nineteen formats are recognised, Postfix and Exim among"
                + " them.",
            log(),
            files ? List.of() : List.of(LOG),
            this::summarise),
        offered(
            "search",
            "Search SMTP codes",
            "Finds codes by words: \"mailbox full\", \"greylisting\".",
            ordered(WORDS, text("A few words.")),
            List.of(WORDS),
            arguments -> answer(string(arguments, WORDS), arguments)));
  }

  private Map<String, Object> log() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(LOG, text("Lines of the log; up to 10 MiB."));
    if (files) {
      fields.put(PATH, text("The path of a log on this machine instead; packed ones, too."));
    }
    fields.put(ZONE, text("The time zone of times that are logged without one, such as UTC."));
    return fields;
  }

  private static Map<String, Object> text(String description) {
    return ordered("type", "string", "description", description);
  }

  /** As they are written here, in every run. */
  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private Offered offered(
      String name,
      String title,
      String description,
      Map<String, Object> fields,
      List<String> required,
      Function<Map<String, Object>, CallToolResult> call) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put(LANG, text("The language of the answer: " + languages()));
    Tool tool =
        Tool.builder(name, ordered("type", "object", "properties", all, "required", required))
            .title(title)
            .description(description)
            .outputSchema(name.equals("summarise_log") ? logSchema() : answerSchema())
            .annotations(
                ToolAnnotations.builder()
                    .title(title)
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .idempotentHint(true)
                    .openWorldHint(false)
                    .build())
            .build();
    return new Offered(tool, arguments -> guarded(call, arguments));
  }

  private String languages() {
    return bot.languages().stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
  }

  /** What is the same in every answer; docs/json.md has the rest. */
  private static Map<String, Object> answerSchema() {
    return ordered(
        "type",
        "object",
        "properties",
        ordered(
            "kind", text("What kind of answer it is."),
            "title", text("What it is about."),
            "summary", text("The answer in a sentence or two."),
            "lang", text("Its language.")),
        "required",
        List.of("kind", "title", "summary", "lang"));
  }

  private static Map<String, Object> logSchema() {
    return ordered(
        "type",
        "object",
        "properties",
        ordered(
            "headline", text("What happens, and who acts, in a sentence."),
            "totals", ordered("type", "object"),
            "groups", ordered("type", "array"),
            "changes", ordered("type", "array")),
        "required",
        List.of("headline", "totals", "groups", "changes"));
  }

  /** A wrong argument, and a fault of ours, is told without what was given. */
  private static CallToolResult guarded(
      Function<Map<String, Object>, CallToolResult> call, @Nullable Map<String, Object> arguments) {
    try {
      return call.apply(arguments == null ? Map.of() : arguments);
    } catch (WrongArgument e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return failed("internal error: " + e.getClass().getSimpleName());
    }
  }

  private static CallToolResult failed(String why) {
    return CallToolResult.builder().addTextContent(why).isError(true).build();
  }

  private CallToolResult answer(String text, Map<String, Object> arguments) {
    Locale reader = locale(arguments);
    Answer own = bot.answer(text, reader);
    Shareable shareable = shareable(own);
    Answer told = masked && shareable != null ? bot.answerShared(shareable, reader) : own;
    TextRenderer renderer = new TextRenderer(WIDTH, Style.PLAIN, bot.label("sources", reader));
    return result(
        renderer.render(told.brief(), told.tone()).strip(),
        masked ? AnswerJson.writeShared(told, own.diagnosis()) : AnswerJson.write(own),
        told.kind() == Answer.Kind.LIMIT);
  }

  /** Where all the words may be somebody's own, what was found is told without them. */
  private static @Nullable Shareable shareable(Answer own) {
    Shareable shareable = own.shareable();
    Diagnosis diagnosis = own.diagnosis();
    return shareable != null || diagnosis == null || diagnosis.isEmpty()
        ? shareable
        : Shareable.Found.of(diagnosis.findings().get(0));
  }

  private CallToolResult summarise(Map<String, Object> arguments) {
    Summariser summariser = bot.summariser();
    ZoneId zone = zone(arguments);
    LogCount count = MailLog.read(sources(arguments), LogOptions.all().withZone(zone), summariser);
    LogSummary summary = summariser.summary().with(count);
    Locale reader = locale(arguments);
    Incident incident = bot.tell(summary, Teller.USUAL_GROUPS, zone, reader);
    return result(
        new LogText(bot, reader, WIDTH, Style.PLAIN)
            .render(summary, incident, null, Teller.USUAL_GROUPS)
            .strip(),
        LogJson.write(summary, incident, null, Teller.USUAL_GROUPS),
        false);
  }

  private List<LogSource> sources(Map<String, Object> arguments) {
    if (files && arguments.get(PATH) instanceof String path) {
      if (arguments.get(LOG) != null) {
        throw new WrongArgument("give log or path, not both");
      }
      try {
        if (!Files.isReadable(Path.of(path))) {
          throw new WrongArgument("the path names nothing that can be read");
        }
        return LogSources.of(List.of(path), new ByteArrayInputStream(new byte[0]));
      } catch (IOException | InvalidPathException e) {
        throw new WrongArgument("the path names nothing that can be listed");
      }
    }
    byte[] bytes = string(arguments, LOG).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > SmtpBot.MAX_MESSAGE) {
      throw new WrongArgument("log is longer than " + SmtpBot.MAX_MESSAGE + " bytes");
    }
    return List.of(LogSource.of(LOG, new ByteArrayInputStream(bytes)));
  }

  private static ZoneId zone(Map<String, Object> arguments) {
    if (arguments.get(ZONE) == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(string(arguments, ZONE));
    } catch (DateTimeException e) {
      throw new WrongArgument("zone has to be a time zone such as UTC, +07:00 or Asia/Bangkok");
    }
  }

  private CallToolResult result(String words, String line, boolean wrong) {
    return CallToolResult.builder()
        .addTextContent(words)
        .structuredContent(json, line)
        .isError(wrong)
        .build();
  }

  private Locale locale(Map<String, Object> arguments) {
    return arguments.get(LANG) instanceof String tag
        ? Locale.forLanguageTag(tag.replace('_', '-'))
        : locale;
  }

  private static String string(Map<String, Object> arguments, String name) {
    if (arguments.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new WrongArgument(name + " has to be a text that is not empty");
  }

  private static List<String> strings(Map<String, Object> arguments, String name) {
    List<String> strings = new ArrayList<>();
    if (arguments.get(name) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof String text && !text.isBlank()) {
          strings.add(text);
        }
      }
    }
    if (strings.size() < FEWEST || strings.size() > MOST) {
      throw new WrongArgument(name + " has to be " + FEWEST + " to " + MOST + " codes");
    }
    return strings;
  }

  /** What a client has to write otherwise; the message tells it. */
  private static final class WrongArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongArgument(String message) {
      super(message);
    }
  }
}
