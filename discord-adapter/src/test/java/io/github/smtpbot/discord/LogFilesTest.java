package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.fake.DiscordRules;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.discord.fake.MailLogBody;
import io.github.smtpbot.measure.LiveHeap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail logs that come as files: what is told of them, shown and posted. */
@Timeout(120)
class LogFilesTest {

  private static final int MIB = 1024 * 1024;
  private static final int SMALL = 400;

  /** These are more than 10 MiB. */
  private static final int LARGE = 30_000;

  private static final ByteString PNG = ByteString.decodeHex("89504e470d0a1a0a");

  @RegisterExtension
  static final ConnectedPlugin PLUGIN = new ConnectedPlugin(Duration.ofSeconds(20));

  private static final FakeDiscord discord = PLUGIN.discord;

  @AfterEach
  void takePicturesAgain() {
    discord.refusePictures(0);
  }

  private static DataObject file(String name, int size, MockResponseBody body) {
    String path = "/attachments/" + Interactions.newId() + "/" + name;
    discord.files.put(path, new MockResponse.Builder().code(200).body(body).build());
    return Interactions.attachment(name, "text/plain", size, discord.origin() + path);
  }

  private static DataObject file(MailLogBody log) {
    return file("mail.log", log.bytes(), log);
  }

  private static DataObject asked(int type, DataObject data) {
    return Interactions.inGuild(type, "en-US", Interactions.MAY_WRITE, data);
  }

  private static Sent answered(DataObject interaction) throws Exception {
    assertEquals(5, discord.ask(interaction).type(), "acknowledged first");
    return discord.awaitAnswer();
  }

  private static Sent explain(DataObject attachment) throws Exception {
    return answered(asked(2, Interactions.files(attachment)));
  }

  private static DataObject click(Sent answer, String button) {
    String id =
        answer.customIds().stream().filter(any -> any.startsWith(button)).findFirst().orElseThrow();
    return asked(3, Interactions.button(id)).put("message", shown(answer));
  }

  /** The message that an answer has become: its pictures are at Discord's now. */
  private static DataObject shown(Sent answer) {
    DataObject message = DataObject.fromJson(answer.message().toJson());
    for (DataObject component : DiscordRules.components(message)) {
      component.optArray("items").stream()
          .flatMap(items -> items.stream(DataArray::getObject))
          .map(item -> item.getObject("media"))
          .forEach(
              media ->
                  media
                      .put("url", discord.origin() + "/kept/failures.png?ex=1")
                      .put("proxy_url", discord.origin() + "/kept/failures.png?ex=1")
                      .put("attachment_id", "5")
                      .put("width", 800)
                      .put("height", 400)
                      .put("content_type", "image/png"));
    }
    return Interactions.message("", Interactions.bot())
        .put("flags", message.getInt("flags"))
        .put("components", message.getArray("components"));
  }

  private static DataObject picture(Sent answer) {
    return DiscordRules.components(answer.message()).stream()
        .filter(component -> component.getInt("type") == 12)
        .map(gallery -> gallery.getArray("items").getObject(0))
        .findFirst()
        .orElseThrow();
  }

  private static void assertShowsPicture(Sent answer) {
    assertEquals(1, answer.files().size(), "one picture");
    assertTrue(answer.files().get(0).content().startsWith(PNG), "a PNG");
    assertFalse(picture(answer).getString("description").isBlank(), "which is told in words");
  }

  @Test
  void aLogOfThirtyMegabytesIsSummarisedWithItsPictureAndNeverHeldWhole() throws Exception {
    explain(file(MailLogBody.of(SMALL)));
    MailLogBody log = MailLogBody.of(90_000);
    assertTrue(log.bytes() > 30 * MIB, log.bytes() + " bytes");
    DataObject file = file(log);
    long before = LiveHeap.bytes();

    Sent answer = explain(file);

    assertTrue(answer.text().contains("27,000"), answer.text());
    assertTrue(answer.text().contains("9,000"), answer.text());
    assertShowsPicture(answer);
    long grown = (log.heap() - before) / MIB;
    // Its first 10 MiB, and what is counted; whole, it would be more than all of it.
    assertTrue(grown < log.bytes() / MIB, grown + " MiB more for " + log.bytes() + " bytes");
  }

  @Test
  void thePictureStandsBelowTheMeaningAndAboveTheGroups() throws Exception {
    Sent answer = explain(file(MailLogBody.of(SMALL)));

    List<DataObject> parts = DiscordRules.components(answer.message());
    int picture = parts.indexOf(picture(answer));
    List<Integer> types = parts.stream().map(part -> part.getInt("type")).toList();
    int at = types.indexOf(12);
    assertTrue(at > 2 && types.get(at - 1) == 10 && types.get(at + 1) == 10, types + " " + picture);
    assertTrue(parts.get(at + 1).getString("content").contains("120 ×"), answer.text());
    assertTrue(parts.get(at + 1).getString("content").contains("40 ×"), answer.text());
  }

