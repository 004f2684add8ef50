package io.github.smtpbot.diagnosis.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of line a line is shows at its beginning. */
class LineKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      quoteCharacter = '~',
      textBlock =
          """
          550 no                                    \u00a6 CODE
          250-ok                                    \u00a6 CODE
          421: later                                \u00a6 CODE
          550                                       \u00a6 PROSE
          5501 no                                   \u00a6 PROSE
          150 no                                    \u00a6 PROSE
          650 no                                    \u00a6 PROSE
          a@b.example                               \u00a6 RECIPIENT
          <a@b.example>:                            \u00a6 RECIPIENT
          a@b.example:                              \u00a6 RECIPIENT
          a@b.example (generated from c@d.example)  \u00a6 PROSE
          to=<a@b.example>                          \u00a6 PROSE
          x=a@b.example                             \u00a6 RECIPIENT
          @b.example                                \u00a6 PROSE
          a@                                        \u00a6 PROSE
          a@:                                       \u00a6 PROSE
          May  1 10:00:01 mx postfix: x             \u00a6 LOG
          2025-01-31 10:00:01 x                     \u00a6 LOG
          2025-01-31 10:00:0                        \u00a6 PROSE
          2025-01-31 1x:00:01 x                     \u00a6 PROSE
          2025-01-31 10:0x:01 x                     \u00a6 PROSE
          2025-01-31 10:00-01 x                     \u00a6 PROSE
          Date: Fri, 31 Jan 2025 10:00:01 +0000     \u00a6 PROSE
          Arrival-Date: Fri, 31 Jan 2025 10:00:01   \u00a6 FIELD
          a line in which much stands before 10:00:01 \u00a6 PROSE
          [ERROR] x                                 \u00a6 LOG
          [PROTOCOL] x                              \u00a6 LOG
          [other] x                                 \u00a6 PROSE
          [ERROR]x                                  \u00a6 PROSE
          @4000000012345 x                          \u00a6 LOG
          RCPT TO:<a@b.example>                     \u00a6 CLIENT
          RCPT TO: <a@b.example>                    \u00a6 CLIENT
          mail from: <a@b.example> SIZE=1           \u00a6 CLIENT
          DATA                                      \u00a6 CLIENT
          DATA x                                    \u00a6 PROSE
          QUIT                                      \u00a6 CLIENT
          RSET                                      \u00a6 CLIENT
          STARTTLS                                  \u00a6 CLIENT
          EHLO mx.b.example                         \u00a6 CLIENT
          HELO mx.b.example                         \u00a6 CLIENT
          AUTH PLAIN                                \u00a6 CLIENT
          AUTH PLAIN AGEAYg==                       \u00a6 CLIENT
          AUTH PLAIN is not allowed                 \u00a6 PROSE
          AUTHOR x                                  \u00a6 PROSE
          Diagnostic-Code: smtp; 550                \u00a6 FIELD
          Action: failed                            \u00a6 FIELD
          Status: 5.1.1                             \u00a6 FIELD
          Other: x                                  \u00a6 PROSE
          A-B: x                                    \u00a6 PROSE
          AB-C: x                                   \u00a6 FIELD
          X-1: x                                    \u00a6 PROSE
          Remote-MTA://x                            \u00a6 PROSE
          Hello there-you: x                        \u00a6 PROSE
          """)
  void aLineHasAKind(String line, Kind kind) {
    assertEquals(kind, LineKind.kindOf(line));
  }

  @ParameterizedTest
  @CsvSource({
    "EHLO x, true",
    "ehlo x, true",
    "RCPT TO:<a@b>, true",
    "MAIL<a@b>, true",
    "'EHLO', true",
    "., true",
    "STARTTLS, true",
    "STARTTLSX, false",
    "EHLOX, false",
    "hello, false"
  })
  void aVerbIsOneOfSmtp(String line, boolean isVerb) {
    assertEquals(isVerb, LineKind.isVerb(line));
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1 no, 5.1.1",
    "4.2.2 no, 4.2.2",
    "2.0.0 ok, 2.0.0",
    "5.123.456 no, 5.123.456",
    "3.1.1 no, ''",
    "5.1 no, ''",
    "5.1.1.1 no, ''",
    "5.1.1, ''",
    "5.1.1x no, ''",
    "5.1234.1234 no, ''",
    "x, ''"
  })
  void aStatusBeginsALine(String line, String status) {
    assertEquals(status, LineKind.enhancedOf(line));
  }

  @ParameterizedTest
  @CsvSource({
    "a@b.example: no, true",
    "<a@b.example>: no, true",
    "aa@b: no, true",
    "a@b: no, false",
    "a@: no, false",
    "a b@c.example: no, false",
    "to a@b.example, false",
    "x.y: a@b.example, false"
  })
  void aLineMayNameItsRecipient(String line, boolean names) {
    assertEquals(names, LineKind.namesRecipient(line));
  }

  @Test
  void aLongLineNamesNone() {
    String most = "a".repeat(287) + "@b.example";
    assertEquals(true, LineKind.namesRecipient(most + ": x"));
    assertEquals(false, LineKind.namesRecipient("aaa" + most + ": x"));
    assertEquals(Kind.RECIPIENT, LineKind.kindOf(most));
    assertEquals(Kind.PROSE, LineKind.kindOf("aaaa" + most));
  }
}
