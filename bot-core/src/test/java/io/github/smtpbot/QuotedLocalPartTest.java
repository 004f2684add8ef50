package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address whose local part is quoted: what stands in it is no code, and is never shown. */
class QuotedLocalPartTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "550 \"john 5.1.1\"@example.com user unknown | 550",
        "550 <\"john 5.1.1\"@example.com>: User unknown | 550",
        "550 5.7.1 \"john 5.1.1\"@example.com blocked | 550 5.7.1",
        "550 \"5.1.1 john\"@example.com user unknown | 550",
        "550 \"john 552 5.2.2\"@example.com user unknown | 550",
        "550 5.1.1 <\"john 4.2.2\"@example.com>: User unknown | 550 5.1.1"
      })
  void aCodeInItIsNoneOfTheReply(String reply, String codes) {
    assertEquals(List.of(codes), findings(reply).stream().map(Finding::codes).toList());
  }

  @Test
  void anAddressAloneIsNoQuestionAboutACode() {
    assertEquals(List.of(), BOT.answer("\"john 5.1.1\"@example.com", Locale.ENGLISH).codes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "550 5.7.1 \"john 5.1.1\"@example.com blocked | 550 5.7.1 \"j…@example.com blocked",
        "550 5.1.1 \"john doe\"@example.com user unknown | 550 5.1.1 \"j…@example.com user unknown",
        "host mx.example.com said: \"550 5.1.1 <\\\"john doe\\\"@example.com> user unknown\""
            + " | 550 5.1.1 … user unknown",
      })
  void theCodesStandBeforeTheHiddenNameInTheQuotation(String reply, String quote) {
    Answer answer = BOT.answer(reply, Locale.ENGLISH);

    assertEquals(List.of(quote), answer.brief().quote());
    assertFalse(answer.brief().text().contains("doe"), answer.brief().text());
    assertFalse(answer.brief().text().contains("john"), answer.brief().text());
  }

  @Test
  void quotedWordsBeforeAnAddressAreNoLocalPart() {
    assertTrue(
        findings("550 \"5.1.1 User unknown\" <bob@example.com>").get(0).codes().contains("5.1.1"));
  }

  private static List<Finding> findings(String reply) {
    return Objects.requireNonNull(BOT.answer(reply, Locale.ENGLISH).diagnosis()).findings();
  }
}
