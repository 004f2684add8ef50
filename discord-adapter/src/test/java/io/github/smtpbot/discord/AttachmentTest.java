package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.FakeDiscord.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that come with a command or a message. */
@Timeout(60)
class AttachmentTest {

  private static final String BOUNCE =
      """
      From: MAILER-DAEMON@example.org
      Subject: Undelivered Mail Returned to Sender

      <nobody@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1
          <nobody@example.com>: Recipient address rejected: User unknown
      """;

  private static FakeDiscord discord;
  private static ConnectedPlugin plugin;

  @BeforeAll
  static void connect() throws Exception {
    plugin = new ConnectedPlugin(Duration.ofSeconds(2));
    discord = plugin.discord;
  }

  @AfterAll
  static void disconnect() throws Exception {
    plugin.close();
  }

  @AfterEach
  void rulesHold() {
    discord.assertUnbroken();
  }

  private static String serve(String path, MockResponse response) {
    discord.files.put(path, response);
    return discord.origin() + path;
  }

  private static MockResponse text(String body) {
    return new MockResponse.Builder().code(200).body(body).build();
  }

  private static Sent explain(DataObject attachment, DataObject... options) throws Exception {
    Sent deferred =
        discord.ask(
            Interactions.inGuild(
                2,
                "en-US",
                Interactions.MAY_WRITE,
                Interactions.slashWithFile(attachment, options)));
    assertEquals(5, deferred.type(), "acknowledged first");
    assertTrue(deferred.isEphemeral());
    return discord.awaitAnswer();
  }

  private static DataObject bounce(String url) {
    return Interactions.attachment("bounce.eml", "message/rfc822", 1000, url);
  }

  @Test
  void aBounceIsReadAfterTheAcknowledgement() throws Exception {
    Sent answer = explain(bounce(serve("/attachments/1/1/bounce.eml", text(BOUNCE))));
    assertEquals("PATCH", answer.method());
    assertTrue(answer.path().endsWith("/messages/@original"));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertFalse(answer.json().toString().contains("nobody@"), "addresses are masked");
  }

  @Test
  void aFileAndAQuestionAreBothAnswered() throws Exception {
    explain(
        bounce(serve("/attachments/1/2/bounce.eml", text(BOUNCE))),
        Interactions.option("question", "421"));
    assertTrue(discord.awaitAnswer().text().contains("421"));
  }

  @Test
  void aFileIsForTheAskerAloneWhateverWasChosenAndMayBePosted() throws Exception {
    Sent answer =
        explain(
            bounce(serve("/attachments/1/3/bounce.eml", text(BOUNCE))),
            Interactions.option("visibility", "everyone"));
    assertEquals("PATCH", answer.method(), "where only the asker saw the bot think");
    assertTrue(answer.text().contains("for you alone"), answer.text());
    assertTrue(answer.customIds().stream().anyMatch(id -> id.startsWith("smtp:post:")));
  }

  @Test
  void aFileThatIsSaidToBeTooLargeIsNotFetched() throws Exception {
    String url = serve("/attachments/1/4/large.eml", text(BOUNCE));
    Sent answer =
        explain(Interactions.attachment("large.eml", "text/plain", 11 * 1024 * 1024, url));
    assertTrue(answer.text().contains("at most 10 MiB"));
    assertFalse(discord.requests.contains("GET /attachments/1/4/large.eml"));
  }

  @Test
  void aFileThatTurnsOutToBeTooLargeIsGivenUp() throws Exception {
    Buffer body = new Buffer().write(new byte[SmtpBot.MAX_MESSAGE + 1]);
    String url = serve("/attachments/1/5/liar.eml", new MockResponse.Builder().body(body).build());
    String said = explain(bounce(url)).text();
    assertTrue(said.contains("at most 10 MiB"), said);
    assertFalse(said.contains("paste the lines"), "it was not even handed on: " + said);
  }

