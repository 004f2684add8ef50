package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phrase is found wherever another is if that is so for whatever text. */
class PhrasePatternTest {

  @ParameterizedTest
  @CsvSource({
    "quota exceeded, mailbox quota exceeded now, true",
    "quota exceeded, quota exceeded, true",
    "Quota-exceeded, quota exceeded, true",
    "quota exceeded, quota was exceeded, false",
    "quota * exceeded, quota exceeded, true",
    "quota * exceeded, quota for you was exceeded, true",
    "quota * exceeded, quota * exceeded, true",
    "quota * exceeded, quota 1 2 3 4 5 6 7 8 exceeded, true",
    "quota * exceeded, quota 1 2 3 4 5 6 7 8 9 exceeded, false",
    "quota exceeded, quota * exceeded, false",
    "quota * exceeded, quota * was exceeded, false",
    "quota exceeded, quota, false",
    "is full, mailbox * is full, true",
    "mailbox * full, mailbox * is full, false",
    "5.7.1 denied, error 5.7.1 denied, true",
    "7.1 denied, error 5.7.1 denied, false",
    "doesnt exist, domain doesn't exist, true",
  })
  void aPhraseIsFoundWhereverAnotherIs(String one, String other, boolean found) {
    assertEquals(
        found, PhrasePattern.of(one).isFoundWherever(PhrasePattern.of(other)), one + " | " + other);
  }

  @Test
  void signsAreWordsOfTheirOwnAndPunctuationIsNone() {
    assertEquals(
        List.of("550", "5.1.1", "non", "existent", "*", "邮", "箱"),
        PhrasePattern.of("550 5.1.1: Non-existent * 邮箱").parts());
  }
}
