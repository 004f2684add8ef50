package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the replies that a bounce quotes in its words for people, the one that tells most leads. */
class ReportProseTest {

  private static Diagnosis bounce(String words) {
    return Reading.message(
        """
        From: MAILER-DAEMON@mx1.example.org
        To: s@example.org
        Subject: Undelivered Mail Returned to Sender

        The message could not be delivered.

        """
            + words.translateEscapes()
            + "\n");
  }

  private static String told(String words) {
    return bounce(words).findings().stream()
        .map(one -> one.recipient() + " " + one.codes())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <a@b.example>: 250 2.1.5 Recipient ok\\n<c@d.example>: 550 5.1.1 unknown | c@d.example 550 5.1.1
          <c@d.example>: 550 5.1.1 unknown\\n<a@b.example>: 250 2.1.5 Recipient ok | c@d.example 550 5.1.1
          <a@b.example>: 250 2.1.5 Recipient ok\\n<c@d.example>: 450 4.2.1 busy   | c@d.example 450 4.2.1
          <a@b.example>: 250 2.1.5 Recipient ok                                   | a@b.example 250 2.1.5
          """)
  void whatWentWellIsNotToldBesideAFailure(String words, String told) {
    assertEquals(told, told(words));
  }

  /** A reply to nobody is told where no recipient's reply says as much. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          421 4.4.2 timeout\\n\\n<c@d.example>: 550 5.1.1 unknown        | c@d.example 550 5.1.1
          550 5.7.1 Relaying denied\\n\\n<c@d.example>: 554 5.1.1 unknown | c@d.example 554 5.1.1
          550 5.7.1 Relaying denied\\n\\n<c@d.example>: 450 4.2.0 busy    | null 550 5.7.1, c@d.example 450 4.2.0
          550 5.7.1 Relaying denied                                     | null 550 5.7.1
          """)
  void aReplyToNobodyIsToldWhereItSaysMore(String words, String told) {
    assertEquals(told, told(words));
  }

  /** What only follows from an earlier refusal says least, and a permanent refusal most. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <c@d.example>: 503 5.5.1 Need RCPT\\n<c@d.example>: 550 5.1.1 unknown   | c@d.example 550 5.1.1
          <c@d.example>: 550 5.1.1 unknown\\n<c@d.example>: 503 5.5.1 Need RCPT   | c@d.example 550 5.1.1
          <c@d.example>: 503 5.5.1 Need RCPT\\n<c@d.example>: 450 4.2.1 busy      | c@d.example 450 4.2.1
          <c@d.example>: 554 Service unavailable\\n<c@d.example>: 450 4.2.1 busy  | c@d.example 450 4.2.1
          <c@d.example>: 554 Refused by us\\n<c@d.example>: 450 4.2.1 busy        | c@d.example 554
          <c@d.example>: 450 4.2.1 busy\\n<c@d.example>: 552 5.2.2 full           | c@d.example 552 5.2.2
          <c@d.example>: 550 5.1.1 unknown\\n<C@d.example>: 552 5.2.2 full        | c@d.example 550 5.1.1
          <c@d.example>: 5.1.1 unknown user\\n<c@d.example>: 450 4.2.1 busy       | c@d.example 450 4.2.1
          """)
  void ofOneRecipientTheReplyThatTellsMost(String words, String told) {
    assertEquals(told, told(words));
  }

  /** Sendmail sums a refusal up on a line of its own, which names the recipient. */
  @Test
  void theLineThatSumsARefusalUpNamesItsRecipient() {
    String transcript =
        """
           ----- Transcript of session follows -----
        ... while talking to mx.d.example.:
        >>> DATA
        <<< 550 5.7.1 Refused by a rule
        554 5.0.0 <c@d.example>... Service unavailable
        """;
    assertEquals("c@d.example 550 5.7.1", told(transcript));
    assertEquals("mx.d.example", bounce(transcript).findings().get(0).remoteHost());
  }

  /** A report without any code: for each recipient what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a@b.example: the mailbox is over quota                                 | mailbox_full
          a@b.example:\\n  the mailbox is over quota                              | mailbox_full
          a@b.example: over quota\\n\\nc@d.example: there is no such user           | mailbox_full, user_unknown
          The mailbox is over quota\\n\\nc@d.example: there is no such user         | user_unknown
          Nothing is known of it                                                 | other
          """)
  void aReportWithoutCodesIsReadByItsWords(String words, String causes) {
    assertEquals(
        causes,
        bounce(words).findings().stream()
            .map(one -> one.cause().label())
            .collect(Collectors.joining(", ")));
  }
}
