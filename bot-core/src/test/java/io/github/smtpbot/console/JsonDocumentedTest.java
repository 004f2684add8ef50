package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.AddressAction;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Fault;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import io.github.smtpbot.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/json.md and the JSON that is written say the same. */
class JsonDocumentedTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final List<String> DOCUMENT = document();

  /** What follows it is of the object that the log subcommand prints. */
  private static final String LOG = "## The summary of a log";

  private static List<String> document() {
    try {
      return Files.readAllLines(Path.of("../docs/json.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fields of the document's tables: what stands in the first cell, as code. */
  private static Set<String> documented() {
    return documented(DOCUMENT.subList(0, DOCUMENT.indexOf(LOG)));
  }

  private static Set<String> documented(List<String> lines) {
    Set<String> fields = new TreeSet<>();
    for (String line : lines) {
      if (line.startsWith("| `")) {
        fields.add(line.substring(3, line.indexOf('`', 3)));
      }
    }
    return fields;
  }

  @Test
  void everyFieldThatIsWrittenIsDocumentedAndNoOther() {
    Set<String> written = new TreeSet<>();
    Stream.of("252 501", "550 4.2.2", "5xx", "help", "4xx vs 5xx", "mailbox full")
        .map(question -> AnswerJson.write("1", BOT.answer(question, Locale.ENGLISH)))
        .forEach(line -> collect("", Json.object(line), written));
    collect("", Json.object(AnswerJson.write(diagnosed())), written);
    collect("", Json.object(AnswerJson.error("1", "why")), written);
    assertEquals(documented(), written);
  }

  @Test
  void everyFieldOfTheSummaryOfALogIsDocumentedAndNoOther() {
    Summariser summariser = BOT.summariser();
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    for (int i = 0; i < 200; i++) {
      boolean fails = i > 100;
      summariser.accept(
          new Delivery(
              noon.plusSeconds(i),
              "A" + i,
              "news@example.com",
              "user" + i + "@example.net",
              "mx.example.net",
              fails ? Delivery.Result.DEFERRED : Delivery.Result.DELIVERED,
              fails ? "450 4.2.0 <user" + i + "@example.net>: later" : "250 OK"));
    }
    LogCount.Problem problem = new LogCount.Problem("mail.log.gz", LogCount.Problem.Kind.TRUNCATED);
    LogSummary summary =
        summariser
            .summary()
            .with(
                new LogCount(200, 0, 20_000, Map.of(), List.of(problem))
                    .withTroubles(
                        List.of(new LogCount.Trouble("smtpd", "fatal: x", 1, noon, noon))));
    Incident incident = BOT.tell(summary, 8, ZoneOffset.UTC, Locale.ENGLISH);
    Set<String> written = new TreeSet<>();
    collect("", Json.object(LogJson.write(summary, incident, Breakdown.DOMAIN, 8)), written);
    // By format, where there are any.
    written.add("formats");
    assertEquals(documented(DOCUMENT.subList(DOCUMENT.indexOf(LOG), DOCUMENT.size())), written);
  }

  @Test
  void aSourceThatNobodyCouldReadIsMarked() {
    String reply = "host mx01.mail.icloud.com[192.0.2.1] said: 554 5.7.1 [HME1] Message rejected";
    Object answer =
        Json.object(AnswerJson.write("1", BOT.answer(reply, Locale.ENGLISH))).get("answer");
    List<?> sources = (List<?>) ((Map<?, ?>) Objects.requireNonNull(answer)).get("sources");
    Map<String, String> checked =
        Objects.requireNonNull(sources).stream()
            .map(source -> (Map<?, ?>) source)
            .collect(
                Collectors.toMap(
                    source -> String.valueOf(source.get("url")),
                    source -> String.valueOf(source.get("checked"))));
    assertEquals("false", checked.get("https://support.apple.com/en-us/102322"));
    assertEquals("true", checked.get("https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2"));
  }

  /** The path of each field; of parts, which may be anywhere, the path begins with their type. */
  private static void collect(String path, Object value, Set<String> paths) {
    if (value instanceof Map<?, ?> map) {
      Object type = map.get("type");
      String base = type == null ? path : type.toString();
      map.forEach(
          (key, inside) -> collect(base.isEmpty() ? "" + key : base + "." + key, inside, paths));
      if (type != null) {
        paths.add(path);
      }
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(path + "[]", item, paths));
    } else {
      paths.add(path);
    }
  }

  /** An answer with all that a diagnosis may hold. */
  private static Answer diagnosed() {
    Provider provider = Objects.requireNonNull(Catalog.builtIn().provider("amazonses"));
    Finding finding =
        new Finding(
            new ReplyCode(550),
            new EnhancedStatusCode(5, 1, 1),
            "User unknown",
            true,
            Command.RCPT,
            "mx.example.net",
            "somebody@example.com",
            true,
            Cause.USER_UNKNOWN,
            0.9,
            List.of(new Evidence(Evidence.Kind.PHRASE, "user unknown")),
            provider,
            null,
            EnumSet.allOf(Finding.Contradiction.class));
    return new Answer(
            Answer.Kind.DIAGNOSIS,
            Locale.ENGLISH,
            List.of("550", "5.1.1"),
            "550 5.1.1 — No such recipient",
            "No such recipient.",
            Tone.PERMANENT,
            List.of(new Part.Quote("The reply", List.of("550 5.1.1 User unknown"))),
            List.of(),
            List.of(),
            List.of(),
            null,
            Diagnosis.of(
                Diagnosis.Form.BOUNCE, List.of(finding), "mail.example.org", Catalog.builtIn()))
        .to(
            Asked.of(Intent.MEANING)
                .about(
                    Mentions.of(
                        List.of(
                            new Question.Reply(
                                new ReplyCode(550), new EnhancedStatusCode(5, 1, 1))),
                        List.of(Command.RCPT),
                        List.of(provider.id()),
                        List.of(Cause.USER_UNKNOWN))));
  }

  static Stream<Enum<?>> labels() {
    return Stream.<Enum<?>[]>of(
            Answer.Kind.values(),
            Tone.values(),
            Cause.values(),
            Intent.values(),
            Command.values(),
            AddressAction.values(),
            Fault.values(),
            Evidence.Kind.values(),
            Finding.Contradiction.values(),
            Diagnosis.Form.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("labels")
  void everyLabelIsDocumented(Enum<?> label) {
    String written = "`" + label.name().toLowerCase(Locale.ROOT) + "`";
    assertTrue(DOCUMENT.stream().anyMatch(line -> line.contains(written)), written);
  }

  /** A request stands above its answer, of which an ellipsis ends what is shown. */
  static Stream<String> requests() {
    return DOCUMENT.stream().filter(line -> line.startsWith("{\"id\":") && !isAnswer(line));
  }

  private static boolean isAnswer(String line) {
    return line.contains("\"kind\":");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyExampleIsWhatIsPrinted(String request) {
    String shown = DOCUMENT.get(DOCUMENT.indexOf(request) + 1).replace("…", "");
    String printed = new Program().input(request).with("batch").out();
    assertTrue(printed.startsWith(shown), printed);
  }

  @Test
  void theExampleOfADiagnosisIsWhatIsWritten() {
    String shown =
        DOCUMENT.stream().filter(l -> l.startsWith("{\"kind\":")).findFirst().orElseThrow();
    assertTrue(AnswerJson.write(diagnosed()).startsWith(shown.replace("…", "")), shown);
  }

  @Test
  void aReplyCodeIsANumberAndPermanentATruthValue() {
    String json = AnswerJson.write(diagnosed());
    assertTrue(json.contains("\"reply_code\":550,"), json);
    assertTrue(json.contains("\"permanent\":true,"), json);
    assertTrue(json.contains("\"confidence\":0.9,"), json);
  }

  @Test
  void aHouseStandsBesideItsBrandWhereNoBrandIsShown() {
    String house =
        AnswerJson.write(
            BOT.answer("550 Reject due to policy restrictions (IP based)", Locale.ENGLISH));
    assertTrue(house.contains("\"provider\":\"gmx\",\"house\":\"unitedinternet\","), house);
    String brand =
        AnswerJson.write(
            BOT.answer(
                "host mx.web.de said: 550 Reject due to policy restrictions", Locale.ENGLISH));
    assertTrue(brand.contains("\"provider\":\"webde\",\"house\":null,"), brand);
  }

  @Test
  void whatTheTextDoesNotTellIsNull() {
    Answer nothing = BOT.answerMessage(new byte[] {'\n'}, Locale.ENGLISH);
    String json = AnswerJson.write(nothing);
    for (String field :
        List.of("reply_code", "enhanced", "cause", "provider", "house", "permanent")) {
      assertTrue(json.contains("\"" + field + "\":null"), json);
    }
  }
}
