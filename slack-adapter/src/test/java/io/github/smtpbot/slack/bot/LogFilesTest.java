package io.github.smtpbot.slack.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.smtpbot.measure.LiveHeap;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.StreamedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A mail log is summarised with a picture, wherever it is given, however large it is. */
@Timeout(240)
class LogFilesTest extends WithSocketBot {

  private static final String USER = Payloads.USER;
  private static final long MEBIBYTE = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private final Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.setLevel(Level.WARN);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  @Test
  void aLargeLogInADirectMessageIsSummarisedWithAPictureAndNeverHeldAsAWhole() throws Exception {
    StreamedLog large = new StreamedLog(30 * MEBIBYTE);
    long before = LiveHeap.bytes();

    sendDirectly(Payloads.file("mail.log", slack.file("mail.log", large.response()), 30 << 20));
    JsonObject card = slack.await("chat.update", PATIENCE).body();

    assertSummary(card);
    assertEquals("header", Shown.types(card).get(0));
    assertTrue(Shown.types(card).indexOf("image") < Shown.types(card).indexOf("table"));
    assertTrue(large.written() >= 30 * MEBIBYTE, "all of it was read");
    long held = large.mostHeap() - before;
    assertTrue(held < 28 * MEBIBYTE, "held meanwhile: " + held);
    assertEquals(List.of(), lines.list, "all went well");
  }

  @Test
  void aLargeLogOfAMessageIsSummarisedInTheWindow() throws Exception {
    StreamedLog large = new StreamedLog(12 * MEBIBYTE);
    JsonObject file =
        Payloads.file("mail.log.1", slack.file("mail.log.1", large.response()), 12 << 20);

    JsonObject view = explained(file);

    assertPicture(view);
    assertTrue(Shown.text(view).contains("Mail log"), Shown.text(view));
    assertTrue(Shown.hasButton(view, "smtpbot_post"));
  }

  @Test
  void aLogInTheFileInputIsSummarisedInTheWindow() throws Exception {
    JsonObject view = submitted(logFile());

    assertPicture(view);
    assertTrue(Shown.text(view).contains("5.1.1"), "the groups are told in full");
  }

  @Test
  void aPackedLogIsSummarised() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    StreamedLog large = new StreamedLog(12 * MEBIBYTE);
    large.writePacked(packed);
    byte[] content = packed.toByteArray();
    assertTrue(content.length < 10 * MEBIBYTE, "it is large when it is unpacked");

    sendDirectly(Payloads.file("l.gz", slack.file("l.gz", content), content.length));

