package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are a reply's own, where they begin and where they end, and whose code stands by. */
class WordsOfRepliesTest {

  private static Finding first(String text) {
    return Reading.first(text.translateEscapes());
  }

  /** What was opened before a reply ends it, but not what was opened within. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (550 5.1.1 User (john) unknown) and later words           | User (john) unknown
          [550 5.7.1 [192.0.2.1] refused] and more                  | [192.0.2.1] refused
          {550 5.7.1 {x} refused} and more                          | {x} refused
          (550 5.7.1 refused) (by us)                               | refused
          '550 5.1.1 can't deliver to them' said the server         | can't deliver to them
          said: "550 "sender not allowed a@b.example"" and later    | sender not allowed a@b.example
          "550 5.1.1 <"a b"@c.example> unknown user" and later      | <"a b"@c.example> unknown user
          550 5.1.1 User (john) unknown) and later words            | User (john) unknown) and later words
          """)
  void theyEndWhereWhatWasOpenedBeforeThemIsClosed(String text, String words) {
    assertEquals(words, first(text).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 :- "Mailbox full"                       | Mailbox full
          550 >= Mailbox full),                       | Mailbox full
          550 (mailbox full)                          | (mailbox full)
          550 mailbox full (1 MB)                     | mailbox full (1 MB)
          550 'Mailbox full';                         | Mailbox full
          dsn=4.4.2 <421 4.4.2 timeout>               | timeout
          550 unknown <a@b.example>                   | unknown <a@b.example>
          b'550 5.1.1 b'mailbox unknown''             | mailbox unknown
          (550, b'5.2.2 mailbox full')                | mailbox full
          (550, u'5.2.2 mailbox full')                | mailbox full
          (550, u"mailbox full")                      | mailbox full
          550, b'mailbox full'                        | mailbox full
          550 bounced, mailbox full                   | bounced, mailbox full
          550 user unknown                            | user unknown
          550 5.1.1 b                                 | b
          """)
  void theSignsAroundThemAreNoPartOfThem(String text, String words) {
    assertEquals(words, first(text).text());
  }

  /** Whoever has put many lines onto one wrote each line's codes too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          host said: 550 5.7.1 Sorry\\\\n550 5.7.1 not\\\\r here | Sorry not here
          host said: 550-Sorry 550-we refuse 550 you             | Sorry we refuse you
          550-5.7.1 Sorry 550-5.7.1 not here 550 5.7.1 at all    | Sorry not here at all
          550-5.7.1 Sorry 550 5.7.1                              | Sorry
          550 5.1.1 user unknown 550 5.1.1.2 see                 | user unknown 550 5.1.1.2 see
          550 5.1.1 user unknown 550 5.1.1a see                  | user unknown 550 5.1.1a see
          550 5.1.1 550 users unknown                            | 550 users unknown
          550 5.1.1 user unknown at C:\\\\mail\\\\x              | user unknown at C:\\mail\\x
          550 user 550unknown                                    | user 550unknown
          """)
  void theCodesOfFurtherLinesAreNoPartOfThem(String text, String words) {
    assertEquals(words, first(text).text());
  }

  /** Some programs tell the code last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Mailer error Detail: the mailbox is full SMTP code: 552        | the mailbox is full
          SMTP code: 1 Detail: the mailbox is full SMTP code: 552        | the mailbox is full
          response: '554 refused by policy', responseCode: 554           | refused by policy
          { response: "550 5.1.1 user unknown", responseCode: 550 }      | user unknown
          Refused by a policy of the recipient (550 5.7.1)               | Refused by a policy of the recipient
          Sorry, no mailbox here by that name (#5.1.1) for you           | Sorry, no mailbox here by that name for you
          Sorry, no mailbox here by that name. (#5.1.1)                  | Sorry, no mailbox here by that name.
          """)
  void whereTheCodeClosesTheSentenceTheyStandBeforeIt(String text, String words) {
    assertEquals(words, first(text).text());
  }

  /** Old Sendmail wraps the reply of the other server into its own. */
  @ParameterizedTest
  @CsvSource({
    "554 <a@b.example>... 550 Host unknown, 550",
    "550 <a@b.example>... 552 mailbox full, 552",
    "554 5.0.0 <a@b.example>... 550 Host unknown, 554 5.0.0",
    "554 <a@b.example>... 550-Host unknown, 554",
    "554 <a@b.example>... 5502 hosts unknown, 554",
    "554 <a@b.example>.. 550 Host unknown, 554",
    "554 ... 550 Host unknown, 554"
  })
  void theInnerCodeIsTheOneThatWasSaid(String text, String codes) {
    assertEquals(codes, first(text).codes());
  }

