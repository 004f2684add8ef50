package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Explain SMTP reply on a message or a file, and the modal. */
@Timeout(60)
class ShortcutsTest extends WithSocketBot {

  private static final String USER = Payloads.USER;
  private static final byte[] BOUNCE =
      "550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown\r\n"
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void aMessageIsExplainedInAModalThatOpensAtOnce() throws Exception {
    explain(Payloads.message("```550 5.7.1```"));

    FakeSlack.Call opened = slack.await("views.open");
    assertTrue(opened.body().get("trigger_id").getAsString().endsWith(".trigger"));
    assertTrue(Shown.text(opened.body().getAsJsonObject("view")).contains("Reading …"));
    FakeSlack.Call updated = slack.await("views.update");
    assertEquals("V1", updated.body().get("view_id").getAsString());
    assertTrue(Shown.text(updated.body().getAsJsonObject("view")).contains("5.7.1"));
    assertEquals(0, slack.calls("response_url"), "nothing is written where others read");
  }

  @Test
  void theAnswerIsPostedIntoTheThreadOnceWhenTheAskersSaySo() throws Exception {
    explain(Payloads.message("550 5.7.1"));
    JsonObject view = explained();

    post(USER, view);

    JsonObject posted = slack.await("response_url").body();
    assertEquals("in_channel", posted.get("response_type").getAsString());
    assertEquals("1699999999.000100", posted.get("thread_ts").getAsString());
    assertTrue(Shown.text(posted).contains("<@" + USER + ">"));
    assertTrue(Shown.text(explained()).contains("Posted ✓"));

    slack.send(
        "interactive", payloads.messageShortcut("U0000OTHER", Payloads.message("550 5.7.1")));
    post("U0000OTHER", explained());

    assertTrue(Shown.text(explained()).contains("Posted ✓"));
    assertEquals(1, slack.calls("response_url"));
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  private void post(String user, JsonObject view) throws InterruptedException {
    slack.send(
        "interactive", payloads.pressedInView(user, view, Shown.button(view, "smtpbot_post")));
  }

  @Test
  void aFollowUpStillKnowsTheThread() throws Exception {
    explain(Payloads.message("550"));
    JsonObject view = explained();

    slack.send(
        "interactive",
        payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_follow_up_0")));

    JsonObject next = slack.await("views.push").body().getAsJsonObject("view");
    assertTrue(
        Shown.actions(next, Shown.button(next, "smtpbot_post"))
            .get("block_id")
            .getAsString()
            .endsWith("1699999999.000100"),
        next.toString());
  }

  @Test
  void whereTheModalDoesNotOpenInTimeTheAnswerIsACardForTheAskerAlone() throws Exception {
    slack.refuse("views.open", "expired_trigger_id");

    explain(Payloads.message("550 5.7.1"));

    JsonObject card = slack.await("response_url").body();
    assertEquals("ephemeral", card.get("response_type").getAsString());
    assertTrue(Shown.text(card).contains("5.7.1"), Shown.text(card));
    assertTrue(Shown.actions(card).get("block_id").getAsString().endsWith("1699999999.000100"));
  }

  @Test
  void theBlocksOfAnAppAndItsAttachmentsAreReadToo() throws Exception {
    JsonObject message = Payloads.message("Mail delivery alert");
    message.add(
        "attachments",
        Payloads.json("{'a':[{'fields':[{'title':'Reply','value':'452'}]}]}").get("a"));

    explain(message);

    assertTrue(explained().toString().contains("452"));
  }

  @Test
  void anAttachedFileIsReadAfterANoteThatItIs() throws Exception {
    String url = slack.file("bounce.eml", BOUNCE);

    explain(
        Payloads.withFiles(Payloads.message(""), Payloads.file("bounce.eml", url, BOUNCE.length)));

    assertTrue(opened().contains("Reading bounce.eml"));
    assertEquals("Bearer " + FakeSlack.BOT_TOKEN, slack.await("files/bounce.eml").authorization());
    assertFalse(explained().toString().contains("bob@example.com"), "addresses are masked");
  }

  @Test
  void ofSeveralFilesEachIsReadAndThoseThatAreNoTextAreNamed() throws Exception {
    JsonObject picture = Payloads.file("screen.png", slack.url("/files/screen.png"), 100);
    picture.addProperty("mimetype", "image/png");
    picture.addProperty("thumb_64", "https://files.slack.com/small.png");
    String url = slack.file("bounce.eml", BOUNCE);

    explain(
        Payloads.withFiles(
            Payloads.message(""), picture, Payloads.file("bounce.eml", url, BOUNCE.length)));

    slack.await("files/bounce.eml");
    String answer = Shown.text(explained());
    assertTrue(answer.contains("screen.png was not read"), answer);
    assertTrue(answer.contains("5.1.1"), answer);
  }

  @Test
  void theNameOfAFileFillsNoTemplateAndIsMasked() throws Exception {
    String url = slack.file("bounce.eml", new byte[] {0, 1, 2, 3});

    explain(
        Payloads.withFiles(
            Payloads.message(""), Payloads.file("{1} zebra@example.org.eml", url, 4)));

    String reading = opened();
    assertTrue(reading.contains("{1} z…@example.org.eml"), reading);
    slack.await("files/bounce.eml");
    String answer = Shown.text(explained());
    assertTrue(answer.contains("{1} z…@example.org.eml was not read"), answer);
  }

  @Test
  void aFileOfWhichSlackTellsTheIdAloneIsLookedUp() throws Exception {
    slack.file("F0001", BOUNCE);
    JsonObject file = Payloads.json("{'id':'F0001','file_access':'check_file_info'}");

    explain(Payloads.withFiles(Payloads.message(""), file));

    slack.await("files.info");
    assertEquals("Bearer " + FakeSlack.BOT_TOKEN, slack.await("files/F0001").authorization());
  }

  @Test
  void aMessageThatIsTooLargeIsNotEvenFetched() throws Exception {
    String url = slack.file("huge.eml", BOUNCE);

    String said = explainFile(Payloads.file("huge.eml", url, 11L * 1024 * 1024));

    assertTrue(said.contains("too large") && said.contains("10 MiB"), said);
    assertEquals(0, slack.calls("files/huge.eml"));
  }

  @Test
  void aFileThatIsLargerThanItClaimsIsNotReadToItsEnd() throws Exception {
    byte[] content = new byte[10 * 1024 * 1024 + 1];
    String url =
        slack.file(
            "liar.log",
            new MockResponse.Builder()
                .setHeader("Content-Type", "text/plain")
                .chunkedBody(new Buffer().write(content), 64 * 1024)
                .build());

    String said = explainFile(Payloads.file("liar.log", url, 100));

    assertTrue(said.contains("liar.log is too large"), said);
  }

  @Test
  void theTokenGoesToNoHostButSlacks() throws Exception {
    for (String url :
        new String[] {
          slack.url("/files/x.eml").replace("127.0.0.1", "localhost"),
          "https://slack.com.evil.example/x.eml",
          "https://evilslack.com/x.eml",
          "http://files.slack.com/x.eml",
          "https://files.slack.com:8443/x.eml",
          "https://files.slack.com@127.0.0.1/x.eml",
          "file:///etc/passwd"
        }) {
      String said = explainFile(Payloads.file("x.eml", url, 100));
      assertTrue(said.contains("x.eml is not kept by Slack"), said);
    }
    assertEquals(0, slack.calls("files/x.eml"));
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    String url =
        slack.file(
            "moved.eml",
            new MockResponse.Builder()
                .code(302)
                .setHeader("Location", slack.url("/files/other.eml"))
                .build());

    String said = explainFile(Payloads.file("moved.eml", url, 100));

    assertTrue(said.contains("files:read"), said);
    assertEquals(1, slack.calls("files/moved.eml"));
    assertEquals(0, slack.calls("files/other.eml"));
  }

  @Test
  void aFileThatCannotBeFetchedIsSaidToBeSo() throws Exception {
    String url = slack.file("sick.eml", new MockResponse.Builder().code(500).build());

    assertTrue(explainFile(Payloads.file("sick.eml", url, 100)).contains("could not be fetched"));
    String gone = explainFile(Payloads.file("gone.eml", slack.url("/files/gone.eml"), 100));
    assertTrue(gone.contains("/invite"), gone);
  }

  @Test
  void anotherKindOfFileIsSaidNotToBeRead() throws Exception {
    JsonObject picture = Payloads.file("cat.png", slack.url("/files/cat.png"), 100);
    picture.addProperty("mimetype", "image/png");
    picture.addProperty("thumb_64", "https://files.slack.com/small.png");

    assertTrue(explainFile(picture).contains(".eml or .txt"));
    assertEquals(0, slack.calls("files/cat.png"));
  }

  @Test
  void anEmptyMessageIsSaidToBeSo() throws Exception {
    explain(Payloads.message(""));

    assertTrue(opened().contains("no text"));
  }

  @Test
  void aFileInADirectMessageIsReadAfterANoteThatTheAnswerReplaces() throws Exception {
    String url = slack.file("bounce.eml", BOUNCE);

    slack.send(
        "events_api",
        payloads.written(USER, "im", "", Payloads.file("bounce.eml", url, BOUNCE.length)));

    JsonObject note = slack.await("chat.postMessage").body();
    assertTrue(Shown.text(note).contains("Reading bounce.eml"));
    slack.await("chat.update");
  }

  @Test
  void theGlobalShortcutOpensTheModal() throws Exception {
    slack.send("interactive", payloads.globalShortcut(USER));

    JsonObject view = slack.await("views.open").body().getAsJsonObject("view");
    assertTrue(view.toString().contains("\"multiline\":true"), view.toString());
  }

  @Test
  void theAnswerLiesOnTopOfTheModalSoThatTheTextIsNotLost() throws Exception {
    JsonObject answer = submit("550 5.7.1");

    assertEquals("push", answer.get("response_action").getAsString());
    JsonObject view = answer.getAsJsonObject("view");
    SlackRules.checkView(view);
    assertTrue(Shown.text(view).contains("5.7.1"));
    assertFalse(Shown.hasButton(view, "smtpbot_post"), "there is no channel to post it to");

    slack.send(
        "interactive",
        payloads.pressedInView(USER, view, Shown.button(view, "smtpbot_follow_up_0")));
    slack.await("views.push");
  }

  @Test
  void aFileInTheModalIsReadAfterTheAcknowledgement() throws Exception {
    String url = slack.file("bounce.eml", BOUNCE);

    JsonObject answer = submit(null, Payloads.file("bounce.eml", url, BOUNCE.length));

    JsonObject view = answer.getAsJsonObject("view");
    assertTrue(Shown.text(view).contains("Reading bounce.eml"));
    assertEquals(
        view.get("external_id").getAsString(),
        slack.await("views.update").body().get("external_id").getAsString());
  }

  @Test
  void whereSlackRefusesTheAnswerToAFileTheModalSaysThatItFailed() throws Exception {
    String url = slack.file("bounce.eml", BOUNCE);
    slack.refuse("views.update", "invalid_arguments");

    JsonObject reading =
        submit(null, Payloads.file("bounce.eml", url, BOUNCE.length)).getAsJsonObject("view");

    assertTrue(Shown.text(explained()).contains("5.1.1"));
    JsonObject failed = explained();
    assertEquals(reading.get("external_id"), failed.get("external_id"));
    assertTrue(Shown.text(failed).contains("went wrong"), Shown.text(failed));
    assertFalse(Shown.text(failed).contains("Reading"), Shown.text(failed));
    assertEquals("push", submit("550 5.7.1").get("response_action").getAsString());
    assertEquals(2, slack.calls("views.update"), "nor is it tried for ever");
  }

  @Test
  void aTextAndSeveralFilesAreAnsweredTogether() throws Exception {
    String full = slack.file("full.eml", line("452 4.2.2 <ann@example.org>: Mailbox full"));
    String spam =
        slack.file("spam.log", line("554 5.7.1 <joe@example.net>: Spam message rejected"));

    JsonObject waiting =
        submit(
            "550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown",
            Payloads.file("full.eml", full, 50),
            Payloads.file("spam.log", spam, 50));
    assertTrue(Shown.text(waiting.getAsJsonObject("view")).contains("full.eml, spam.log"));

    String answer = Shown.text(explained());
    for (String code : new String[] {"550 5.1.1", "452 4.2.2", "554 5.7.1"}) {
      assertTrue(answer.contains(code), answer);
    }
    assertTrue(answer.contains("(3)"), answer);
    assertFalse(answer.contains("joe@example.net"), "addresses are masked");
  }

  @Test
  void aFileThatCouldNotBeReadIsNamedBesideTheAnswerToTheOthers() throws Exception {
    String url = slack.file("bounce.eml", BOUNCE);
    JsonObject picture = Payloads.file("cat.png", slack.url("/files/cat.png"), 100);
    picture.addProperty("mimetype", "image/png");
    picture.addProperty("thumb_64", "https://files.slack.com/small.png");

    submit(
        null,
        picture,
        Payloads.file("bounce.eml", url, BOUNCE.length),
        Payloads.file("evil.eml", "https://evil.example/x.eml", 10));

    String answer = Shown.text(explained());
    assertTrue(answer.contains("5.1.1"), answer);
    assertTrue(answer.contains("cat.png was not read"), answer);
    assertTrue(answer.contains("evil.eml is not kept by Slack"), answer);
    assertEquals(0, slack.calls("files/cat.png"));
  }

  @Test
  void whereNoFileCanBeReadThatIsSaid() throws Exception {
    submit(null, Payloads.file("gone.eml", slack.url("/files/gone.eml"), 10));

    assertTrue(Shown.text(explained()).contains("gone.eml is not there for this app"));
  }

  @Test
  void aQuestionBesideAFileThatTellsNothingIsAnswered() throws Exception {
    String url = slack.file("notes.txt", line("Dear all, lunch is at noon."));

    submit("252 501", Payloads.file("notes.txt", url, 30));

    String answer = Shown.text(explained());
    assertTrue(answer.contains("252") && answer.contains("501"), answer);
  }

  private static byte[] line(String text) {
    return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyModalIsAskedToBeFilledIn() throws Exception {
    JsonObject answer = submit(null);

    assertEquals("errors", answer.get("response_action").getAsString());
    assertNull(answer.get("view"));
  }

  private void explain(JsonObject message) throws InterruptedException {
    JsonObject acknowledgement = slack.send("interactive", payloads.messageShortcut(USER, message));
    assertEquals(0, acknowledgement.size(), "acknowledged before it is read");
  }

  private String explainFile(JsonObject file) throws InterruptedException {
    explain(Payloads.withFiles(Payloads.message(""), file));
    String note = opened();
    assertTrue(note.contains("Reading"), note);
    return Shown.text(explained());
  }

  private String opened() throws InterruptedException {
    return Shown.text(slack.await("views.open").body().getAsJsonObject("view"));
  }

  private JsonObject explained() throws InterruptedException {
    return slack.await("views.update").body().getAsJsonObject("view");
  }

  private JsonObject submit(@Nullable String text, JsonObject... files)
      throws InterruptedException {
    return slack.send("interactive", payloads.submission(USER, text, files));
  }
}
