package io.github.smtpbot.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** How many of the questions under {@code corpus/questions/} are understood. */
public final class QuestionScore {

  private static final int LIMIT = 64 * 1024;

  /**
   * A question and what should be understood of it.
   *
   * @param intents any of these is right
   * @param codes all of these
   * @param providers any of these; none are asked for where it is empty
   * @param causes likewise
   */
  public record Expected(
      String text,
      List<String> intents,
      List<String> codes,
      List<String> providers,
      List<String> causes) {}

  private final QuestionParser parser;
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** A score of what is understood with this catalog. */
  public QuestionScore(Catalog catalog) {
    this.parser = new QuestionParser(catalog);
  }

  /** Counts the corpus. */
  public QuestionScore run() {
    corpus().forEach(this::count);
    return this;
  }

  /** Right and all, by field. */
  Map<String, int[]> counts() {
    return counts;
  }

  /** What is understood wrong, a line each. */
  List<String> wrong() {
    return wrong;
  }

  /** Counts a question; whether all of it was understood. */
  boolean count(Expected expected) {
    Asked asked = parser.understand(expected.text(), LIMIT).asked();
    List<String> causes = asked.mentions().causes().stream().map(Cause::label).toList();
    boolean intent = expected.intents().contains(asked.intent().label());
    boolean codes = expected.codes().isEmpty() || asked.codes().equals(expected.codes());
    boolean providers = any(expected.providers(), asked.mentions().providers());
    boolean cause = any(expected.causes(), causes);
    boolean all = intent && codes && providers && cause;
    add("questions: intent", intent);
    add("questions: codes", codes);
    add("questions: provider", providers);
    add("questions: cause", cause);
    add("questions: all fields", all);
    if (!all) {
      wrong.add(
          "questions: "
              + expected
              + " but "
              + asked.intent().label()
              + " "
              + asked.codes()
              + " "
              + asked.mentions().providers()
              + " "
              + causes);
    }
    return all;
  }

  private static boolean any(List<String> expected, List<String> found) {
    return expected.isEmpty() || expected.stream().anyMatch(found::contains);
  }

  private void add(String field, boolean right) {
    int[] count = counts.computeIfAbsent(field, key -> new int[2]);
    count[0] += right ? 1 : 0;
    count[1]++;
  }

  /** The questions, in their order. */
  public static List<Expected> corpus() {
    List<Expected> questions = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            QuestionScore.class.getResourceAsStream("/corpus/questions/questions.jsonl"))) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
        questions.add(read(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return questions;
  }

  private static Expected read(String line) throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        List<String> values = new ArrayList<>();
        fields.put(json.currentName(), values);
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          values.add(json.getText());
          continue;
        }
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          values.add(json.getText());
        }
      }
    }
    return new Expected(
        fields.getOrDefault("text", List.of()).get(0),
        fields.getOrDefault("intents", List.of()),
        fields.getOrDefault("codes", List.of()),
        fields.getOrDefault("providers", List.of()),
        fields.getOrDefault("causes", List.of()));
  }

  /** Prints what is wrong, then right and all by field. */
  public void print(Consumer<String> out) {
    wrong.forEach(out);
    counts.forEach(
        (field, count) ->
            out.accept(
                String.format(
                    Locale.ROOT,
                    "%-32s %4d of %3d %4.1f%%",
                    field,
                    count[0],
                    count[1],
                    100.0 * count[0] / count[1])));
  }

  /** Prints the score of the questions alone. */
  public static void main(String[] args) {
    new QuestionScore(Catalog.builtIn()).run().print(System.out::println);
  }
}
