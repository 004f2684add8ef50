package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "550 5.1.1 &lt;bob@example.com&gt; unknown § 550 5.1.1 <bob@example.com> unknown",
        "to <mailto:bob@example.com|bob@example.com> § to bob@example.com",
        "see <https://example.org/x?a=1&amp;b=2> § see https://example.org/x?a=1&b=2",
        "<http://example.org|example.org> § example.org",
        "<@U123|bob> <#C1|mail> <!here> <!date^1^x|now> § @bob #mail @here now",
        "&amp;lt; § &lt;",
        "a < b § a < b",
        "<< 550 no § << 550 no",
        "<|label> <|> 550 § label  550"
      })
  void textIsReadAsItsWriterSawIt(String sent, String seen) {
    assertEquals(seen, SlackText.decode(sent));
  }

  @Test
  void theMentionOfTheBotIsNoPartOfTheQuestion() {
    assertEquals("252 501", SlackText.withoutMention(" <@UBOT> 252 501"));
    assertEquals("252", SlackText.withoutMention("252"));
    assertEquals("<@", SlackText.withoutMention("<@"));
    assertEquals("<@UBOT <b> 252", SlackText.withoutMention("<@UBOT <b> 252"));
  }

  @Test
  @Timeout(10)
  void whatNeverClosesTakesNoLongTime() {
    String open = "<".repeat(1_000_000);

    assertEquals(open, SlackText.decode(open));
  }

  @Test
  @Timeout(10)
  void whatOpensAgainAndAgainTakesNoLongTime() {
    String text = "<a".repeat(500_000);

    assertEquals(text, SlackText.decode(text));
  }
}