  @Test
  void aPackedLogIsSummarised() throws Exception {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(Okio.sink(new GZIPOutputStream(packed.outputStream())))) {
      MailLogBody.of(LARGE).writeTo(sink);
    }
    int size = (int) packed.size();
    String path = "/attachments/1/mail.log.gz";
    discord.files.put(path, new MockResponse.Builder().code(200).body(packed).build());

    Sent answer =
        explain(
            Interactions.attachment(
                "mail.log.gz", "application/gzip", size, discord.origin() + path));

    assertTrue(answer.text().contains("9,000"), answer.text());
    assertShowsPicture(answer);
  }

  @Test
  void ofAFileThatIsNoLogTheLimitOfMessagesIsTold() throws Exception {
    Sent answer = explain(file("notes.txt", 12 * MIB, new Words(12 * MIB)));

    assertTrue(answer.text().contains("at most 10 MiB are read"), answer.text());
    assertTrue(answer.text().contains("of a mail log 100 MiB"), answer.text());
    assertTrue(answer.files().isEmpty());
  }

  @Test
  void whatIsNamedAsAMessageIsNotFetchedWhereItIsTooLargeForOne() throws Exception {
    DataObject file = file("bounce.eml", 12 * MIB, MailLogBody.of(1));

    assertTrue(explain(file).text().contains("at most 10 MiB are read"));
    assertNotFetched(file);
  }

  private static void assertNotFetched(DataObject file) {
    String path = file.getString("url").substring(discord.origin().length());
    assertFalse(discord.requests.contains("GET " + path), path);
  }

  @Test
  void aFileThatIsLargerThanALogMayBeIsNotFetched() throws Exception {
    DataObject file = file("mail.log", 101 * MIB, MailLogBody.of(1));

    assertTrue(explain(file).text().contains("100 MiB"));
    assertNotFetched(file);
  }

  @Test
  void aLogThatIsLongerThanDiscordSaidIsReadNoFurther() throws Exception {
    Sent answer = explain(file("mail.log", 11 * MIB, MailLogBody.of(LARGE * 2)));

    assertTrue(answer.text().contains("Mail log"), answer.text());
    assertTrue(answer.text().contains("too large"), "that it is not all is told: " + answer.text());
  }

  @Test
  void aLogWhoseDownloadBreaksOffIsSummarisedAsFarAsItCame() throws Exception {
    MailLogBody log = MailLogBody.of(LARGE * 2);
    discord.files.put(
        "/attachments/2/mail.log",
        new MockResponse.Builder()
            .body(log)
            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    String url = discord.origin() + "/attachments/2/mail.log";

    Sent answer = explain(Interactions.attachment("mail.log", "text/plain", log.bytes(), url));

    assertTrue(answer.text().contains("Only the beginning of the file was read"), answer.text());
    assertShowsPicture(answer);
  }

  @Test
  void aSmallLogWhoseDownloadBreaksOffIsSummarisedAsFarAsItCame() throws Exception {
    MailLogBody log = MailLogBody.of(5_000);
    assertTrue(log.bytes() < 10 * MIB, log.bytes() + " bytes");
    discord.files.put(
        "/attachments/3/mail.log",
        new MockResponse.Builder()
            .body(log)
            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    String url = discord.origin() + "/attachments/3/mail.log";

    Sent answer = explain(Interactions.attachment("mail.log", "text/plain", log.bytes(), url));

    assertTrue(answer.text().contains("Only the beginning of the file was read"), answer.text());
    assertShowsPicture(answer);
  }

  @Test
  void aPackedLogThatBreaksOffIsSummarisedAsFarAsItGoes() throws Exception {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(Okio.sink(new GZIPOutputStream(packed.outputStream())))) {
      MailLogBody.of(5_000).writeTo(sink);
    }

    Sent answer = explain(packed("mail.log.gz", packed.readByteArray(packed.size() / 2)));

    assertTrue(answer.text().contains("Only the beginning of the file was read"), answer.text());
    assertShowsPicture(answer);
  }

  @Test
  void whatIsNoTextAndABombAreToldToBe() throws Exception {
    Buffer bomb = new Buffer();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb.outputStream())) {
      for (int i = 0; i < 200; i++) {
        out.write(new byte[MIB]);
      }
    }
    byte[] noise = new byte[100_000];
    new Random(1982).nextBytes(noise);

    for (byte[] content : List.of(bomb.readByteArray(), noise)) {
      String told = explain(packed("a.gz", content)).text();
      assertTrue(told.contains("too large") || told.contains("no text"), told);
    }
  }

  private static DataObject packed(String name, byte[] content) {
    String path = "/attachments/" + Interactions.newId() + "/" + name;
    discord.files.put(
        path, new MockResponse.Builder().code(200).body(new Buffer().write(content)).build());
    return Interactions.attachment(
        name, "application/gzip", content.length, discord.origin() + path);
  }

  @Test
  void aTextBesideALogIsToldOnTheCard() throws Exception {
    Sent answer =
        answered(
            asked(5, Interactions.form("550 5.1.1 User unknown", file(MailLogBody.of(SMALL)))));

    assertShowsPicture(answer);
    assertTrue(answer.text().contains("Text: ⛔ 550 5.1.1"), answer.text());
  }

  @Test
  void othersAreAnsweredWhileALogIsRead() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    DataObject log = file(MailLogBody.waiting(LARGE, go));
    assertEquals(5, discord.ask(asked(2, Interactions.files(log))).type());

    Sent other = discord.ask(asked(2, Interactions.slash(Interactions.option("question", "252"))));
    assertEquals(4, other.type());
    go.countDown();

    assertShowsPicture(discord.awaitAnswer());
  }

  @Test
  void whereDiscordTakesNoPictureTheAnswerComesWithoutIt() throws Exception {
    for (int error : new int[] {413, 50013}) {
      int refused = discord.picturesRefused();
      discord.refusePictures(error);
      Sent answer = explain(file(MailLogBody.of(SMALL)));
      assertEquals(refused + 1, discord.picturesRefused());
      assertTrue(answer.files().isEmpty());
      assertTrue(answer.text().contains("120 ×"), answer.text());
      assertTrue(answer.text().contains("Without its picture"), answer.text());
      assertEquals(6, discord.ask(click(answer, "smtp:post:")).type());
      Sent posted = discord.awaitAnswer();
      assertEquals("POST", posted.method());
      assertTrue(posted.text().contains("120 ×"), posted.text());
      assertEquals("PATCH", discord.awaitAnswer().method());
    }
  }

  @Test
  void whatIsPostedShowsThePictureAndSoDoesTheMessageOfTheButton() throws Exception {
    Sent answer = explain(file(MailLogBody.of(SMALL)));

    assertEquals(6, discord.ask(click(answer, "smtp:post:")).type());

    Sent posted = discord.awaitAnswer();
    assertFalse(posted.isEphemeral());
    assertShowsPicture(posted);
    assertTrue(posted.text().contains("<@" + Interactions.USER + ">"), "the asker is credited");
    Sent pressed = discord.awaitAnswer();
    assertShowsPicture(pressed);
    assertTrue(pressed.message().toString().contains("Posted by"));
    assertFalse(discord.requests.contains("GET /kept/failures.png"), "it is not fetched");
  }

  @Test
  void theFullAnswerTellsTheDetailsOfEachGroup() throws Exception {
    Sent answer = explain(file(MailLogBody.of(SMALL)));

    Sent full = discord.ask(click(answer, "smtp:full:"));

    assertTrue(full.isEphemeral());
    assertTrue(full.text().contains("550 5.1.1"), full.text());
    assertTrue(full.text().contains("421 4.7.28"), full.text());
    assertTrue(full.text().length() > answer.text().length(), full.text());
  }

  @Test
  void noAddressOfALogIsShownToAnybody() throws Exception {
    Sent answer = explain(file(MailLogBody.of(SMALL)));
    Sent full = discord.ask(click(answer, "smtp:full:"));
    discord.ask(click(answer, "smtp:post:"));
    Sent posted = discord.awaitAnswer();
    Sent pressed = discord.awaitAnswer();

    for (Sent each : List.of(answer, full, posted, pressed)) {
      assertTrue(each.json().toString().contains("421"), "it tells something");
      assertFalse(each.json().toString().contains(MailLogBody.RECIPIENT), each.text());
    }
  }

  @Test
  void ofALogThatIsNotKeptAnyMoreTheButtonsSaySoToWhoClicksAlone() throws Exception {
    Sent answer = explain(file(MailLogBody.of(SMALL)));
    for (String button : List.of("smtp:post:", "smtp:full:")) {
      DataObject click = click(answer, button);
      String before = button + "1=" + "0".repeat(32);
      click.getObject("data").put("custom_id", before);
      Sent told = discord.ask(click);
      assertEquals(4, told.type());
      assertTrue(told.isEphemeral());
      assertTrue(told.text().contains("Send the log again"), told.text());
    }
    assertFalse(discord.hasMoreAnswers(), "nothing is posted");
  }

  @Test
  void theFormAndTheMessageCommandTakeLogsToo() throws Exception {
    assertShowsPicture(answered(asked(5, Interactions.form("", file(MailLogBody.of(SMALL))))));
    DataObject message = Interactions.message("see the log", Interactions.user());
    message.put("attachments", DataArray.empty().add(file(MailLogBody.of(SMALL))));
    assertShowsPicture(answered(asked(2, Interactions.onMessage(message))));
  }

  @Test
  void aReaderWithThaiSettingsIsToldOfALogInThai() throws Exception {
    DataObject asked =
        Interactions.inGuild(
            2, "th", Interactions.MAY_WRITE, Interactions.files(file(MailLogBody.of(SMALL))));

    Sent answer = answered(asked);

    assertTrue(answer.text().contains("log อีเมล"), answer.text());
    assertShowsPicture(answer);
  }

  /** Prose of that length, written while it is sent. */
  private record Words(int length) implements MockResponseBody {

    @Override
    public long getContentLength() {
      return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      byte[] line =
          "The quick brown fox jumps over the dog\n".repeat(32).getBytes(StandardCharsets.US_ASCII);
      for (int left = length; left > 0; left -= line.length) {
        sink.write(line, 0, Math.min(left, line.length));
      }
      sink.flush();
    }
  }
}
