package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.model.Attachment;
import com.slack.api.model.File;
import com.slack.api.util.http.SlackHttpClient;
import io.github.smtpbot.FileContent;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file is read, from where, and how much of it. */
class SlackFilesTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final byte[] SMALL = {'5', '5', '0'};

  private FakeSlack slack;
  private EventContext context;

  @BeforeEach
  void start() throws IOException {
    slack = new FakeSlack();
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    OkHttpClient client = new OkHttpClient.Builder().dns(SlackFilesTest::loopback).build();
    context = new EventContext();
    context.setSlack(Slack.getInstance(config, new SlackHttpClient(client)));
    context.setBotToken(FakeSlack.BOT_TOKEN);
  }

  /** No test asks a server that is not on this machine. */
  private static List<InetAddress> loopback(String host) throws UnknownHostException {
    if (!host.equals("127.0.0.1")) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private static File file(String url) {
    return File.builder().id("F1").name("a.eml").mimetype("text/plain").urlPrivate(url).build();
  }

  /** What the bot read, unpacked. */
  private byte[] read(File file) throws UnreadableFileException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    SlackFiles.read(
        context,
        new SlackFiles.Choice(file),
        (name, content) -> BOT.reading(Locale.ENGLISH).file(name, new Copied(content, taken)));
    return ((FileContent.Text) FileContent.of(taken.toByteArray())).message();
  }

  /** Keeps a copy of what is read. */
  private static final class Copied extends FilterInputStream {
    private final ByteArrayOutputStream copy;

    Copied(InputStream stream, ByteArrayOutputStream copy) {
      super(stream);
      this.copy = copy;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = super.read(to, offset, length);
      copy.write(to, offset, Math.max(0, read));
      return read;
    }
  }

  /** Why it cannot be read, and what is told of it. */
  private String refusal(File file) {
    return assertThrows(UnreadableFileException.class, () -> read(file))
        .say((label, values) -> label + " " + List.of(values));
  }

  @Test
  void theFilesOfAMessageAreReadAndThoseOfTheMessagesThatItForwards() {
    assertEquals(List.of(), SlackFiles.of(null, null));
    assertEquals(List.of(), SlackFiles.of(List.of(), List.of(new Attachment())));
    Attachment forwarded = new Attachment();
    forwarded.setFiles(Arrays.asList(null, named("b.eml"), named("c.log")));
    List<SlackFiles.Choice> chosen =
        SlackFiles.of(Arrays.asList(named("a.eml"), null), List.of(new Attachment(), forwarded));
    assertEquals("a.eml, b.eml, c.log", SlackFiles.names(chosen));
  }

  @Test
  void noMoreFilesAreReadThanAFewWhereverTheyAre() {
    Attachment forwarded = new Attachment();
    forwarded.setFiles(Collections.nCopies(SlackLimits.INPUT_FILES, named("b.eml")));
    List<SlackFiles.Choice> chosen = SlackFiles.of(List.of(named("a.eml")), List.of(forwarded));
    assertEquals(SlackLimits.INPUT_FILES + 1, chosen.size());
    assertEquals(
        SlackLimits.INPUT_FILES, chosen.stream().filter(file -> file.unread() == null).count());
    assertEquals(Label.FILE_ONE_TOO_MANY, chosen.get(SlackLimits.INPUT_FILES).unread());
    assertEquals("a.eml", chosen.get(0).name());
  }

  private static File named(String name) {
    return File.builder().id("F1").name(name).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "video/mp4", "audio/mpeg"})
  void whatIsSurelyNoTextIsNotFetched(String type) {
    File file = file(slack.file("a.eml", SMALL));
    file.setMimetype(type);
    file.setThumb64("https://files.slack.com/small.png");
    assertEquals("FILE_OTHER_KIND [a.eml]", refusal(file));
    assertEquals(0, slack.calls("files/a.eml"));
  }

  @Test
  void aTextThatIsCalledAPictureIsReadAsSlackHasNoSmallOneOfIt() throws Exception {
    File file = file(slack.file("maillog.png", SMALL));
    file.setMimetype("image/png");
    assertArrayEquals(SMALL, read(file));
  }

  @Test
  void whatIsInAFileTellsWhetherItIsTextAndNotWhatIsSaidOfIt() throws Exception {
    File text = file(slack.file("a.bin", SMALL));
    text.setName("a.zip");
    text.setMimetype("application/zip");
    assertArrayEquals(SMALL, read(text));
    for (byte[] other :
        List.of(
            "PK\3\4 550 5.1.1".getBytes(StandardCharsets.ISO_8859_1),
            "%PDF-1.7 550 5.1.1".getBytes(StandardCharsets.ISO_8859_1),
            new byte[] {'5', '5', '0', 0, 1, 2})) {
      assertEquals("FILE_OTHER_KIND [a.eml]", refusal(file(slack.file("b", other))));
    }
  }

  @Test
  void whatIsPackedIsUnpackedUpToTheLimitAndNoFurther() throws Exception {
    assertArrayEquals(SMALL, read(file(slack.file("a.gz", packed(SMALL)))));
    byte[] most = text(SmtpBot.MAX_MESSAGE);
    assertArrayEquals(most, read(file(slack.file("most.gz", packed(most)))));
    byte[] more = packed(text(SmtpBot.MAX_MESSAGE + 1));
    assertTrue(more.length < 100_000, "it is small until it is unpacked");
    assertEquals("FILE_TOO_LARGE [a.eml, 10]", refusal(file(slack.file("more.gz", more))));
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) '5');
    return text;
  }

  @Test
  void aFileIsCalledByItsNameElseByItsTitleMasked() {
    assertEquals("a.eml", new SlackFiles.Choice(file("x")).name());
    File titled = File.builder().title("to zebra@example.org").mimetype("text/plain").build();
    assertEquals("to z…@example.org", new SlackFiles.Choice(titled).name());
    assertFalse(
        SlackFiles.names(SlackFiles.of(List.of(titled, named("zebra@example.org.eml")), null))
            .contains("zebra"));
    assertEquals("F1", new SlackFiles.Choice(File.builder().id("F1").build()).name());
  }

  @Test
  void itIsReadWithTheTokenFromWhereItIsDownloaded() throws Exception {
    File file = file(slack.url("/files/page"));
    file.setUrlPrivateDownload(slack.file("a.eml", SMALL));
    assertArrayEquals(SMALL, read(file));
    assertEquals("Bearer " + FakeSlack.BOT_TOKEN, slack.await("files/a.eml").authorization());
    assertEquals(0, slack.calls("files/page"));
    assertEquals(0, slack.calls("files.info"));
  }

  @Test
  void whereSlackTellsNoAddressItIsAskedForOne() throws Exception {
    slack.file("F1", SMALL);
    File file = file("unused");
    file.setUrlPrivate(null);
    assertArrayEquals(SMALL, read(file));
    File checked = file("https://evil.example/");
    checked.setFileAccess("check_file_info");
    assertArrayEquals(SMALL, read(checked));
    assertEquals(2, slack.calls("files.info"));
  }

  @Test
  void whereThatIsNotToldEitherItIsNotRead() {
    slack.garble("files.info", "{\"ok\":true}");
    File file = file("unused");
    file.setUrlPrivate(null);
    assertEquals("FILE_ELSEWHERE [a.eml]", refusal(file));
  }

  @Test
  void theTokenIsGivenToNobodyButSlack() {
    String here = slack.url("/files/a.eml");
    slack.file("a.eml", SMALL);
    for (String url :
        List.of(
            here.replace("http:", "https:"),
            here.replace("127.0.0.1", "localhost"),
            "http://127.0.0.1:1/files/a.eml",
            "http://files.slack.com/a.eml",
            "https://files.slack.com:8443/a.eml",
            "https://evilslack.com/a.eml",
            "https://slack.com.evil.example/a.eml",
            "ftp://files.slack.com/a.eml",
            "a.eml")) {
      assertEquals("FILE_ELSEWHERE [a.eml]", refusal(file(url)), url);
    }
    assertEquals(0, slack.calls("files/a.eml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://slack.com/a.eml",
        "https://files.slack.com/a.eml",
        "https://files.slack-gov.com/a.eml"
      })
  void slackIsAsked(String url) {
    assertEquals("FILE_FAILED [a.eml]", refusal(file(url)), "it is not on this machine");
  }

  @Test
  void aFileIsReadUpToTheLimitAndNoFurther() throws Exception {
    byte[] most = text(SmtpBot.MAX_MESSAGE);
    byte[] more = text(SmtpBot.MAX_MESSAGE + 1);
    File file = file(slack.file("most", most));
    file.setSize(SmtpBot.MAX_MESSAGE);
    assertEquals(SmtpBot.MAX_MESSAGE, read(file).length);
    assertEquals(SmtpBot.MAX_MESSAGE, read(file(chunked("most.chunked", most))).length);
    assertEquals("FILE_TOO_LARGE [a.eml, 10]", refusal(file(slack.file("more", more))));
    assertEquals("FILE_TOO_LARGE [a.eml, 10]", refusal(file(chunked("more.chunked", more))));
  }

  @Test
  void whatIsSaidToBeTooLargeIsNotFetched() {
    File file = file(slack.file("a.eml", SMALL));
    file.setSize(SmtpBot.MAX_MESSAGE + 1);
    assertEquals("FILE_TOO_LARGE [a.eml, 10]", refusal(file));
    assertEquals(0, slack.calls("files/a.eml"));
  }

  private String chunked(String name, byte[] content) {
    return slack.file(
        name,
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/plain")
            .chunkedBody(new Buffer().write(content), 1 << 20)
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "302, FILE_REFUSED",
    "401, FILE_REFUSED",
    "403, FILE_REFUSED",
    "404, FILE_GONE",
    "410, FILE_GONE",
    "500, FILE_FAILED"
  })
  void whatSlackAnswersInsteadIsNotTakenForTheFile(int status, String why) {
    String url =
        slack.file(
            "a.eml",
            new MockResponse.Builder()
                .code(status)
                .setHeader("Location", slack.file("other", SMALL))
                .build());
    assertEquals(why + " [a.eml]", refusal(file(url)));
    assertEquals(0, slack.calls("files/other"));
  }

  @Test
  void itsPageForSigningInIsNotTakenForTheFile() throws Exception {
    String page =
        slack.file(
            "page",
            new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("sign in")
                .build());
    assertEquals("FILE_REFUSED [a.eml]", refusal(file(page)));
    String untold = slack.file("untold", new MockResponse.Builder().body("550").build());
    assertArrayEquals(SMALL, read(file(untold)));
  }

  @Test
  void aPageThatIsAsLongAsThePageThatWasAttachedIsTheFile() throws Exception {
    byte[] page = "<html>550 5.1.1</html>".getBytes(StandardCharsets.US_ASCII);
    MockResponse response =
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .body(new Buffer().write(page))
            .build();
    File file = file(slack.file("page", response));
    file.setMimetype("text/html");
    file.setSize(page.length);
    assertTrue(new String(read(file), StandardCharsets.US_ASCII).contains("550 5.1.1"));
    file.setSize(page.length + 1);
    assertEquals("FILE_REFUSED [a.eml]", refusal(file));
  }

  @ParameterizedTest
  @CsvSource({"missing_scope, FILE_REFUSED", "file_not_found, FILE_GONE"})
  void whyItsAddressIsNotToldDependsOnSlacksWord(String word, String why) {
    slack.refuse("files.info", word);
    File file = file("unused");
    file.setUrlPrivate(null);
    assertEquals(why + " [a.eml]", refusal(file));
  }

  @Test
  void whatSlackDoesNotKeepIsNotFetched() {
    File file = file(slack.file("a.eml", SMALL));
    file.setExternal(true);
    assertEquals("FILE_ELSEWHERE [a.eml]", refusal(file));
    assertEquals(0, slack.calls("files/a.eml"));
  }

  @Test
  void whereAnEmailIsNotGivenWhatSlackTellsOfItIsRead() throws Exception {
    File file = file(slack.url("/files/gone"));
    file.setPlainText("550");
    assertEquals("FILE_GONE [a.eml]", refusal(file), "it is no e-mail");
    file.setFiletype("email");
    assertArrayEquals(SMALL, read(file));
    file.setPlainText(" ");
    assertEquals("FILE_GONE [a.eml]", refusal(file));
    file.setPreview("550");
    assertArrayEquals(SMALL, read(file));
  }
}
