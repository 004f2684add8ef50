package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Cause;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a delivery status notification (RFC 3464), as people paste them. */
class ReportFieldsTest {

  private static List<Finding> findings(String text) {
    return Reading.DIAGNOSER.read(text).findings();
  }

  private static String told(String text) {
    return findings(text).stream()
        .map(one -> one.recipient() + " " + one.codes() + " " + one.cause().label())
        .collect(Collectors.joining(", "));
  }

  @Test
  void eachFieldTellsOfTheFailure() {
    Diagnosis diagnosis =
        Reading.DIAGNOSER.read(
            """
            Reporting-MTA: dns; mx1.example.org

            Final-Recipient: rfc822; a@b.example
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.b.example (192.0.2.1)
            Diagnostic-Code: smtp; 550 User unknown
            """);
    assertEquals("mx1.example.org", diagnosis.reportingHost());
    Finding finding = diagnosis.findings().get(0);
    assertEquals("a@b.example", finding.recipient());
    assertEquals(true, finding.permanent());
    assertEquals("550 5.1.1", finding.codes());
    assertEquals("mx.b.example", finding.remoteHost());
    assertEquals("User unknown", finding.text());
  }

  /** The type of an address is no word about the failure. */
  @Test
  void theTypeOfAnAddressIsNoSign() {
    assertEquals(
        "a@b.example 5.2.2 mailbox_full",
        told("Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.2\n"));
    assertEquals(
        Cause.SYNTAX_OR_PROTOCOL_ERROR,
        Reading.one("550 The message does not conform to RFC822").cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.2",
        "Final-Recipient: rfc822;a@b.example\nStatus: 5.2.2 (over quota)",
        "FINAL-RECIPIENT:RFC822;a@b.example\nACTION:FAILED\nSTATUS:5.2.2",
        "> Final-Recipient: rfc822; a@b.example\n> Action: failed\n> Status: 5.2.2\n>",
        "  Final-Recipient: rfc822; a@b.example\n  Action: failed\n  Status: 5.2.2",
        "> Final-Recipient: rfc822; a@b.example\n> Action: failed\n> Status:\n>   5.2.2\n",
        "Final-Recipient: rfc822;\n a@b.example\nAction: failed\nStatus:\n\t5.2.2",
        "Original-Recipient: rfc822; a@b.example\nFinal-Recipient: x400; /c=de/\nStatus: 5.2.2",
        "X-Actual-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.2",
        "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n",
        "Final-Recipient: a@b.example\nAction: failed\nStatus: 5.2.2 mailbox full",
        "Final-Recipient: rfc822; a@b.example\nStatus: 5.2.2\nStatus: 5.1.1"
      })
  void theyAreReadHoweverTheyAreWritten(String text) {
    assertEquals("a@b.example 5.2.2 mailbox_full", told(text));
  }

