package io.github.smtpbot.slack.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read by what is in them, however they are named and wherever they come from. */
class FilesTest extends WithSocketBot {

  private static final String REPLY = "550 5.1.1 <bob@example.com>: User unknown\r\n";
  private static final String PAGE =
      "<html><body><p>550 5.1.1 &lt;bob@example.com&gt;: User unknown</p></body></html>";

  @ParameterizedTest
  @ValueSource(strings = {"bounce", "mail.log.1", "table.csv", "events.json", "a.msg.bak"})
  void aNameSaysNothing(String name) throws Exception {
    JsonObject file = file(name, "application/octet-stream", bytes(REPLY));

    assertTrue(explained(file).contains("5.1.1"));
  }

  @Test
  void aPackedLogIsUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes(REPLY));
    }

    JsonObject file = file("mail.log.1.gz", "application/gzip", packed.toByteArray());

    assertTrue(explained(file).contains("5.1.1"));
  }

  @Test
  void aMessageThatOutlookSavedIsRead() throws Exception {
    byte[] saved = Files.readAllBytes(Path.of("../bot-core/src/test/resources/outlook/bounce.msg"));

    assertTrue(
        explained(file("Undeliverable.msg", "application/vnd.ms-outlook", saved))
            .contains("5.1.1"));
    byte[] broken = Arrays.copyOf(saved, 600);
    assertTrue(
        explained(file("Broken.msg", "application/octet-stream", broken)).contains("no text"));
  }

  @Test
  void slowFilesHoldNoThreadThatWindowsNeed() throws Exception {
    String slow =
        slack.file(
            "slow.eml",
            new MockResponse.Builder()
                .setHeader("Content-Type", "text/plain")
                .body(new Buffer().writeUtf8(REPLY))
                .headersDelay(20, TimeUnit.SECONDS)
                .build());
    for (int i = 0; i < 40; i++) {
      slack.send(
          "interactive",
          bot.payloads.messageShortcut(
              Payloads.USER,
              Payloads.withFiles(Payloads.message(""), Payloads.file("slow.eml", slow, 100))));
    }
    for (int i = 0; i < 16; i++) {
      JsonObject told = slack.await("views.update").body().getAsJsonObject("view");
      assertTrue(Shown.text(told).contains("Many files"), "who is too many is told so at once");
    }

    slack.send("interactive", bot.payloads.globalShortcut(Payloads.USER));
    slack.await(
        call ->
            call.method().equals("views.open")
                && call.body().getAsJsonObject("view").has("submit"));
    assertTrue(slack.calls("files/slow.eml") <= 4, "the window did not wait for files");
  }

  @Test
  void anEmailThatWasForwardedIntoSlackIsReadThoughItComesAsAPage() throws Exception {
    byte[] content = bytes(PAGE);
    JsonObject file = page("Undelivered", content, "text/html; charset=utf-8", content.length);
    file.addProperty("filetype", "email");
    file.addProperty("mimetype", "text/html");

    assertTrue(explained(file).contains("5.1.1"));
  }

  @Test
  void whereAnEmailMayNotBeFetchedItsTextIsReadThatSlackTells() throws Exception {
    JsonObject file = page("Undelivered", bytes("sign in"), "text/html", 4711);
    file.addProperty("filetype", "email");
    file.addProperty("mimetype", "text/html");
    file.addProperty("plain_text", REPLY);

    assertTrue(explained(file).contains("5.1.1"));
  }

  @Test
  void thePageForSigningInIsNoFile() throws Exception {
    byte[] signIn = bytes("<html>Sign in 550 5.1.1</html>");

    assertTrue(explained(page("bounce.eml", signIn, "text/html", 4711)).contains("files:read"));
    JsonObject asPage = page("bounce.html", signIn, "text/html", 4711);
    asPage.addProperty("mimetype", "text/html");
    assertTrue(explained(asPage).contains("files:read"));
  }

  @Test
  void whoeverRunsTheBotIsAskedForTheScopeThatIsMissingAndForNothingElse() throws Exception {
    JsonObject file = Payloads.json("{'id':'F0001','file_access':'check_file_info'}");
    slack.refuse("files.info", "missing_scope");
    assertTrue(explained(file).contains("files:read"));

    slack.refuse("files.info", "file_not_found");
    assertTrue(explained(file).contains("/invite"));

    JsonObject elsewhere = file("doc", "text/plain", bytes(REPLY));
    elsewhere.addProperty("is_external", true);
    assertTrue(explained(elsewhere).contains("not kept by Slack"));
  }

  @Test
  void filesOfAForwardedMessageCount() throws Exception {
    JsonArray files = new JsonArray();
    files.add(file("one.eml", "message/rfc822", bytes(REPLY)));
    files.add(file("two.txt", "text/plain", bytes("452 4.2.2 <a@example.org>: full\r\n")));
    JsonObject forwarded = Payloads.json("{'is_msg_unfurl':true,'text':''}");
    forwarded.add("files", files);
    JsonArray attachments = new JsonArray();
    attachments.add(forwarded);
    JsonObject message = Payloads.message("");
    message.add("attachments", attachments);

    String answer = explainedMessage(message);

    assertTrue(answer.contains("5.1.1") && answer.contains("4.2.2"), answer);
  }

  @Test
  void allFilesOfADirectMessageAreRead() throws Exception {
    slack.send(
        "events_api",
        bot.payloads.written(
            Payloads.USER,
            "im",
            "",
            file("one.eml", "message/rfc822", bytes(REPLY)),
            file("two.txt", "text/plain", bytes("452 4.2.2 <a@example.org>: full\r\n"))));

    assertTrue(Shown.text(slack.await("chat.postMessage").body()).contains("one.eml, two.txt"));
    slack.await("chat.update");
    assertEquals(1, slack.calls("files/one.eml"));
    assertEquals(1, slack.calls("files/two.txt"));
  }

  @Test
  void ofMoreFilesThanAreReadTheOthersAreNamed() throws Exception {
    JsonObject[] files = new JsonObject[12];
    for (int i = 0; i < files.length; i++) {
      files[i] = file("f" + i + ".log", "text/plain", bytes(REPLY));
    }

    String answer = explainedMessage(Payloads.withFiles(Payloads.message(""), files));

    assertTrue(answer.contains("f10.log") && answer.contains("f11.log"), answer);
    assertEquals(0, slack.calls("files/f10.log"));
  }

  @Test
  void theTextBesideAFileIsReadAsWell() throws Exception {
    JsonObject full = file("b.log", "text/plain", bytes("452 4.2.2 <a@example.org>: full\r\n"));
    JsonObject message = Payloads.withFiles(Payloads.message(REPLY), full);

    String answer = explainedMessage(message);
    assertTrue(answer.contains("4.2.2") && answer.contains("5.1.1"), answer);

    String chat = explainedMessage(Payloads.withFiles(Payloads.message("see the file"), full));
    assertTrue(chat.contains("4.2.2"), chat);
  }

  @Test
  void aPageIsQuotedWithoutItsTags() throws Exception {
    byte[] content =
        bytes("<p>550 5.7.1 <b>Message</b> rejected as spam by Content Filtering.</p>");

    String answer = explained(file("mail", "text/html", content));

    assertTrue(answer.contains("5.7.1 Message rejected"), answer);
    assertFalse(answer.contains("<b>") || answer.contains("</p>"), answer);
  }

  @Test
  void whoWaitsForAFileIsToldWhenTheBotIsRestarted() throws Exception {
    String slow =
        slack.file(
            "slow.eml",
            new MockResponse.Builder()
                .setHeader("Content-Type", "text/plain")
                .body(new Buffer().writeUtf8(REPLY))
                .headersDelay(20, TimeUnit.SECONDS)
                .build());
    slack.send(
        "events_api",
        bot.payloads.written(Payloads.USER, "im", "", Payloads.file("slow.eml", slow, 100)));
    slack.await("files/slow.eml");

    bot.stop();

    String told = Shown.text(slack.await("chat.update").body());
    assertTrue(told.contains("being restarted"), told);
  }

  private String explained(JsonObject file) throws InterruptedException {
    return explainedMessage(Payloads.withFiles(Payloads.message(""), file));
  }

  private String explainedMessage(JsonObject message) throws InterruptedException {
    slack.send("interactive", bot.payloads.messageShortcut(Payloads.USER, message));
    return Shown.text(slack.await("views.update").body().getAsJsonObject("view"));
  }

  private JsonObject file(String name, String type, byte[] content) {
    JsonObject file = Payloads.file(name, slack.file(name, content), content.length);
    file.addProperty("mimetype", type);
    return file;
  }

  private JsonObject page(String name, byte[] content, String type, long size) {
    String url =
        slack.file(
            name,
            new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .body(new Buffer().write(content))
                .build());
    return Payloads.file(name, url, size);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
