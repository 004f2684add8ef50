package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Catalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways to ask the same. */
class QuestionVariantsTest {

  private static final QuestionParser PARSER = new QuestionParser(Catalog.builtIn());

  private static void assertAsks(String canonical, String typed) {
    assertEquals(PARSER.parse(canonical, 1000), PARSER.parse(typed, 1000), typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "252vs501",
        "252 VS. 501",
        "252or501",
        "252 or 501",
        "252and501",
        "252 and 501",
        "252,501",
        "252, 501",
        "252/501",
        "252 / 501",
        "252versus501",
        "252 Versus 501",
        "252กับ501",
        "252 กับ 501",
        "252 และ 501",
        "252หรือ501",
        "252|501",
        "252;501",
        "252&501",
        "252 + 501",
        "252-501",
        "252 - 501",
        "252 — 501",
        "252 -> 501",
        "252→501",
        "252\\501",
        "252、501",
        "252\t501",
        "252\n501",
        "252\r\n501",
        "252 252 501"
      })
  void separatorsDoNotMatter(String typed) {
    assertAsks("252 501", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`252 501`",
        "```252 501```",
        "```\n252 501\n```",
        "\"252\" \"501\"",
        "“252” vs “501”",
        "(252) [501]",
        "<252> <501>",
        "*252* _501_",
        "~252~ **501**",
        "252 501?",
        "252, 501!",
        "252 501.",
        "252: 501",
        "252。501。",
        "¿252 501?",
        "> 252 501"
      })
  void punctuationAndCodeFencesDoNotMatter(String typed) {
    assertAsks("252 501", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "２５２　５０１",
        "252\u00a0501",
        "\ufeff252 501",
        "2\u200b52 50\u200d1",
        "\u202e252\u202c 501",
        "\u2066252\u2069 501",
        "\u0007252\b 501",
        "252 501\u0000",
        "😀 252 501 👍🏽",
        "⚠\ufe0f 252 501"
      })
  void whatCannotBeSeenOrSaidDoesNotMatter(String typed) {
    assertAsks("252 501", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMTP 252 501",
        "smtp 252 501",
        "/smtp 252 501",
        "/SMTP 252 501",
        "smtp: 252 501",
        "smtp252 vs 501",
        "SMTP error 252 501",
        "smtp codes 252 501"
      })
  void aLeadingSmtpDoesNotMatter(String typed) {
    assertAsks("252 501", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what does 550 mean", "What does 550 mean?", "what's 550?", "What’s 550", "whats 550",
        "what is the code 550", "error 550", "code550", "explain 550", "tell me about 550",
        "how to fix 550", "why do I get 550?", "550 meaning", "list 550", "550 550"
      })
  void aQuestionInEnglishAsksForTheCode(String typed) {
    assertAsks("550", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 คืออะไร",
        "550คืออะไร",
        "550 คืออะไรครับ",
        "รหัส 550 คืออะไรคะ",
        "รหัส550หมายถึงอะไร",
        "550 หมายความว่าอะไร",
        "550 แปลว่าอะไร",
        "550 หมายความว่าอย่างไร",
        "อธิบาย 550 หน่อยครับ",
        "ช่วยอธิบายรหัส 550",
        "ทำไม 550",
        "550 แก้ยังไง",
        "ข้อผิดพลาด 550"
      })
  void aQuestionInThaiAsksForTheCode(String typed) {
    assertAsks("550", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "252 ต่างจาก 501 อย่างไร",
        "252ต่างจาก501อย่างไร",
        "252 กับ 501 ต่างกันยังไง",
        "252 แตกต่างจาก 501 อย่างไร",
        "ความแตกต่างระหว่าง 252 กับ 501",
        "เปรียบเทียบ 252 กับ 501",
        "252 กับ 501 แตกต่างกันอย่างไรครับ"
      })
  void aComparisonInThaiIsUnderstood(String typed) {
    assertAsks("252 501", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "difference between 252 and 501",
        "What is the difference between 252 and 501?",
        "compare 252 with 501",
        "how does 252 differ from 501"
      })
  void aComparisonInEnglishIsUnderstood(String typed) {
    assertAsks("252 501", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"550-5.7.1", "550 #5.7.1", "550 (5.7.1)", "550 5.7.1.", "５５０　５．７．１", "550\n5.7.1"})
  void aReplyIsKnownHoweverItsCodesAreJoined(String typed) {
    assertAsks("550 5.7.1", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v5.1.1",
        "10.5.7.1",
        "5.7.1.2",
        "12345",
        "10:25",
        "$5.50",
        "#123456",
        "550 5.1.1 User unknown",
        "250 ok",
        "http://example.com/550",
        "call 550 people"
      })
  void whatOnlyLooksLikeACodeIsNotTakenForOne(String typed) {
    assertEquals(new Question.FreeText(typed), PARSER.parse(typed, 1000));
  }
}
