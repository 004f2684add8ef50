package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers are codes that a server said, by what stands before and after them. */
class SaidCodesTest {

  private static String codes(String text) {
    return Reading.DIAGNOSER.read(text).findings().stream()
        .map(Finding::codes)
        .filter(codes -> !codes.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What stands right behind a code parts it from its words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550>mailbox full             | 550
          550;mailbox full             | 550
          550)mailbox full             | 550
          550:mailbox full             | 550
          550. Mailbox full            | 550
          550_mailbox full             |
          550a mailbox full            |
          550/mailbox full             |
          550.1 mailbox full           |
          550.mailbox full             |
          550-12.5 user unknown        | 550
          550-1234 user unknown        |
          550-12 user unknown          |
          550-1 user unknown           | 550
          1550 mailbox full            |
          a550 mailbox full            |
          x.550 mailbox full           |
          /550 mailbox full            |
          -550 mailbox full            |
          _550 mailbox full            |
          user=550 unknown user        | 550
          smtp;550 unknown user        | 550
          550 user 551unknown          | 550
          """)
  void whatPartsACodeFromItsWords(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** An enhanced status code stands right behind the reply code, whatever parts them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 no",
        "550.5.1.1 no",
        "550-5.1.1 no",
        "550: 5.1.1 no",
        "550 #5.1.1 no",
        "550 (5.1.1) no",
        "550 [5.1.1] no",
        "550, 5.1.1 no",
        "550 b'5.1.1 no'",
        "550 u'5.1.1 no'",
        "550'5.1.1 no",
        "550\"5.1.1\" no",
        "550\\5.1.1 no"
      })
  void theTwoCodesOfAReplyStandSideBySide(String text) {
    assertEquals("550 5.1.1", codes(text));
  }

  @ParameterizedTest
  @CsvSource({
    "500.5.7.1 Relaying denied, 500 5.7.1",
    "550.4.7.1 Relaying denied,",
    "host 192.0.2.550.5 rejected,",
    "350.3.7.1 Relaying denied,"
  })
  void aDotPartsOnlyCodesOfOneClassOfFailures(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** The number of a process, of a line or of a column is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SMTP Error: [550] mailbox full   | 550
          postfix[550]: mailbox full       |
          [550] mailbox full               |
          mailer.ts(550,21): mailbox full  |
          x (550, mailbox full)            | 550
          (550,21) mailbox full            | 550
          mailer.go:550] mailbox full      |
          mailer.js:550:12 mailbox full    |
          """)
  void aPositionIsNoCode(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (550, b'no')                 | 550
          (550, 'no')                  | 550
          (550, u"no")                 | 550
          x (550, b'5.1.1 no')         | 550 5.1.1
          550, b'no'                   | 550
          550, 'no'                    |
          (550, no)                    |
          """)
  void aPairOfPythonsIsAReply(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** A code that no list has is one if it could be and a refusal follows. */
  @ParameterizedTest
  @CsvSource({
    "558 relaying denied by policy, 558",
    "559 Sorry your mail was rejected, 559",
    "568 relaying denied by policy,",
    "558 things on a shelf,",
    "localhost:558 relaying denied,",
    "smtp said: 558 relaying denied, 558"
  })
  void aCodeThatNobodyListsIsReadBeforeARefusal(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          - 550 mailbox full     | 550
          * 550 mailbox full     | 550
          4. 550 mailbox full    | 550
          12) 550 mailbox full   | 550
          • 550 mailbox full     | 550
          – 550 mailbox full     | 550
           - "550 mailbox full"  | 550
          123. 550 mailbox full  |
          . 550 mailbox full     |
          a. 550 mailbox full    |
          x- 550 mailbox full    |
          x 4. 550 mailbox full  |
          """)
  void anItemOfAListMayBeAReply(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** The words before a number tell that a server said it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          error after MAIL FROM:<a@b.example> SIZE=2868: 550 x y z         | 550
          error after MAIL FROM:<a@b.example> A=Z09: 550 x y z             | 550
          error after MAIL FROM:<a@b.example> size=2868: 550 x y z         |
          error after <a@b.example>A=B: 550 x y z                          |
          error after <a@b.example> AB: 550 x y z                          |
          error after <a@b.example> =B: 550 x y z                          |
          host mx.b.example [192.0.2.1]: 550 no such thing                 | 550
          host mx.b.example (here): 550 no such thing                      | 550
          x <a@b.example>: 550 no such thing                               | 550
          x {a}: 550 no such thing                                         |
          : 550 no such thing                                              |
          MailException: 550 no such thing                                 | 550
          said: 550 no such thing                                          | 550
          unsaid: 550 no such thing                                        |
          {"response": "550 no such thing"}                                | 550
          {"reply": "550 no such thing"}                                   | 550
          {"answer": "550 no such thing"}                                  |
          ': 550 no such thing                                             |
          smtp response: <<550 no such thing>>                             | 550
          Message was - 550 not taken by the mail server                   | 550
          Message was -550 not taken by the mail server                    |
          Message was 550 not taken by the mail server                     |
          error 550: mailbox unknown                                       | 550
          error#550 mailbox unknown                                        | 550
          errors 550: mailbox unknown                                      |
          terror 550 mailbox unknown                                       |
          """)
  void theWordsBeforeACodeLeadToIt(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** A reply that is named, and then quoted, is one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          got code 550, with message "550 5.7.1 no relay"                      | 550 5.7.1
          expected code "250", got code "550", with message "550 5.7.1 no"     | 550 5.7.1
          got code 550, with message "550 no relay"                            | 550
          got code 550, with message "551 5.7.1 no relay"                      | 551 5.7.1, 550
          250 OK then 550 5.1.1 User unknown                                   | 550 5.1.1
          250 2.0.0 OK; 550 mailbox unknown                                    | 550
          550 mailbox unknown, 552 mailbox full                                | 550
          status=deferred dsn=4.4.2 <421 4.4.2 timeout>                        | 421 4.4.2
          """)
  void aReplyIsCountedOnce(String text, String codes) {
    assertEquals(codes, codes(text));
  }