  @Test
  void ofAMessageOnlyTextsAreFetched() throws Exception {
    String url = serve("/attachments/5/1/a.zip", text(BOUNCE));
    DataObject message = Interactions.message("see the archive", Interactions.user());
    message.put(
        "attachments",
        DataArray.empty().add(Interactions.attachment("a.zip", "application/zip", 100, url)));
    Sent answer =
        discord.ask(
            Interactions.inGuild(
                2, "en-US", Interactions.MAY_WRITE, Interactions.onMessage(message)));
    assertEquals(4, answer.type(), "there is nothing to wait for");
    assertFalse(discord.requests.contains("GET /attachments/5/1/a.zip"));
  }

  @Test
  void aFileFromElsewhereIsNotFetched() throws Exception {
    for (String url :
        new String[] {
          "https://evil.example/bounce.eml",
          "http://cdn.discordapp.com/attachments/1/1/bounce.eml",
          "https://cdn.discordapp.com.evil.example/bounce.eml",
          "https://cdn.discordapp.com@evil.example/bounce.eml",
          "https://cdn.discordapp.com:8443/bounce.eml",
          "http://169.254.169.254/latest/meta-data",
          "file:///etc/passwd",
          "http://127.0.0.1:1/bounce.eml",
          discord.origin().replace("127.0.0.1", "localhost") + "/bounce.eml",
          discord.origin().replace("http:", "https:") + "/bounce.eml"
        }) {
      assertTrue(explain(bounce(url)).text().contains("not kept by Discord"), url);
    }
  }

  @Test
  void whatDiscordKeepsIsAskedFor() throws Exception {
    for (String host : List.of("cdn.discordapp.com", "media.discordapp.net")) {
      String said = explain(bounce("https://" + host + "/attachments/1/1/bounce.eml")).text();
      assertTrue(said.contains("could not be downloaded"), "no test leaves this machine: " + said);
    }
  }

