package io.github.smtpbot.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Holds composed answers against a table that was reviewed by hand: who acts, what to do, what
 * next.
 */
final class AnswerScore {

  private static final String TABLE = "/answers/composed.tsv";
  private static final List<String> FIELDS = List.of("acts", "fault", "address", "step", "next");

  private final SmtpBot bot = SmtpBot.create();
  private final Words words = Catalog.builtIn().words(Locale.ENGLISH);

  /**
   * A text, and what its answer has to say.
   *
   * @param expected by field; {@code any} for a step that is not judged
   */
  record Row(String text, Map<String, String> expected) {}

  /** A field that the answer tells otherwise than the table. */
  record Wrong(Row row, String field, String told) {

    @Override
    public String toString() {
      return field
          + ": told "
          + told
          + ", expected "
          + row.expected().get(field)
          + "  "
          + row.text();
    }
  }

  static List<Row> table() {
    try (InputStream in = Objects.requireNonNull(AnswerScore.class.getResourceAsStream(TABLE))) {
      return new String(in.readAllBytes(), UTF_8).lines().map(AnswerScore::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|", -1);
    return new Row(
        cells[0].replace("\\n", "\n"),
        Map.of(
            "acts", cells[1], "fault", cells[2], "address", cells[3], "step", cells[4], "next",
            cells[5]));
  }

  /** Prints each that is told otherwise, and how many are right of each field. */
  void print(Consumer<String> out) {
    List<Row> rows = table();
    List<Wrong> wrong = rows.stream().flatMap(row -> wrong(row).stream()).toList();
    wrong.forEach(one -> out.accept("answer: " + one));
    for (String field : FIELDS) {
      long missed = wrong.stream().filter(one -> one.field().equals(field)).count();
      out.accept(
          String.format(
              Locale.ROOT, "answer %-29s %4d of %3d", field, rows.size() - missed, rows.size()));
    }
  }

  /** What the answer to this text tells otherwise. */
  List<Wrong> wrong(Row row) {
    Map<String, String> told = told(bot.answer(row.text(), Locale.ENGLISH));
    List<Wrong> wrong = new ArrayList<>();
    for (String field : FIELDS) {
      String expected = row.expected().getOrDefault(field, "");
      String found = told.getOrDefault(field, "nothing");
      if (!expected.equals("any") && !expected.equals(found)) {
        wrong.add(new Wrong(row, field, found));
      }
    }
    return wrong;
  }

  private Map<String, String> told(Answer answer) {
    Diagnosis diagnosis = answer.diagnosis();
    if (diagnosis == null || diagnosis.isEmpty()) {
      return Map.of();
    }
    Part.Verdict verdict = (Part.Verdict) answer.lead().get(0);
    Consequences follows = diagnosis.consequences().get(0);
    String address = fact(verdict, "address");
    return Map.of(
        "acts", party(fact(verdict, "who_acts")),
        "fault", follows.fault() == null ? "-" : label(follows.fault()),
        "address", address.isEmpty() ? "-" : key("address.", address),
        "step", step(fact(verdict, "first_step"), follows, diagnosis.findings().get(0)),
        "next", next(fact(verdict, "next")));
  }

  private String fact(Part.Verdict verdict, String label) {
    return verdict.facts().stream()
        .filter(fact -> fact.label().equals(words.ui(label)))
        .map(Part.Fact::value)
        .findFirst()
        .orElse("");
  }

  /** The party that is named first. */
  private String party(String told) {
    return Stream.of(Party.values())
        .filter(party -> (told + ",").startsWith(words.party(party) + ","))
        .map(AnswerScore::label)
        .findFirst()
        .orElse(told);
  }

  private String step(String told, Consequences follows, Finding finding) {
    if (finding.rule() != null && told.equals(finding.rule().fix().get("en"))) {
      return "provider";
    }
    boolean ofError =
        Catalog.builtIn().errors().stream()
            .anyMatch(error -> told.equals(words.error(error).step()));
    if (ofError || key("program.", told).endsWith(".step")) {
      return "program";
    }
    CauseWords said = words.cause(follows.advice(), follows.severity());
    return Stream.concat(
            Stream.of(said.fix()),
            Stream.of(finding.enhanced(), finding.replyCode())
                .filter(Objects::nonNull)
                .map(code -> words.find(Objects.requireNonNull(code)))
                .filter(Objects::nonNull)
                .map(code -> Objects.requireNonNull(code).fix()))
        .flatMap(fix -> fix.entrySet().stream())
        .filter(entry -> entry.getValue().equals(told))
        .map(entry -> label(entry.getKey()))
        .findFirst()
        .orElse(told);
  }

  private String next(String told) {
    for (Outcome outcome : Outcome.values()) {
      if (told.startsWith(words.outcome(outcome).name())) {
        return label(outcome);
      }
    }
    String key = key("next.program", told.split(" \\(the server asks", 2)[0]);
    return key.isEmpty() ? "next.program" : "next.program" + key;
  }

  /** The rest of the key of the text of the interface that begins so and says this. */
  private String key(String prefix, String told) {
    return words.uiKeys().stream()
        .filter(key -> key.startsWith(prefix) && words.ui(key).equals(told))
        .map(key -> key.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
