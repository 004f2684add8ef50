package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.model.File;
import com.slack.api.util.http.SlackHttpClient;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.slack.fake.FakeSlack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file is read, from where, and how much of it. */
class SlackFilesTest {

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

  private byte[] read(File file) throws UnreadableFileException {
    return SlackFiles.read(context, SlackFiles.each(List.of(file)).get(0));
  }

  /** Why it cannot be read, and what is told of it. */
  private String refusal(File file) {
    return assertThrows(UnreadableFileException.class, () -> read(file))
        .say((label, values) -> label + " " + List.of(values));
  }

  @Test
  void theFirstFileThatCanBeReadIsChosen() throws Exception {
    assertNull(SlackFiles.choose(null));
    assertNull(SlackFiles.choose(List.of()));
    File picture = File.builder().name("a.png").mimetype("image/png").build();
    File text = File.builder().name("b.bin").mimetype("text/plain").build();
    SlackFiles.Choice choice = SlackFiles.choose(List.of(picture, text));
    assertNotNull(choice);
    assertEquals("b.bin", choice.name());
    assertTrue(choice.isOneOfSeveral());
    SlackFiles.Choice only = SlackFiles.choose(List.of(text));
    assertNotNull(only);
    assertFalse(only.isOneOfSeveral());
    UnreadableFileException none =
        assertThrows(UnreadableFileException.class, () -> SlackFiles.choose(List.of(picture)));
    assertEquals("FILE_UNSUPPORTED 10", none.say((label, values) -> label + " " + values[0]));
  }

  @Test
  void whatIsNeitherTextNorToldByItsIdAloneIsNotRead() {
    for (File file :
        List.of(
            File.builder().name("a.bin").build(),
            File.builder().mimetype("image/png").build(),
            File.builder().name("a.bin").mimetype("application/zip").build())) {
      assertTrue(refusal(file).startsWith("FILE_OTHER_KIND"), file.toString());
    }
    assertTrue(SlackFiles.each(List.of(File.builder().id("F1").build())).get(0).isReadable());
  }

  @Test
  void aFileIsCalledByItsNameElseByItsTitleMasked() {
    SlackFiles.Choice named = new SlackFiles.Choice(file("x"), 1);
    assertEquals("a.eml", named.name());
    File titled = File.builder().title("to zebra@example.org").mimetype("text/plain").build();
    assertEquals("to z…@example.org", new SlackFiles.Choice(titled, 1).name());
    assertEquals("", new SlackFiles.Choice(File.builder().id("F1").build(), 1).name());
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
    assertEquals("FILE_REFUSED [a.eml]", refusal(file));
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
      assertEquals("FILE_REFUSED [a.eml]", refusal(file(url)), url);
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
    byte[] most = new byte[SmtpBot.MAX_MESSAGE];
    byte[] more = new byte[SmtpBot.MAX_MESSAGE + 1];
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
  @ValueSource(ints = {302, 401, 403, 404, 500})
  void whatSlackAnswersInsteadIsNotTakenForTheFile(int status) {
    String url =
        slack.file(
            "a.eml",
            new MockResponse.Builder()
                .code(status)
                .setHeader("Location", slack.file("other", SMALL))
                .build());
    String why = status < 404 ? "FILE_REFUSED" : "FILE_FAILED";
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
}