    assertSummary(slack.await("chat.update", PATIENCE).body());
  }

  @Test
  void whatIsNoLogIsRefusedWithTheLimitOfWhatIsNone() throws Exception {
    byte[] text = new byte[(int) (12 * MEBIBYTE)];
    Arrays.fill(text, (byte) 'a');
    JsonObject file = Payloads.file("notes.txt", slack.file("notes.txt", text), text.length);

    String told = Shown.text(explained(file));

    assertTrue(told.contains("notes.txt is too large: at most 10 MiB"), told);
  }

  @Test
  void whatIsLargerThanAnyLogMayBeIsNotFetched() throws Exception {
    JsonObject file = Payloads.file("mail.log", slack.file("mail.log", PNG), 100 * MEBIBYTE + 1);

    String told = Shown.text(explained(file));

    assertTrue(told.contains("mail.log is too large: at most 100 MiB"), told);
    assertEquals(0, slack.calls("files/mail.log"));
  }

  @Test
  void ofALogThatIsLargerThanSlackSaysNoMoreIsReadThanMayBe() throws Exception {
    StreamedLog endless = new StreamedLog(200 * MEBIBYTE);
    JsonObject file =
        Payloads.file("mail.log", slack.file("mail.log", endless.responseOfUnknownLength()), 100);

    slack.send(
        "interactive",
        payloads.messageShortcut(USER, Payloads.withFiles(Payloads.message(""), file)));
    String told = Shown.text(slack.await("views.update", PATIENCE).body().getAsJsonObject("view"));

    assertTrue(told.contains("mail.log is too large: at most 100 MiB"), told);
    assertTrue(told.contains("Mail log: "), "what was read is summarised: " + told);
    // Not all that was written was read: the buffers of both sockets hold up to 36.
    assertTrue(endless.written() < 150 * MEBIBYTE, "written: " + endless.written());
  }

  @Test
  void aLogThatIsLargerThanSlackSaysIsRefusedAtOnceIfItsLengthIsTold() throws Exception {
    StreamedLog large = new StreamedLog(101 * MEBIBYTE);
    JsonObject file = Payloads.file("mail.log", slack.file("mail.log", large.response()), 100);

    String told = Shown.text(explained(file));

    assertTrue(told.contains("mail.log is too large: at most 100 MiB"), told);
    assertTrue(large.written() < 10 * MEBIBYTE, "written: " + large.written());
  }

  @Test
  void aLogWhoseDownloadBreaksOffIsSummarisedAsFarAsItCame() throws Exception {
    for (long length : new long[] {4 * MEBIBYTE, 24 * MEBIBYTE}) {
      StreamedLog log = new StreamedLog(length);
      MockResponse breaking =
          log.response()
              .newBuilder()
              .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
              .build();

      sendDirectly(Payloads.file("mail.log", slack.file("mail.log", breaking), length));

      JsonObject card = slack.await("chat.update", PATIENCE).body();
      assertSummary(card);
      assertTrue(Shown.text(card).contains("Of mail.log, only the beginning was read"));
    }
  }

  @Test
  void aPackedLogThatBreaksOffIsSummarisedAsFarAsItGoes() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    new StreamedLog(2 * MEBIBYTE).writePacked(packed);
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

    sendDirectly(Payloads.file("l.gz", slack.file("l.gz", cut), cut.length));

    JsonObject card = slack.await("chat.update", PATIENCE).body();
    assertSummary(card);
    assertTrue(Shown.text(card).contains("Of l.gz, only the beginning was read"));
  }

  @Test
  void whatIsNoTextAndABombAreToldToBe() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 200; i++) {
        out.write(new byte[(int) MEBIBYTE]);
      }
    }
    byte[] noise = new byte[100_000];
    new Random(1982).nextBytes(noise);
    long before = LiveHeap.bytes();

    for (byte[] content : new byte[][] {packed.toByteArray(), noise}) {
      String told =
          Shown.text(explained(Payloads.file("a.gz", slack.file("a.gz", content), content.length)));
      assertTrue(told.contains("a.gz is too large") || told.contains("no text in it"), told);
    }
    assertTrue(LiveHeap.bytes() - before < 20 * MEBIBYTE, "held: " + LiveHeap.bytes());
  }

  @Test
  void aTextBesideALogIsToldInTheWindow() throws Exception {
    slack.send(
        "interactive",
        payloads.messageShortcut(
            USER, Payloads.withFiles(Payloads.message("550 5.1.1 User unknown"), logFile())));
    JsonObject view = slack.await("views.update", PATIENCE).body().getAsJsonObject("view");

    assertPicture(view);
    assertTrue(Shown.text(view).contains("Text: ⛔ 550 5.1.1"), Shown.text(view));
  }

  @Test
  void aPictureThatSomebodyDeletedIsUploadedAgain() throws Exception {
    JsonObject view = explained(logFile());
    slack.refuse("files.info", "file_deleted");

    press(view, "smtpbot_post");

    JsonObject posted = slack.await("response_url").body();
    assertSummary(posted);
    assertFalse(picture(view).get("slack_file").equals(picture(posted).get("slack_file")));
    assertEquals(2, slack.calls("upload"));
  }

  @Test
  void anUploadThatIsRefusedLeavesTheTextAndIsLoggedOnce() throws Exception {
    slack.refuse("files.getUploadURLExternal", "missing_scope");
    for (int i = 0; i < 2; i++) {
      sendDirectly(logFile());
      JsonObject card = slack.await("chat.update").body();
      assertTrue(Shown.types(card).contains("table"), card.toString());
      assertFalse(Shown.types(card).contains("image"), card.toString());
    }
    assertEquals(
        List.of("Slack refuses files.getUploadURLExternal: missing_scope; see docs/slack.md"),
        said());
  }

  @Test
  void aPlaceForFilesThatFailsLeavesTheText() throws Exception {
    slack.refuse("upload", "any");

    sendDirectly(logFile());

    JsonObject card = slack.await("chat.update").body();
    assertTrue(Shown.types(card).contains("table"), card.toString());
    assertEquals(0, slack.calls("files.completeUploadExternal"));
    assertEquals(1, said().size(), said().toString());
  }

  @Test
  void aPictureThatSlackDoesNotTakeIsLeftOutOfTheCard() throws Exception {
    slack.refusePictures();

    sendDirectly(logFile());

    assertPicture(slack.await("chat.update").body());
    JsonObject again = slack.await("chat.update").body();
    assertEquals(0, count(again, "image"));
    assertEquals(1, count(again, "table"));
  }

  @Test
  void aPictureThatSlackDoesNotTakeIsLeftOutOfTheWindow() throws Exception {
    slack.refusePictures();

    assertPicture(submitted(logFile()));
    JsonObject again = slack.await("views.update").body().getAsJsonObject("view");
    assertEquals(0, count(again, "image"));
    assertTrue(Shown.text(again).contains("5.1.1"), Shown.text(again));
  }

  @Test
  void aPictureThatSlackHasNotLookedAtIsGivenAMomentOnce() throws Exception {
    slack.lookSlowly(1);

    sendDirectly(logFile());

    assertSummary(slack.await("chat.update").body());
    assertEquals(1, slack.calls("files.info"));
  }

  @Test
  void whatIsPostedShowsTheTableAndTheSamePicture() throws Exception {
    JsonObject view = explained(logFile());

    press(view, "smtpbot_post");

    JsonObject posted = slack.await("response_url").body();
    assertEquals("in_channel", posted.get("response_type").getAsString());
    assertSummary(posted);
    assertEquals(picture(view).get("slack_file"), picture(posted).get("slack_file"));
    assertEquals(1, slack.calls("upload"), "it is uploaded once");
  }

  @Test
  void theFullAnswerTellsOfEachGroup() throws Exception {
    sendDirectly(logFile());
    JsonObject card = slack.await("chat.update").body();

    JsonObject full = Shown.button(card, "smtpbot_full");
    slack.send("interactive", payloads.pressed(USER, Shown.actions(card), full));

    String told = Shown.text(slack.await("views.open").body().getAsJsonObject("view"));
    assertTrue(told.contains("One of the replies") && told.contains("5.1.1"), told);
  }

  @Test
  void whatIsNotKeptAnyMoreIsNotPostedAndWhoPressesIsTold() throws Exception {
    JsonObject view = explained(logFile());
    try (SocketBot restarted = new SocketBot()) {
      FakeSlack later = restarted.slack;
      JsonObject post = Shown.button(view, "smtpbot_post");
      later.send("interactive", restarted.payloads.pressedInView(USER, view, post));

      JsonObject told = later.await("views.push").body().getAsJsonObject("view");
      assertTrue(Shown.text(told).contains("kept for a day"), Shown.text(told));
      assertEquals(0, later.calls("response_url") + later.calls("chat.postMessage"));
    }
  }

  @Test
  void anAddressOfALogIsMaskedWhereverItIsShown() throws Exception {
    String secret = "zebrazebra";
    byte[] content = new String(log(), UTF_8).replace("r1", secret + "1").getBytes(UTF_8);
    JsonObject file = Payloads.file("m.log", slack.file("m.log", content), content.length);

    JsonObject view = explained(file);
    press(view, "smtpbot_post");
    slack.await("response_url");
    sendDirectly(file);
    slack.await("chat.update");
    submitted(file);

    for (FakeSlack.Call call : slack.everything()) {
      assertFalse(call.body().toString().contains(secret), call.toString());
    }
    assertFalse(lines.list.toString().contains(secret));
  }

  @Test
  void aLogThatAMentionSendsIsAnsweredToAllWithItsPicture() throws Exception {
    JsonObject mention = payloads.mention(USER, "what is this?");
    Payloads.withFiles(mention.getAsJsonObject("event"), logFile());

    slack.send("events_api", mention);

    assertSummary(slack.await("chat.postMessage").body());
    assertEquals(1, slack.calls("upload"));
  }

  @Test
  void whatStandsBesideALogInAMentionIsToldToTheAskerAlone() throws Exception {
    JsonObject mention = payloads.mention(USER, "what is this?");
    byte[] bounce = "550 5.1.1 <bob@example.com>: User unknown".getBytes(UTF_8);
    Payloads.withFiles(
        mention.getAsJsonObject("event"),
        logFile(),
        Payloads.file("bounce.txt", slack.file("bounce.txt", bounce), bounce.length));

    slack.send("events_api", mention);

    JsonObject toAll = slack.await("chat.postMessage").body();
    assertSummary(toAll);
    assertFalse(toAll.toString().contains("bounce.txt"), toAll.toString());
    String alone = Shown.text(slack.await("chat.postEphemeral").body());
    assertTrue(alone.contains("bounce.txt: ⛔ 550 5.1.1"), alone);
  }

  private void sendDirectly(JsonObject file) throws InterruptedException {
    slack.send("events_api", payloads.written(USER, "im", "", file));
  }

  private JsonObject explained(JsonObject file) throws InterruptedException {
    slack.send(
        "interactive",
        payloads.messageShortcut(USER, Payloads.withFiles(Payloads.message(""), file)));
    return slack.await("views.update", PATIENCE).body().getAsJsonObject("view");
  }

  private JsonObject submitted(JsonObject file) throws InterruptedException {
    slack.send("interactive", payloads.submission(USER, null, file));
    return slack.await("views.update", PATIENCE).body().getAsJsonObject("view");
  }

  private void press(JsonObject view, String button) throws InterruptedException {
    slack.send("interactive", payloads.pressedInView(USER, view, Shown.button(view, button)));
  }

  private JsonObject logFile() throws IOException {
    byte[] content = log();
    String url =
        slack.file(
            "mail.log",
            new MockResponse.Builder()
                .setHeader("Content-Type", "text/plain")
                .body(new Buffer().write(content))
                .build());
    return Payloads.file("mail.log", url, content.length);
  }

  private static byte[] log() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    new StreamedLog(MEBIBYTE / 4).write(content);
    return content.toByteArray();
  }

  private List<String> said() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private void assertSummary(JsonObject message) {
    assertPicture(message);
    assertEquals(1, count(message, "table"), message.toString());
    assertTrue(Shown.text(message).contains("Mail log"), Shown.text(message));
  }

  /** One picture, which is one, and says what it shows. */
  private void assertPicture(JsonObject shown) {
    assertEquals(1, count(shown, "image"), shown.toString());
    JsonObject picture = picture(shown);
    assertFalse(picture.get("alt_text").getAsString().isBlank());
    String id = picture.getAsJsonObject("slack_file").get("id").getAsString();
    assertArrayEquals(PNG, Arrays.copyOf(slack.uploaded(id), PNG.length));
  }

  private static long count(JsonObject shown, String type) {
    return Shown.types(shown).stream().filter(type::equals).count();
  }

  private static JsonObject picture(JsonObject shown) {
    return shown.getAsJsonArray("blocks").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> block.get("type").getAsString().equals("image"))
        .findFirst()
        .orElseThrow();
  }
}
