package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line of JSON in, one line of JSON out, in order, whatever the lines hold. */
@Timeout(60)
class BatchTest {

  private static List<Map<String, Object>> answers(String... lines) {
    Program.Run run = new Program().input(String.join("\n", lines) + "\n").with("batch");
    assertEquals(0, run.exit());
    return run.out().lines().map(Json::object).toList();
  }

  private static Map<String, Object> answer(String line) {
    List<Map<String, Object>> answers = answers(line);
    assertEquals(1, answers.size());
    return answers.get(0);
  }

  @Test
  void everyLineHasAnAnswerInItsPlace() {
    List<Map<String, Object>> answers =
        answers(
            "{\"id\":\"1\",\"text\":\"550 5.7.1\"}",
            "{\"id\":\"2\",\"text\":\"252 501\"}",
            "{\"id\":\"3\",\"text\":\"mailbox full\"}",
            "{\"id\":\"4\",\"text\":\"\"}");
    assertEquals(
        List.of("1", "2", "3", "4"), answers.stream().map(a -> Json.text(a, "id")).toList());
    assertEquals(
        List.of("reply", "compare", "search", "help"),
        answers.stream().map(a -> Json.text(a, "kind")).toList());
  }

  @Test
  void everyAnswerHasAtLeastThePromisedFields() {
    Map<String, Object> answer = answer("{\"id\":\"1\",\"text\":\"252 501\"}");
    assertTrue(
        answer
            .keySet()
            .containsAll(List.of("id", "kind", "codes", "title", "summary", "lang", "answer")),
        answer.keySet().toString());
    assertEquals(List.of("252", "501"), answer.get("codes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"",
        "7",
        "-1.5e3",
        "null",
        "\"\\u0022quoted\\\\\"",
        "\"ไทย\"",
        "12345678901234567890"
      })
  void theIdIsEchoedAsItIs(String id) {
    Program.Run run = new Program().input("{\"id\":" + id + ",\"text\":\"550\"}\n").with("batch");
    Map<String, Object> sent = Json.object("{\"id\":" + id + "}");
    assertEquals(sent.get("id"), Json.object(run.out()).get("id"));
    assertEquals(id.startsWith("\""), run.out().startsWith("{\"id\":\""), run.out());
  }

  @Test
  void aLineMayHaveNoId() {
    assertTrue(
        new Program().input("{\"text\":\"550\"}").with("batch").out().startsWith("{\"id\":null,"));
  }

  @ParameterizedTest
  @CsvSource({"th, th", "th-TH, th", "th_TH, th", "en, en", "xx, en", "'', en"})
  void aLineMayNameItsLanguage(String lang, String answered) {
    Map<String, Object> answer = answer("{\"id\":1,\"text\":\"550\",\"lang\":\"" + lang + "\"}");
    assertEquals(answered, answer.get("lang"));
  }

  @Test
  void theLanguageOfTheOthersIsTheOneOfTheProgram() {
    String line = "{\"text\":\"550\"}\n{\"text\":\"550\",\"lang\":null}\n";
    String out = new Program().input(line).with("--lang", "th", "batch").out();
    assertEquals(2, out.lines().filter(l -> l.contains("\"lang\":\"th\"")).count());
    assertEquals(out, new Program().input(line).with("batch", "--lang", "th").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | null | the line is not valid JSON",
        "'{\"id\":\"9\",\"text\":\"550\"' | 9 | the line is not valid JSON",
        "[1] | null | a line has to be a JSON object",
        "'' | null | a line has to be a JSON object",
        "' ' | null | a line has to be a JSON object",
        "'{}' | null | a line needs either \"text\" or \"eml\"",
        "'{\"id\":\"9\"}' | 9 | a line needs either \"text\" or \"eml\"",
        "'{\"id\":\"9\",\"text\":\"a\",\"eml\":\"b\"}' | 9 | a line needs either \"text\" or \"eml\"",
        "'{\"text\":5,\"id\":\"9\"}' | 9 | \"text\" has to be a string",
        "'{\"id\":\"9\",\"eml\":\"%%\"}' | 9 | \"eml\" is not base64",
        "'{\"id\":[9],\"text\":\"550\"}' | null | \"id\" has to be a string or a number",
        "'{\"id\":\"9\",\"text\":\"550\"} {}' | 9 | a line has to hold one JSON object only"
      })
  void aMalformedLineGetsAnErrorOnItsLine(String line, String id, String error) {
    List<Map<String, Object>> answers = answers(line, "{\"id\":\"next\",\"text\":\"550\"}");
    assertEquals(id, answers.get(0).get("id"));
    assertEquals("error", answers.get(0).get("kind"));
    assertTrue(Json.text(answers.get(0), "error").startsWith(error), answers.get(0).toString());
    assertEquals("explain", answers.get(1).get("kind"));
  }

  @Test
  void anErrorDoesNotRepeatTheLine() {
    assertFalse(answer("{\"id\":\"1\",\"text\":\"my secret").toString().contains("secret"));
  }

  @Test
  void fieldsThatAreNotKnownArePassedOver() {
    assertEquals(
        "explain", answer("{\"x\":{\"y\":[1,{}]},\"text\":\"550\",\"z\":null}").get("kind"));
  }

  @Test
  void aMessageIsReadFromBase64() {
    String eml =
        Base64.getEncoder().encodeToString("Subject: a\r\n\r\nb".getBytes(StandardCharsets.UTF_8));
    assertEquals("diagnosis", answer("{\"id\":1,\"eml\":\"" + eml + "\"}").get("kind"));
  }

  @Test
  void aLineThatIsTooLongIsSkippedWhole() {
    String padding = " ".repeat(15_000_000);
    List<Map<String, Object>> answers =
        answers("{\"id\":1,\"text\":\"550\"}" + padding, "{\"id\":2,\"text\":\"550\"}");
    assertEquals(List.of("error", "explain"), answers.stream().map(a -> a.get("kind")).toList());
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertEquals(1, new Program().input("{\"text\":\"550\"}").with("batch").out().lines().count());
  }

  @Test
  void theEndOfALineMayBeThatOfWindows() {
    assertEquals("explain", answer("{\"text\":\"550\"}\r").get("kind"));
  }

  @Test
  void nothingInIsNothingOut() {
    assertEquals("", new Program().with("batch").out());
  }

  @Test
  void anAnswerComesBeforeTheNextLineIsWritten() throws IOException, InterruptedException {
    PipedInputStream in = new PipedInputStream();
    PipedInputStream answered = new PipedInputStream(1 << 16);
    OutputStream out = new PipedOutputStream(answered);
    Thread batch;
    try (Writer questions =
            new OutputStreamWriter(new PipedOutputStream(in), StandardCharsets.UTF_8);
        BufferedReader answers =
            new BufferedReader(new InputStreamReader(answered, StandardCharsets.UTF_8))) {
      batch = new Thread(() -> run(in, out));
      batch.start();
      for (int i = 0; i < 3; i++) {
        questions.write("{\"id\":" + i + ",\"text\":\"550\"}\n");
        questions.flush();
        assertTrue(String.valueOf(answers.readLine()).startsWith("{\"id\":" + i));
      }
    }
    batch.join();
  }

  private static void run(InputStream in, OutputStream out) {
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Main.run(
        new Main.Surroundings(in, writer, OutputStream.nullOutputStream(), writer, Map.of(), false),
        "batch");
  }

  @Test
  void tenThousandLinesAreAnsweredInOrder() {
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{\"id\":" + i + ",\"text\":\"" + (200 + i % 400) + " 5.7.1\"}")
            .collect(Collectors.joining("\n"));
    List<String> ids =
        new Program()
            .input(lines)
            .with("batch")
            .out()
            .lines()
            .map(line -> line.substring("{\"id\":".length(), line.indexOf(',')))
            .toList();
    assertEquals(IntStream.range(0, 10_000).mapToObj(String::valueOf).toList(), ids);
  }
}
