package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Cause;
import org.junit.jupiter.api.Test;

/** What chats, mail clients and editors do to a reply on its way. */
class WrappingTest {

  @Test
  void quoteMarksAreTakenOff() {
    Finding finding =
        Reading.one("> > 550 5.7.1 Relaying denied\n> > (in reply to RCPT TO command)");
    assertEquals("550 5.7.1", finding.codes());
    assertEquals("Relaying denied", finding.text());
  }

  @Test
  void aCodeFenceIsNoPartOfTheReply() {
    assertEquals("550 5.1.1", Reading.one("```\n550 5.1.1 User unknown\n```").codes());
  }

  @Test
  void slackLinksBecomeAddressesAgain() {
    Finding finding =
        Reading.one("451 4.7.1 &lt;<mailto:bob@example.com|bob@example.com>&gt;: Greylisted");
    assertEquals("bob@example.com", finding.recipient());
    assertEquals("<bob@example.com>: Greylisted", finding.text());
    assertEquals(Cause.GREYLISTED, finding.cause());
  }

  @Test
  void slackLinksToPagesAreReadAsTheyWereWritten() {
    Finding finding =
        Reading.one(
            "550 5.7.1 Blocked, see <https://www.spamhaus.org/query/ip/192.0.2.1|spamhaus.org>");
    assertEquals("Blocked, see spamhaus.org", finding.text());
  }

  @Test
  void htmlEntitiesAreUndone() {
    assertEquals(
        "bob@example.com",
        Reading.one("550 5.1.1 &lt;bob@example.com&gt;: User unknown").recipient());
  }

  @Test
  void fullWidthDigitsAreDigits() {
    assertEquals("550 5.1.1", Reading.one("５５０ ５．１．１ User unknown").codes());
  }

  @Test
  void invisibleCharactersDoNotCount() {
    assertEquals(
        "550 5.1.1", Reading.one("\u202a550\u200b 5.1\u200d.1\u00a0User unknown\u202c").codes());
  }

  @Test
  void smartQuotesAreQuotes() {
    Finding finding = Reading.one("It said \u201c550 5.7.1 Relaying denied\u201d to me");
    assertEquals("Relaying denied", finding.text());
  }

  @Test
  void aWrappedLineIsJoined() {
    Finding finding =
        Reading.one(
            """
            <bob@example.com>: host mx.example.com[192.0.2.1] said:
                550 5.1.1 <bob@example.com>: Recipient address rejected: User
                unknown in local recipient table (in reply to RCPT TO
                command)
            """);
    assertEquals(
        "<bob@example.com>: Recipient address rejected: User unknown in local recipient table",
        finding.text());
    assertEquals("mx.example.com", finding.remoteHost());
  }

  @Test
  void anyLineEndWillDo() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      Finding finding = Reading.one("550-5.7.1 Relaying" + end + "550 5.7.1 denied" + end);
      assertEquals("Relaying denied", finding.text());
    }
  }
}
