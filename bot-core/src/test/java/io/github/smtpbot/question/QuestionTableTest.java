package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.question.Question.NoSuchCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, and what it is understood as: the table that the product promises. */
class QuestionTableTest {

  private static final QuestionParser PARSER = new QuestionParser(Catalog.builtIn());

  private static Question parse(String text) {
    return PARSER.parse(text, 64 * 1024);
  }

  @ParameterizedTest
  @CsvSource({"252, 252", "5.7.1, 5.7.1", "#5.7.1, 5.7.1", "SMTP 252?, 252", "x.7.1, x.7.1"})
  void oneCodeIsExplained(String typed, String code) {
    assertEquals(code, assertInstanceOf(Question.Explain.class, parse(typed)).canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "252 501 | 252 vs 501",
        "252 vs 501 | 252 vs 501",
        "252,501 | 252 vs 501",
        "4.2.2 5.2.2 | 4.2.2 vs 5.2.2",
        "252 501 503 504 550 | 252 vs 501 vs 503 vs 504 vs 550"
      })
  void severalCodesAreCompared(String typed, String compared) {
    assertEquals(compared, assertInstanceOf(Question.Compare.class, parse(typed)).canonical());
  }

  @Test
  void aReplyCodeAndAnEnhancedOneAreOneReply() {
    Question.Explain explain = assertInstanceOf(Question.Explain.class, parse("550 5.7.1"));
    assertInstanceOf(Question.Reply.class, explain.subject());
  }

  @Test
  void twoRepliesAreCompared() {
    Question.Compare compare =
        assertInstanceOf(Question.Compare.class, parse("550 5.1.1 vs 550 5.7.1"));
    assertEquals("550 5.1.1 vs 550 5.7.1", compare.canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"why is my mail bouncing?", "my email bounced", "NDR", "เมลเด้ง", "ส่งเมลไม่ได้"})
  void whoOnlySaysThatMailBouncesIsToldWhatToPaste(String typed) {
    assertInstanceOf(Question.Help.class, parse(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "soft bounce, 4xx",
    "hard bounce, 5xx",
    "5xx, 5xx",
    "5yz, 5xx",
    "x.7.x, x.7.x",
    "4.7, 4.7.x",
    "55x, 55x",
    "list, all",
    "list 4xx, 4xx"
  })
  void aFamilyIsBrowsed(String typed, String family) {
    Question.Browse browse = assertInstanceOf(Question.Browse.class, parse(typed));
    assertEquals(family, browse.family().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4xx vs 5xx", "4xx 5xx", "4xx and 5xx", "4yz กับ 5yz"})
  void twoFamiliesAreCompared(String typed) {
    Question.CompareFamilies compare =
        assertInstanceOf(Question.CompareFamilies.class, parse(typed));
    assertEquals("4xx vs 5xx", compare.canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mailbox full", "greylisting", "starttls", "mailbx ful", "กล่องจดหมายเต็ม"})
  void wordsAreSearched(String typed) {
    assertEquals(new Question.FreeText(typed), parse(typed));
  }

  @ParameterizedTest
  @CsvSource({"VRFY, VRFY", "vrfy, VRFY", "STARTTLS, STARTTLS", "DATA, DATA", "HELP, HELP"})
  void aCommandAsksWhatItMayBeAnsweredWith(String typed, Command command) {
    assertEquals(new Question.CommandReplies(command), parse(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT 550, RCPT, 550",
    "550 after RCPT TO, RCPT, 550",
    "550 after DATA, END_OF_DATA, 550",
    "550 after data, END_OF_DATA, 550",
    "550 after end of data, END_OF_DATA, 550",
    "550 in reply to DATA, DATA, 550",
    "454 after starttls, STARTTLS, 454",
    "550 หลัง DATA, END_OF_DATA, 550"
  })
  void aCodeBesideACommandIsExplainedInThatPhase(String typed, Command command, String code) {
    Question.InPhase phase = assertInstanceOf(Question.InPhase.class, parse(typed));
    assertEquals(command, phase.command());
    assertEquals(code, phase.code().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "help", "Help", "?", "???", "!", "ช่วยเหลือ", "smtp help", "hello", "vs"})
  void nothingOrACallForHelpIsHelp(String typed) {
    assertEquals(new Question.Help(), parse(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "404, HTTP, 404",
    "502 Bad Gateway, HTTP, 502 Bad Gateway",
    "504 Gateway Time-out, HTTP, 504 Gateway Time-out",
    "HTTP/1.1 404 Not Found, HTTP, HTTP 404 Not Found",
    "http 502, HTTP, HTTP 502",
    "999, OUT_OF_RANGE, 999",
    "3.1.1, OUT_OF_RANGE, 3.1.1",
    "299, UNASSIGNED, 299",
    "5.99.1, UNASSIGNED, 5.99.1",
    "2.7.x9, MALFORMED, 2.7.x9",
    "1234, MALFORMED, 1234"
  })
  void whatIsNoSmtpCodeIsToldFromOneThatIs(String typed, NoSuchCode.Why why, String written) {
    NoSuchCode unknown = assertInstanceOf(NoSuchCode.class, parse(typed));
    assertEquals(why, unknown.why());
    assertEquals(written, unknown.written());
  }

  @ParameterizedTest
  @CsvSource({
    "550 and 999, 550, 999",
    "252 999, 252, 999",
    "252 and 404, 252, 404",
    "is 299 like 550?, 550, 299"
  })
  void aCodeBesideWhatIsNoneIsExplainedAndTheOtherKept(String typed, String code, String stranger) {
    QuestionParser.Understood understood = PARSER.understand(typed, 64 * 1024);
    assertEquals(new Question.Explain(subject(code)), understood.question());
    assertEquals(List.of(stranger), understood.asked().mentions().strangers());
  }

  private static Question.Subject subject(String code) {
    return new Question.OneCode(Codes.parse(code).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"299, 252", "5.99.1, 5.1.1", "2.7.x9, x.7.9", "650, 550"})
  void theNearestRealCodesAreNamed(String typed, String nearest) {
    NoSuchCode unknown = assertInstanceOf(NoSuchCode.class, parse(typed));
    assertEquals(
        1, unknown.nearest().stream().filter(code -> code.text().equals(nearest)).count(), typed);
  }
}