  /** What tells of no recipient and of no failure is no report. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Action: failed",
        "Status: 5.2.2",
        "Final-Recipient: rfc822; a@b.example",
        "Reporting-MTA: dns; mx1.example.org\nArrival-Date: Mon, 1 Jan 2024 10:00:00 +0000"
      })
  void aFieldAloneIsNoReport(String text) {
    assertEquals("", told(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          smtp; 550 5.1.1 User unknown            | 550 5.1.1 | User unknown
          SMTP; 550 5.1.1 User unknown            | 550 5.1.1 | User unknown
          lmtp; 550 5.1.1 User unknown            | 550 5.1.1 | User unknown
          smtp;550 5.1.1 User unknown             | 550 5.1.1 | User unknown
          550 5.1.1 User unknown                  | 550 5.1.1 | User unknown
          550 5.1.1 Mailbox; not there            | 550 5.1.1 | Mailbox; not there
          550-a-very-long-type-without-blanks; no | 550       | a-very-long-type-without-blanks; no
          X-Postfix; User unknown: "bob"          |           | User unknown: "bob"
          x-unix; 550 User unknown                | 550       | User unknown
          """)
  void whatTheServerSaidStandsBehindItsType(String value, String codes, String text) {
    Finding finding = Reading.one("Diagnostic-Code: " + value);
    assertEquals(codes == null ? "" : codes, finding.codes());
    assertEquals(text, finding.text());
  }

  @Test
  void aFoldedReplyIsRead() {
    assertEquals(
        "<a@b.example>: Recipient address rejected: User unknown",
        Reading.one(
                """
                Diagnostic-Code: smtp; 550 5.1.1 <a@b.example>:
                 Recipient address
                \trejected: User unknown
                """)
            .text());
  }

  @Test
  void eachRecipientIsToldOf() {
    String two =
        """
        Reporting-MTA: dns; mx1.example.org

        Final-Recipient: rfc822; a@b.example
        Action: failed
        Status: 5.1.1
        %s
        Final-Recipient: rfc822; c@d.example
        Action: delayed
        Status: 4.2.2
        """;
    String told = "a@b.example 5.1.1 user_unknown, c@d.example 4.2.2 mailbox_full";
    assertEquals(told, told(two.formatted("")));
    assertEquals(told, told(two.formatted("").replace("\n\nFinal", "\nFinal")), "no blank line");
    assertEquals(told, told(two.formatted("").replace("\n", "\r\n")));
    assertEquals(
        List.of(true, false),
        findings(two.formatted("")).stream().map(Finding::permanent).toList());
  }

  /** Words near another recipient's address are about that one. */
  @Test
  void noRecipientIsToldAnothersWords() {
    assertEquals(
        "c@d.example 552 5.2.2 mailbox_full, a@b.example 5.0.0 other",
        told(
            """
            Final-Recipient: rfc822; a@b.example
            Action: failed
            Status: 5.0.0

            Final-Recipient: rfc822; c@d.example
            Action: failed
            Status: 5.2.2
            Diagnostic-Code: smtp; 552 5.2.2 mailbox full
            """));
  }

  @Test
  void theWordsNearARecipientAreItsOwn() {
    assertEquals(
        "c@b.example 5.0.0 mailbox_full, a@b.example 5.0.0 user_unknown",
        told(
            """
            <c@b.example>: the mailbox is over quota
            <a@b.example>: there is no such user

            Final-Recipient: rfc822; c@b.example
            Action: failed
            Status: 5.0.0

            Final-Recipient: rfc822; a@b.example
            Action: failed
            Status: 5.0.0
            """));
  }

  @Test
  void whatWasRelayedIsNoFailure() {
    Diagnosis diagnosis =
        Reading.DIAGNOSER.read(
            """
            Final-Recipient: rfc822; a@b.example
            Action: relayed
            Status: 2.1.5

            Final-Recipient: rfc822; c@d.example
            Action: failed
            Status: 5.2.2
            """);
    assertEquals(1, diagnosis.findings().size());
    assertEquals(1, diagnosis.delivered());
    assertEquals("c@d.example", diagnosis.findings().get(0).recipient());
  }

  /** The words for people tell what the fields leave out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          It failed (#5.2.1).                                            | 5.0.0 |                         | 5.2.1     |
          It failed (#5.2.1).                                            | 5.1.1 |                         | 5.1.1     |
          host mx.b.example said: 552 5.2.2 Mailbox is full, as it seems | 5.2.2 | smtp; 552 5.2.2 Mailbox | 552 5.2.2 | Mailbox is full, as it seems
          host mx.b.example said: 552 5.2.2 Mailbox is full              | 5.2.2 |                         | 552 5.2.2 | Mailbox is full
          host mx.b.example said: 552 5.2.2 Mailbox is full              | 5.1.1 | smtp; 550 User unknown  | 550 5.1.1 | User unknown
          host mx.b.example said: 452 4.2.2 Mailbox is full              | 5.1.1 |                         | 5.1.1     |
          host mx.b.example said: 503 5.5.1 Bad sequence                 | 5.1.1 | smtp; 550 User unknown  | 550 5.1.1 | User unknown
          """)
  void wordsForPeopleCompleteTheFields(
      String words, String status, String diagnostic, String codes, String text) {
    Finding finding =
        Reading.one(
            "<a@b.example>: "
                + words
                + "\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: "
                + status
                + (diagnostic == null ? "" : "\nDiagnostic-Code: " + diagnostic)
                + "\n");
    assertEquals(codes, finding.codes());
    if (text != null) {
      assertEquals(text, finding.text());
    }
  }
}