  /** An enhanced status code among the words: of the reply's own class, and one that there is. */
  @ParameterizedTest
  @CsvSource({
    "550 No such user (#5.1.1), 550 5.1.1",
    "550 No such user 5.1.1 here, 550 5.1.1",
    "450 No such user 4.2.1 today, 450 4.2.1",
    "550 No such user (4.1.1), 550",
    "550 No such user (#4.1.1), 550",
    "550 No such user #5.9.9, 550 5.9.9",
    "550 No such user (5.9.9), 550",
    "550 No such user v5.1.1, 550",
    "550 No such user version 5.1.1, 550",
    "550 No such user 15.1.1, 550",
    "550 refused by relay 5.1.1.2, 550",
    "550 No such user (4.1.1) (5.1.1), 550 5.1.1"
  })
  void aStatusAmongTheWordsIsTheReplys(String text, String codes) {
    assertEquals(codes, first(text).codes());
  }

  @Test
  void aStatusFarBehindTheWordsIsNotTheReplys() {
    assertEquals("550 5.1.1", first("550 user" + " user".repeat(90) + " 5.1.1").codes());
    assertEquals("550", first("550 user" + " user".repeat(110) + " 5.1.1").codes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 <a@b.example> unknown user                                              | a@b.example
          550 <a@b.example> sender rejected                                           |
          550 unknown user a@b.example                                                |
          <a@b.example>: 550 unknown user                                             | a@b.example
          <x@b.example> no. <a@b.example>: host mx.example.net said: 550 unknown user | x@b.example
          """)
  void whoseMailboxItIsAbout(String text, String recipient) {
    assertEquals(recipient, first(text).recipient());
  }

  /** Which command a reply answered stands before it, or behind it where it is said to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          error after MAIL FROM:<a@b.example>: 550 refused                           | MAIL
          error after MAIL FROM:<a@b.example>: 550 refused (in reply to RCPT TO command) | RCPT
          550 5.1.1 User unknown in reply to DATA command                            | DATA
          in reply to RCPT TO: 550 5.1.1 refused                                     | RCPT
          550 5.1.1 refused after RCPT TO                                            | RCPT
          RCPT TO:<a@b.example>\\n550 5.1.1 refused                                  | RCPT
          DATA\\n354 go on\\n550 5.7.1 refused                                       | END_OF_DATA
          MAIL FROM:<s@b.example>\\n250 ok\\nRCPT TO:<a@b.example>\\n550 refused      | RCPT
          550 5.1.1 refused                                                          |
          """)
  void theCommandThatWasAnswered(String text, Command command) {
    assertEquals(command, first(text).command());
  }

  /** In a log, the status that the queue gives stands before what the server said. */
  @ParameterizedTest
  @CsvSource({
    "dsn=5.2.2, 550 5.2.2",
    "dsn=5.2.2; , 550 5.2.2",
    "dsn=x, 550",
    "dsn=, 550",
    "delay=1, 550"
  })
  void theQueuesStatusCompletesAReplyWithoutOne(String field, String codes) {
    assertEquals(
        codes,
        first(
                "postfix/smtp[1]: A1: to=<u@b.example>, relay=mx.b.example[192.0.2.1]:25, "
                    + field
                    + ", status=bounced (host mx.b.example[192.0.2.1] said: 550 full)")
            .codes());
  }
}
