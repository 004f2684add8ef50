package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hundred commonest replies get the cause, the party, the outcome and a first step that fit.
 */
class CommonRepliesTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Words WORDS = Catalog.builtIn().words(Locale.ENGLISH);
  private static final Path TABLE = Path.of("src/test/resources/replies/common-replies.tsv");

  private static final Map<String, String> OUTCOMES =
      Map.of(
          "retries", "Retried automatically",
          "bounces", "Returned to the sender",
          "adapts", "Tried in another way, or given up",
          "proceeds", "Accepted, goes on",
          "ends", "Session ends in good order");

  private static final Map<String, String> PARTIES =
      Map.of(
          "sender", "the sender",
          "sender_admin", "the sender's administrator",
          "recipient", "the recipient",
          "recipient_admin", "the recipient's administrator",
          "nobody", "nobody for now");

  /** What the first step of a kind speaks of. */
  private static final Map<String, String> STEPS =
      Map.ofEntries(
          Map.entry("address", "address|autocomplete|part after the @|spelling"),
          Map.entry("ascii", "ASCII"),
          Map.entry("config", "connector|accepted"),
          Map.entry("connection", "port 25|connection|MTU|nc -vz"),
          Map.entry("content", "links|content|spam|plain text"),
          Map.entry("delist", "[Ss]top the|remove the cause"),
          Map.entry("dns", "SPF|spf1|DKIM|PTR|DNS|MX"),
          Map.entry("file", "file|attachment"),
          Map.entry("log", "log|session|EHLO|HELO|last error"),
          Map.entry("login", "login|log in|outgoing server|SMTP AUTH"),
          Map.entry("loop", "Received|forwarding|connectors|domain type"),
          Map.entry("nothing", "Nothing|nothing|do not send again|look further up|RCPT"),
          Map.entry("owner", "account|owner|Reach|enable"),
          Map.entry("password", "password|OAuth"),
          Map.entry("permit", "allow|permission|rule|external senders|authenticated"),
          Map.entry("secure", "[Ss]ecure|password"),
          Map.entry(
              "sender", "From|sender address|MAIL FROM|Send (as|from)|address of the account"),
          Map.entry("server", "free space|inodes"),
          Map.entry("shrink", "link|smaller|size"),
          Map.entry("slow", "slow|rate|connections|floods"),
          Map.entry("space", "full|[Dd]elete|space|quota"),
          Map.entry("split", "[Ss]plit|distribution"),
          Map.entry("tls", "STARTTLS|TLS|openssl"),
          Map.entry("wait", "[Ww]ait|by itself|queue retry|not send the message again"));

  /** A row of the table. A dash leaves open what the reply alone does not tell. */
  record Row(String reply, String cause, String acts, String next, String step, String source) {

    @Override
    public String toString() {
      return reply;
    }
  }

  static Stream<Row> rows() {
    try {
      return Files.readAllLines(TABLE).stream()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreAHundred() {
    assertEquals(100, rows().count());
    assertEquals(100, rows().map(Row::reply).distinct().count());
    rows().forEach(row -> assertTrue(!row.source().isBlank(), row.reply()));
  }

  private static String fact(Answer answer, String label) {
    return answer.lead().stream()
        .filter(Part.Verdict.class::isInstance)
        .flatMap(part -> ((Part.Verdict) part).facts().stream())
        .filter(fact -> fact.label().equals(label))
        .map(Part.Fact::value)
        .findFirst()
        .orElse("");
  }

  private static Answer ask(Row row) {
    return BOT.answer(row.reply(), Locale.ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCauseIsTold(Row row) {
    if (!row.cause().equals("-")) {
      Cause cause = Cause.valueOf(row.cause().toUpperCase(Locale.ROOT));
      String name = WORDS.cause(cause).name();
      String told = fact(ask(row), "Cause");
      assertTrue(told.startsWith(name + " ("), row.reply() + ": " + told);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whoActsFirstIsTold(Row row) {
    if (!row.acts().equals("-")) {
      String told = fact(ask(row), "Who acts");
      assertEquals(PARTIES.get(row.acts()), told.split(", ", -1)[0], row.reply() + ": " + told);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatHappensNextIsTold(Row row) {
    assertEquals(OUTCOMES.get(row.next()), fact(ask(row), "What happens next"), row.reply());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theFirstStepIsOfTheKindThatHelps(Row row) {
    if (!row.step().equals("-")) {
      String told = fact(ask(row), "Do this first");
      String pattern = STEPS.getOrDefault(row.step(), "no such kind: " + row.step());
      assertTrue(
          Pattern.compile(pattern).matcher(told).find(),
          row.reply() + " wants " + row.step() + ": " + told);
    }
  }

  @Test
  void everyKindOfFirstStepIsOneThatIsKnown() {
    List<String> unknown =
        rows()
            .map(Row::step)
            .filter(step -> !step.equals("-") && !STEPS.containsKey(step))
            .toList();
    assertEquals(List.of(), unknown);
  }
}
