package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.discord.fake.LogLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that come with a command or a message. */
@Timeout(60)
class FilesTest {

  private static final String BOUNCE =
      """
      From: MAILER-DAEMON@example.org
      Subject: Undelivered Mail Returned to Sender

      <nobody@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1
          <nobody@example.com>: Recipient address rejected: User unknown
      """;

  @RegisterExtension
  static final ConnectedPlugin PLUGIN = new ConnectedPlugin(Duration.ofSeconds(2));

  private static final FakeDiscord discord = PLUGIN.discord;

  private static String serve(String path, MockResponse response) {
    discord.files.put(path, response);
    return discord.origin() + path;
  }

  private static MockResponse text(String body) {
    return new MockResponse.Builder().code(200).body(body).build();
  }

  private static DataObject asked(int type, DataObject data) {
    return Interactions.inGuild(type, "en-US", Interactions.MAY_WRITE, data);
  }

  private static Sent explain(DataObject... attachments) throws Exception {
    return answered(asked(2, Interactions.files(attachments)));
  }

  /** Acknowledged to the asker alone, then answered there. */
  private static Sent answered(DataObject interaction) throws Exception {
    Sent deferred = discord.ask(interaction);
    assertEquals(5, deferred.type(), "acknowledged first");
    assertTrue(deferred.isEphemeral());
    Sent answer = discord.awaitAnswer();
    assertEquals("PATCH", answer.method(), "where only the asker saw the bot think");
    assertTrue(answer.path().endsWith("/messages/@original"));
    return answer;
  }

  private static DataObject bounce(String url) {
    return Interactions.attachment("bounce.eml", "message/rfc822", 1000, url);
  }

  @Test
  void aBounceIsReadAfterTheAcknowledgement() throws Exception {
    Sent answer = explain(bounce(serve("/attachments/1/1/bounce.eml", text(BOUNCE))));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertFalse(answer.json().toString().contains("nobody@"), "addresses are masked");
  }

  @Test
  void aFileIsForTheAskerAloneAndMayBePosted() throws Exception {
    Sent answer = explain(bounce(serve("/attachments/1/3/bounce.eml", text(BOUNCE))));
    assertTrue(answer.customIds().stream().anyMatch(id -> id.startsWith("smtp:post:")));
  }

  @Test
  void severalFilesAreReadAndAnsweredAsOne() throws Exception {
    Sent answer =
        explain(
            bounce(serve("/attachments/5/1/a.eml", text(BOUNCE))).put("filename", "a.eml"),
            bounce(serve("/attachments/5/2/b.txt", text("Hello"))).put("filename", "b.txt"),
            bounce(serve("/attachments/5/3/c.log", text("452 4.2.2 <x@example.org> full")))
                .put("filename", "c.log"));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertTrue(answer.text().contains("452 4.2.2"), answer.text());
    assertFalse(discord.hasMoreAnswers());
  }

  @Test
  void whatIsTheSameInSeveralFilesIsToldOnce() throws Exception {
    String first = serve("/attachments/6/1/a.eml", text(BOUNCE));
    String second = serve("/attachments/6/2/b.eml", text(BOUNCE));
    assertEquals(explain(bounce(first)).text(), explain(bounce(first), bounce(second)).text());
    assertFalse(discord.hasMoreAnswers());
  }

  @Test
  void aFileThatCannotBeReadDoesNotHideTheOthers() throws Exception {
    String gone = serve("/attachments/7/1/gone.eml", new MockResponse.Builder().code(404).build());
    String name = "{1} zebra@example.org.png";
    Sent answer =
        explain(
            bounce(gone).put("filename", "gone.eml"),
            Interactions.attachment("screen.png", "image/png", 10, gone),
            Interactions.attachment(name, "image/png", 10, gone),
            bounce(serve("/attachments/7/2/b.eml", text(BOUNCE))));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertTrue(
        answer.text().contains("-# gone.eml: The file could not be downloaded"), answer.text());
    assertTrue(
        answer.text().contains("-# screen.png, {1} z…@example.org.png: The file is a picture"),
        "why is said once; names are inert and masked: " + answer.text());
    assertFalse(discord.hasMoreAnswers());
  }

  @Test
  void theFormTakesTextAndFiles() throws Exception {
    Sent opened = discord.ask(asked(2, Interactions.slash().put("name", "smtp-paste")));
    assertEquals(9, opened.type());
    DataArray labels = opened.json().getObject("data").getArray("components");
    assertEquals(4000, labels.getObject(0).getObject("component").getInt("max_length"));
    assertEquals(5, labels.getObject(1).getObject("component").getInt("max_values"));

    Sent text =
        answered(
            asked(
                5,
                Interactions.form(
                    "421 4.7.0 try again later",
                    bounce(serve("/attachments/8/1/a.eml", text(BOUNCE))))));
    assertTrue(text.text().contains("421 4.7.0"), text.text());
    assertTrue(text.text().contains("550 5.1.1"), text.text());
  }