  @Test
  void aFileOfTheLargestSizeIsRead() throws Exception {
    byte[] lines = "\r\n".repeat(SmtpBot.MAX_MESSAGE / 2).getBytes(StandardCharsets.US_ASCII);
    byte[] bounce = BOUNCE.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bounce, 0, lines, 0, bounce.length);
    String url =
        serve(
            "/attachments/1/10/full.eml",
            new MockResponse.Builder().body(new Buffer().write(lines)).build());
    Sent answer =
        explain(Interactions.attachment("full.eml", "text/plain", SmtpBot.MAX_MESSAGE, url));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
  }

  @Test
  void onlyPicturesFilmsAndSoundsAreSaidToBeNoText() throws Exception {
    for (String type : List.of("image/png", "video/mp4", "audio/ogg")) {
      String url = serve("/attachments/1/11/a", text(BOUNCE));
      assertTrue(
          explain(Interactions.attachment("a", type, 10, url)).text().contains("picture"), type);
    }
    assertFalse(discord.requests.contains("GET /attachments/1/11/a"));
    String url = serve("/attachments/1/12/a", text(BOUNCE));
    DataObject untold = Interactions.attachment("a", "", 10, url).put("content_type", null);
    assertTrue(explain(untold).text().contains("550 5.1.1"), "of what kind it is is not told");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    serve("/secret", text(BOUNCE));
    String url =
        serve(
            "/attachments/1/6/bounce.eml",
            new MockResponse.Builder()
                .code(302)
                .setHeader("location", discord.origin() + "/secret")
                .build());
    assertTrue(explain(bounce(url)).text().contains("could not be downloaded"));
    assertFalse(discord.requests.contains("GET /secret"));
  }

  @Test
  void aFileThatIsGoneOrBreaksOffIsSaidToBe() throws Exception {
    String gone = serve("/attachments/1/7/gone.eml", new MockResponse.Builder().code(404).build());
    assertTrue(explain(bounce(gone)).text().contains("could not be downloaded"));
    String broken =
        serve(
            "/attachments/1/8/broken.eml",
            new MockResponse.Builder()
                .body(BOUNCE)
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
    assertTrue(explain(bounce(broken)).text().contains("could not be downloaded"));
  }

  @Test
  void aFileThatTakesTooLongIsGivenUp() throws Exception {
    String url =
        serve(
            "/attachments/1/9/slow.eml",
            new MockResponse.Builder().body(BOUNCE).bodyDelay(20, TimeUnit.SECONDS).build());
    assertTrue(explain(bounce(url)).text().contains("took too long"));
  }

  @Test
  void aPictureIsNotRead() throws Exception {
    Sent answer =
        explain(
            Interactions.attachment(
                "screen.png", "image/png", 10, discord.origin() + "/attachments/1/1/screen.png"));
    assertTrue(answer.text().contains("picture"));
  }

  @Test
  void theMessageCommandReadsTheFilesOfAMessage() throws Exception {
    DataObject message = Interactions.message("see the file", Interactions.user());
    message.put(
        "attachments",
        DataArray.empty()
            .add(bounce(serve("/attachments/2/1/a.eml", text(BOUNCE))))
            .add(bounce(serve("/attachments/2/2/b.eml", text(BOUNCE)))));
    Sent deferred =
        discord.ask(
            Interactions.inGuild(
                2, "en-US", Interactions.MAY_WRITE, Interactions.onMessage(message)));
    assertEquals(5, deferred.type());
    assertTrue(deferred.isEphemeral());
    Sent answer = discord.awaitAnswer();
    assertEquals("PATCH", answer.method());
    assertTrue(discord.requests.contains("GET /attachments/2/1/a.eml"));
    assertTrue(answer.text().contains("one of 2 files"), answer.text());
  }

  @Test
  void whereTheFirstFilesHoldNoReplyTheNextIsRead() throws Exception {
    DataObject message = Interactions.message("see the file", Interactions.user());
    String name = "{1} zebra@example.org.eml";
    message.put(
        "attachments",
        DataArray.empty()
            .add(bounce(serve("/attachments/3/1/a.eml", text("Hello"))))
            .add(
                bounce(
                    serve("/attachments/3/2/b.eml", new MockResponse.Builder().code(404).build())))
            .add(bounce(serve("/attachments/3/3/c.eml", text(BOUNCE))).put("filename", name)));
    discord.ask(
        Interactions.inGuild(2, "en-US", Interactions.MAY_WRITE, Interactions.onMessage(message)));
    Sent answer = discord.awaitAnswer();
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertTrue(answer.text().contains("one of 3 files"), answer.text());
    assertTrue(
        answer.text().contains("{1} z…@example.org.eml"), "inert and masked: " + answer.text());
  }

  @Test
  void afterThreeFilesTheOthersAreLeft() throws Exception {
    DataObject message = Interactions.message("see the files", Interactions.user());
    DataArray files = DataArray.empty();
    for (int i = 1; i <= 4; i++) {
      files.add(bounce(serve("/attachments/4/" + i + "/a.eml", text(i == 4 ? BOUNCE : "Hello"))));
    }
    message.put("attachments", files);
    discord.ask(
        Interactions.inGuild(2, "en-US", Interactions.MAY_WRITE, Interactions.onMessage(message)));
    assertFalse(discord.awaitAnswer().text().contains("550 5.1.1"));
    assertTrue(discord.requests.contains("GET /attachments/4/3/a.eml"));
    assertFalse(discord.requests.contains("GET /attachments/4/4/a.eml"));
  }

  @Test
  void aFileOfItsOwnIsNotSaidToBeOneOfSeveral() throws Exception {
    Sent answer = explain(bounce(serve("/attachments/2/3/only.eml", text(BOUNCE))));
    assertFalse(answer.text().contains("files"), answer.text());
  }
}
