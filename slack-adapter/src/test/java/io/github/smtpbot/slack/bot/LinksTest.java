package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands below links to pages that the catalog cites. */
@Timeout(60)
class LinksTest extends WithSocketBot {

  private static final String SECTION = "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2";
  private static final String SAME = "https://datatracker.ietf.org/doc/html/rfc5321#section-4.2.2";
  private static final String SES =
      "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html";

  @Test
  void aSectionOfAnRfcTellsItsCodesAndAPageOfAProviderItsReplies() throws Exception {
    share(SECTION, "https://www.rfc-editor.org/rfc/rfc2119", SES);

    JsonObject form = slack.await("chat.unfurl").body();
    assertEquals(Payloads.CHANNEL, form.get("channel").getAsString());
    assertEquals("1699999999.000400", form.get("ts").getAsString());
    JsonObject unfurls = form.getAsJsonObject("unfurls");
    assertEquals(Set.of(SECTION, SES), unfurls.keySet());
    String codes = Shown.text(unfurls.getAsJsonObject(SECTION));
    assertTrue(codes.contains("RFC 5321 §4.2.2") && codes.contains("211"), codes);
    String replies = Shown.text(unfurls.getAsJsonObject(SES));
    assertTrue(replies.contains("Amazon SES"), replies);
  }

  @Test
  void notMoreThanThreeAreShownAndNoneTwice() throws Exception {
    share(
        SECTION,
        SECTION,
        SAME,
        SES,
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1",
        "https://www.rfc-editor.org/rfc/rfc4954#section-6");

    JsonObject unfurls = slack.await("chat.unfurl").body().getAsJsonObject("unfurls");
    assertEquals(Set.of(SECTION, SAME, SES), unfurls.keySet());
  }

  @Test
  void whileAMessageIsWrittenTheLinkIsNamedByItsOwnId() throws Exception {
    JsonObject shared = bot.payloads.linksShared(Payloads.USER, SECTION);
    shared.getAsJsonObject("event").addProperty("unfurl_id", "Uxxx-1");
    shared.getAsJsonObject("event").addProperty("source", "composer");
    slack.send("events_api", shared);

    assertEquals("Uxxx-1", slack.await("chat.unfurl").body().get("unfurl_id").getAsString());
  }

  @Test
  void whatIsNoSourceOfTheCatalogIsLeftAlone() throws Exception {
    share("https://www.rfc-editor.org/rfc/rfc5321#section-99", "https://docs.aws.amazon.com/");
    share("not a link", SES);

    JsonObject unfurls = slack.await("chat.unfurl").body().getAsJsonObject("unfurls");
    assertEquals(Set.of(SES), unfurls.keySet());
    assertEquals(1, slack.calls("chat.unfurl"));
  }

  @Test
  void whereSlackRefusesItAllElseWorks() throws Exception {
    slack.refuse("chat.unfurl", "missing_scope");
    share(SECTION);
    slack.await("chat.unfurl");

    JsonObject answer = slack.send("slash_commands", bot.payloads.command(Payloads.USER, "550"));
    assertTrue(Shown.text(answer).contains("550"));
  }

  private void share(String... links) throws InterruptedException {
    slack.send("events_api", bot.payloads.linksShared(Payloads.USER, links));
  }
}