  /** An enhanced status code alone needs more to be one: it may be a version or an address. */
  @ParameterizedTest
  @CsvSource({
    "5.7.1 refused, 5.7.1",
    "#5.1.1 user unknown, 5.1.1",
    "smtp; 5.1.1 user unknown, 5.1.1",
    "Mail server says: error 5.1.1 unknown user, 5.1.1",
    "user unknown by the mail server (#5.9.9), 5.9.9",
    "2.7.1 refused,",
    "error 5.1.1 unknown user,",
    "version 5.7.1 refused,",
    "app:5.1.1 refused,",
    "5.5.999 refused,",
    "5.7.999 refused, 5.7.999",
    "5.7.1 apples,",
    "message refused with 5.1.10,"
  })
  void anEnhancedCodeAlone(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** A code that was awaited is none that was said, but the one that came instead is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The mail failed: expected 250 but got 221                       | 221
          The mail failed: expected '250' but got 221                     | 221
          Expected response code 250 but got code 235                     | 235
          Expected response code 250 but got code 535, no such login      | 535
          The mail failed: expected 250 but got 404 not found             |
          The mail failed: awaited 250 but got 221                        |
          The mail failed: but got 221 goodbye                            |
          The mail failed: 250 but got 221                                |
          The mail failed: expected 250                                   |
          """)
  void whatCameInsteadWasSaid(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }

  /** A link's words may be of HTTP only for codes that HTTP or Cloudflare have too. */
  @ParameterizedTest
  @CsvSource({
    "404, ''",
    "431, ''",
    "432, 432",
    "450, 450",
    "451, ''",
    "452, 452",
    "500, ''",
    "503, ''",
    "511, ''",
    "512, 512",
    "520, ''",
    "521, ''",
    "530, ''",
    "534, 534",
    "550, 550"
  })
  void aLinkIsAReplysSubjectWhereHttpHasTheCodeToo(String code, String codes) {
    assertEquals(codes, codes(code + " refused, see https://a.example/http"));
    assertEquals("", codes(code + " http refused"), "in the words themselves");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 blocked, see a.example/http                     | 550
          550 blocked, see http/a.example                     |
          550 ftp refused                                     |
          550 ftp refused by smtp                             | 550
          error: 503 Service Temporarily Unavailable          |
          error: 503 Service Unavailable                      |
          mail error: 451 Unavailable For Legal Reasons       |
          mail said: 404 Not Found                            | 404
          Status Code: 554, Request ID: 1; mail refused       |
          Status Code: 554; Error Code: X; mail refused       |
          message id 550 refused                              |
          queued as 550 refused                               |
          version 550 refused                                 |
          version: 5.1.1 refused                              |
          x 10:00:00,550 mailbox unknown                      |
          x said 00,550 mailbox unknown                       | 550
          10:05:550 mailbox unknown                           |
          x:550 mailbox unknown                               | 550
          """)
  void numbersOfOtherThings(String text, String codes) {
    assertEquals(codes == null ? "" : codes, codes(text));
  }
}
