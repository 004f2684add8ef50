package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No line is wider than the terminal, in any language, but for an address that stands alone. */
class WidthTest {

  private static final SmtpBot BOT = SmtpBot.create();

  /** One of each kind of answer, and the widest of some. */
  private static final List<String> QUESTIONS =
      List.of(
          "252",
          "522",
          "5.7.1",
          "252 501",
          "220 250 251 252 354",
          "550 5.1.1 vs 550 5.7.1",
          "550 4.2.2",
          "4xx vs 5xx",
          "5xx",
          "list",
          "x.7.x",
          "mailbox full",
          "กล่องจดหมายเต็ม",
          "VRFY",
          "RCPT",
          "550 after DATA",
          "help",
          "404",
          "5.7.515",
          "zzzqqq",
          "220 250 251 252 354 421",
          "TSS04",
          "a".repeat(250),
          "ก".repeat(250),
          "550 5.1.1 <somebody@example.com>: Recipient address rejected: User unknown");

  static Stream<Arguments> questions() {
    return BOT.languages().stream()
        .flatMap(
            language ->
                Stream.of(40, 60, 80, 100)
                    .flatMap(
                        width -> QUESTIONS.stream().map(q -> Arguments.of(q, language, width))));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void noLineIsWiderThanTheTerminal(String question, Locale language, int width) {
    assertFits(BOT.answer(question, language), width);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyCodeFits(String language) {
    Locale locale = Locale.forLanguageTag(language);
    List<String> codes = new ArrayList<>();
    Catalog.builtIn().replyCodes().forEach(facts -> codes.add(facts.code().text()));
    Catalog.builtIn().enhancedCodes().forEach(facts -> codes.add(facts.code().text()));
    for (String code : codes) {
      assertFits(BOT.answer(code, locale), 80);
      assertFits(BOT.answer(code + " vs 421", locale), 44);
    }
  }

  private static void assertFits(Answer answer, int width) {
    String text =
        new TextRenderer(width, Style.PLAIN, BOT.label("sources", answer.language()))
            .render(answer);
    for (String line : text.split("\n", -1)) {
      boolean address = line.strip().startsWith("https://");
      assertTrue(address || columns(line) <= width, columns(line) + ": " + line);
    }
  }

  private static int columns(String line) {
    return line.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  @Test
  void theWidthIsTheOneOfTheEnvironment() {
    Program.Run narrow = new Program().environment("COLUMNS", "50").with("252", "501");
    assertTrue(narrow.out().lines().allMatch(l -> l.length() <= 50 || l.contains("https://")));
    assertTrue(Program.run("252", "501").out().lines().anyMatch(l -> l.length() > 50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "", "99999999999"})
  void aWidthThatIsNoneIsEighty(String columns) {
    assertEquals(
        Program.run("252", "501").out(),
        new Program().environment("COLUMNS", columns).with("252", "501").out());
  }

  @ParameterizedTest
  @CsvSource({"a b, 1", "ก็ได้, 2", "กล่องจดหมายเต็ม, 5", "👍👍👍, 2", "日本語, 4"})
  void aTextIsWrappedBetweenCharacters(String text, int columns) {
    List<String> lines = Columns.wrap(text, columns);
    assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
    lines.forEach(line -> assertTrue(columns(line) <= Math.max(columns, 2), line));
    assertFalse(lines.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 40, 60, 80})
  void wrappingThaiAddsNoSpace(int columns) {
    String text =
        "ถามผู้ดูแลระบบ ผู้ดูแลระบบเป็นผู้กำหนดรหัสและข้อความตอบกลับ ผู้ส่งติดต่อผู้ดูแลระบบ";
    List<String> lines = Columns.wrap(text, columns);
    for (String word : text.split(" ", -1)) {
      assertTrue(String.join("", lines).contains(word), lines.toString());
    }
    assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({"อีเมล", "เซิร์ฟเวอร์", "โปรโตคอล", "โดเมน", "โทเคน", "พอร์ต", "บอต"})
  void aThaiWordIsNotTornAtALinesEnd(String word) {
    String text =
        "นโยบายของเครื่องกำหนดว่าจะส่ง" + word + "ทั้งหมดโดยไม่เข้ารหัสหรือเก็บ" + word + "ไว้ก่อน";
    for (int columns = 20; columns < 60; columns++) {
      List<String> lines = Columns.wrap(text, columns);
      long whole = lines.stream().mapToLong(line -> line.split(word, -1).length - 1).sum();
      assertEquals(2, whole, lines.toString());
    }
  }
}
