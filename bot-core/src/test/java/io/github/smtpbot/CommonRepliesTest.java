package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Diagnosis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** What the first step of a kind speaks of, and that of no other kind. */
  private static final Map<String, String> STEPS =
      Map.ofEntries(
          Map.entry(
              "address",
              "[Cc]heck the (spelling|address)|[Cc]ompare the address|part after the @|[Tt]ype the"
                  + " address again"),
          Map.entry("ascii", "ASCII"),
          Map.entry("browser", "web browser"),
          Map.entry("config", "inbound connector"),
          Map.entry("connection", "path MTU|nc -vz"),
          Map.entry("content", "shortened links|links and text"),
          Map.entry("delist", "(?i)(stop|remove)[^.]* (cause|source).*(removal|request)"),
          Map.entry("ehlo", "EHLO reply lists"),
          Map.entry("file", "instead of attaching"),
          Map.entry("helo", "HELO name"),
          Map.entry("keeplogin", "^Leave user name and password"),
          Map.entry("lasterror", "last error"),
          Map.entry("login", "SMTP (AUTH|authentication)\\b|login for outgoing mail"),
          Map.entry("loop", "Received (lines|headers)"),
          Map.entry("moved", "new address"),
          Map.entry("nothing", "^Nothing has to be done"),
          Map.entry("owner", "\\breactivated\\b|[Rr]each the recipient"),
          Map.entry(
              "password",
              "(?i)(?<!leave user name and )\\b(app )?password\\b.*(mail"
                  + " program|anew|again|2-Step)|check the user name|OAuth2 as the login"),
          Map.entry("permit", "external senders|senders must be authenticated"),
          Map.entry("ptr", "PTR record"),
          Map.entry("rule", "which server generated it"),
          Map.entry("secure", "^Secure the account"),
          Map.entry(
              "sender",
              "address of the account|[Ss]end as the account|[Cc]orrect your own address"),
          Map.entry("senderdns", "of the sender domain"),
          Map.entry("sequence", "first refusal"),
          Map.entry("server", "inodes|df -h"),
          Map.entry("server_log", "mail log"),
          Map.entry("shrink", "link to the file|send the link|smaller"),
          Map.entry(
              "slow", "\\b[Ss]end slower|raise the rate slowly|only a few connections|floods"),
          Map.entry("smtpauth", "Authenticated SMTP"),
          Map.entry(
              "space", "free space in|\\b[Tt]ell the recipient|delete or archive mail|\\bquota\\b"),
          Map.entry("spf", "\\bSPF\\b.*\\bDKIM\\b|v=spf1"),
          Map.entry("split", "[Ss]plit the recipients"),
          Map.entry("tls", "STARTTLS (on port|in the)|TLS on port 465"),
          Map.entry("virus", "[Ss]can the file"),
          Map.entry("wait", "^(Wait\\b|Nothing:|Let it be retried)"));

  /**
   * A row of the table. A dash leaves open what the reply alone does not tell.
   *
   * @param fields by the name of their column
   */
  record Row(String reply, Map<String, String> fields) {

    String get(String column) {
      return Objects.requireNonNull(fields.get(column), column);
    }

    boolean tells(String column) {
      return !get(column).equals("-");
    }

    @Override
    public String toString() {
      return reply;
    }
  }

  static Stream<Row> rows() {
    try {
      List<String> lines =
          Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).toList();
      String[] columns = lines.get(0).split("\t", -1);
      return lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String[] columns, String[] cells) {
    assertEquals(columns.length, cells.length, cells[0]);
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      fields.put(columns[i], cells[i]);
    }
    return new Row(cells[0], Map.copyOf(fields));
  }

  @Test
  void thereAreAHundred() {
    assertEquals(100, rows().count());
    assertEquals(100, rows().map(Row::reply).distinct().count());
    rows().forEach(row -> assertTrue(!row.get("source").isBlank(), row.reply()));
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

  private static Diagnosis diagnosis(Row row) {
    return Objects.requireNonNull(ask(row).diagnosis(), row.reply());
  }

  private static String label(@Nullable Enum<?> value) {
    return value == null ? "-" : value.name().toLowerCase(Locale.ROOT);
  }

  private static Cause cause(Row row) {
    return diagnosis(row).findings().get(0).cause();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCauseIsTold(Row row) {
    if (row.tells("cause")) {
      Cause cause = Cause.valueOf(row.get("cause").toUpperCase(Locale.ROOT));
      boolean passes = row.reply().startsWith("4");
      String name = WORDS.cause(cause, passes ? Severity.TRANSIENT : Severity.UNKNOWN).name();
      String told = ask(row).title();
      assertEquals(cause, cause(row), row.reply());
      // Of a success the title says what was done.
      assertTrue(cause == Cause.SUCCESS || told.endsWith(" — " + name), row.reply() + ": " + told);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whetherItIsPermanentIsTold(Row row) {
    Boolean told = diagnosis(row).findings().get(0).permanent();
    assertEquals(row.get("permanent"), told == null ? "-" : told ? "yes" : "no", row.reply());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whoActsFirstIsTold(Row row) {
    if (row.tells("acts")) {
      String told = fact(ask(row), "Who acts");
      assertEquals(
          PARTIES.get(row.get("acts")), told.split(", ", -1)[0], row.reply() + ": " + told);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatHappensNextIsTold(Row row) {
    assertEquals(OUTCOMES.get(row.get("next")), fact(ask(row), "What happens next"), row.reply());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theFirstStepIsOfTheKindThatHelps(Row row) {
    String told = fact(ask(row), "Do this first");
    String pattern =
        STEPS.getOrDefault(row.get("first_step"), "no such kind: " + row.get("first_step"));
    assertTrue(
        Pattern.compile(pattern).matcher(told).find(),
        row.reply() + " wants " + row.get("first_step") + ": " + told);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void onlyWhatIsGreylistedIsToldToWaitForGreylisting(Row row) {
    boolean told = fact(ask(row), "Do this first").toLowerCase(Locale.ROOT).contains("greylist");
    assertFalse(told && !row.get("cause").equals("greylisted"), row.reply());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatBecomesOfTheAddressIsTold(Row row) {
    assertEquals(
        row.get("address"), label(diagnosis(row).consequences().get(0).address()), row.reply());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whoseFaultItIsIsTold(Row row) {
    assertEquals(
        row.get("fault"), label(diagnosis(row).consequences().get(0).fault()), row.reply());
  }

  @ParameterizedTest
  @CsvSource({
    "9, outlook", "25, google", "34, postfix", "37, postfix", "38, postfix", "39, postfix",
    "53, exchange", "63, google", "64, google", "72, outlook", "73, exchangeonline", "89, postfix",
    "92, exchangeonline", "96, exchange"
  })
  void whereTheWordingIsTheVendorsOwnTheVendorIsTold(int number, String provider) {
    Row row = rows().toList().get(number - 1);
    Provider told = diagnosis(row).findings().get(0).provider();
    assertEquals(provider, told == null ? "-" : told.id(), row.reply());
  }

  @Test
  void everyKindOfFirstStepIsOneThatIsKnownAndMet() {
    assertEquals(
        STEPS.keySet(), rows().map(row -> row.get("first_step")).collect(Collectors.toSet()));
  }
}