  @Test
  void anEmptyFormIsToldWhatToFillIn() throws Exception {
    Sent answer = discord.ask(asked(5, Interactions.form("")));
    assertTrue(answer.isEphemeral());
    assertTrue(answer.text().contains("/smtp-file"), answer.text());
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
  void whatAFileHoldsIsToldByItsContent() throws Exception {
    Buffer packed = new Buffer();
    try (GZIPOutputStream out = new GZIPOutputStream(packed.outputStream())) {
      out.write(BOUNCE.getBytes(StandardCharsets.US_ASCII));
    }
    String gz =
        serve("/attachments/9/1/mail.log.1.gz", new MockResponse.Builder().body(packed).build());
    String zip = serve("/attachments/9/2/a.zip", text("PK\u0003\u0004 and so on"));
    String page = serve("/attachments/9/3/a", text("<html><p>550 5.1.1 User <b>unknown</b></p>"));
    Sent unpacked = explain(Interactions.attachment("a.gz", "application/gzip", 100, gz));
    assertTrue(unpacked.text().contains("550 5.1.1"), unpacked.text());
    Sent archive = explain(Interactions.attachment("a.zip", "application/zip", 100, zip));
    assertTrue(archive.text().contains("There is no text in the file"), archive.text());
    Sent read = explain(Interactions.attachment("a", "application/octet-stream", 100, page));
    assertTrue(read.text().contains("550 5.1.1"), read.text());
  }

  @Test
  void ofAMessageWithAPictureOnlyNothingIsFetched() throws Exception {
    String url = serve("/attachments/5/4/a.png", text(BOUNCE));
    DataObject message = Interactions.message("", Interactions.user());
    message.put(
        "attachments",
        DataArray.empty().add(Interactions.attachment("a.png", "image/png", 100, url)));
    Sent answer = discord.ask(asked(2, Interactions.onMessage(message)));
    assertEquals(4, answer.type(), "there is nothing to wait for");
    assertTrue(answer.text().contains("/smtp-file"), answer.text());
    assertFalse(discord.requests.contains("GET /attachments/5/4/a.png"));
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
    try (LogLines log = new LogLines(SmtpDiscordPlugin.class)) {
      Sent answer = explain(bounce(gone));
      assertTrue(answer.text().contains("could not be downloaded"));
      String line = log.await("could not be fetched from 127.0.0.1: HTTP 404");
      assertTrue(answer.text().contains("number " + line.substring(0, 8)), answer.text());
      assertFalse(line.contains("gone"), "no name of a file: " + line);
    }
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
  void theMessageCommandReadsAllFilesOfAMessage() throws Exception {
    DataObject message = Interactions.message("see the file", Interactions.user());
    message.put(
        "attachments",
        DataArray.empty()
            .add(bounce(serve("/attachments/3/1/a.eml", text("Hello"))))
            .add(
                bounce(
                    serve("/attachments/3/2/b.eml", new MockResponse.Builder().code(404).build())))
            .add(bounce(serve("/attachments/3/3/c.eml", text(BOUNCE)))));
    Sent answer = answered(asked(2, Interactions.onMessage(message)));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertTrue(answer.text().contains("could not be downloaded"), answer.text());
  }

  @Test
  void theMessageCommandReadsTheTextBesideTheFilesWhereAReplyIsInIt() throws Exception {
    DataObject message = Interactions.message("421 4.7.0 try again later", Interactions.user());
    message.put(
        "attachments", DataArray.empty().add(bounce(serve("/attachments/3/4/a", text(BOUNCE)))));
    Sent answer = answered(asked(2, Interactions.onMessage(message)));
    assertTrue(answer.text().contains("550 5.1.1"), answer.text());
    assertTrue(answer.text().contains("421 4.7.0"), answer.text());
  }

  @Test
  void ofMoreThanFiveFilesTheFirstFiveAreReadAndThatIsSaid() throws Exception {
    DataObject message = Interactions.message("see the files", Interactions.user());
    DataArray files = DataArray.empty();
    for (int i = 1; i <= 6; i++) {
      files.add(bounce(serve("/attachments/4/" + i + "/a.eml", text("550 5.1." + i + " no"))));
    }
    message.put("attachments", files);
    Sent first = answered(asked(2, Interactions.onMessage(message)));
    assertTrue(first.text().contains("Of 6 files, only the first 5 were read"), first.text());
    assertTrue(first.text().contains("5 replies"), first.text());
    assertTrue(discord.requests.contains("GET /attachments/4/5/a.eml"));
    assertFalse(discord.requests.contains("GET /attachments/4/6/a.eml"));
    assertFalse(discord.hasMoreAnswers());
  }

  @Test
  void aFileOfItsOwnIsNotNamed() throws Exception {
    Sent answer = explain(bounce(serve("/attachments/2/3/only.eml", text(BOUNCE))));
    assertFalse(answer.text().contains("bounce.eml"), answer.text());
  }
}
