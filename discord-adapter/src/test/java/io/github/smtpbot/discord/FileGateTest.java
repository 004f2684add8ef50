package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import net.dv8tion.jda.api.utils.data.DataObject;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many files come, and whoever sends them, memory is bounded and nobody waits in vain. */
@Timeout(60)
class FileGateTest {

  private static DataObject asked(FakeDiscord discord, String user, String path, int size) {
    DataObject interaction =
        Interactions.inGuild(
            2,
            "en-US",
            Interactions.MAY_WRITE,
            Interactions.files(
                Interactions.attachment("a.eml", "text/plain", size, discord.origin() + path)));
    interaction.getObject("member").getObject("user").put("id", user);
    return interaction;
  }

  @Test
  void whoComesWhileLargeFilesAreReadIsToldToComeAgain() throws Exception {
    ConnectedPlugin plugin =
        new ConnectedPlugin(
            Duration.ofSeconds(20), new FileGate(SmtpBot.MAX_MESSAGE, 100, Duration.ofSeconds(30)));
    plugin.connect();
    FakeDiscord discord = plugin.discord;
    discord.files.put(
        "/slow",
        new MockResponse.Builder()
            .body("550 5.1.1 User unknown")
            .headersDelay(2, TimeUnit.SECONDS)
            .build());
    assertEquals(5, discord.ask(asked(discord, "1", "/slow", SmtpBot.MAX_MESSAGE)).type());
    Sent busy = discord.ask(asked(discord, "2", "/slow", 100));
    assertEquals(4, busy.type());
    assertTrue(busy.isEphemeral());
    assertTrue(busy.text().contains("Many files are being read"), busy.text());
    assertTrue(discord.awaitAnswer().text().contains("550 5.1.1"));
    plugin.close();
  }

  @Test
  void whoSendsManyFilesIsToldToWaitAndOthersAreNot() throws Exception {
    ConnectedPlugin plugin =
        new ConnectedPlugin(
            Duration.ofSeconds(20), new FileGate(SmtpBot.MAX_MESSAGE, 2, Duration.ofMinutes(5)));
    plugin.connect();
    FakeDiscord discord = plugin.discord;
    discord.files.put("/a", new MockResponse.Builder().body("550 5.1.1 User unknown").build());
    for (int i = 0; i < 2; i++) {
      assertEquals(5, discord.ask(asked(discord, "1", "/a", 100)).type());
      discord.awaitAnswer();
    }
    Sent refused = discord.ask(asked(discord, "1", "/a", 100));
    assertTrue(refused.text().contains("Wait half a minute"), refused.text());
    assertEquals(5, discord.ask(asked(discord, "2", "/a", 100)).type());
    discord.awaitAnswer();
    plugin.close();
  }

  @Test
  void asManyPackedFilesAreReadAtATimeAsThereIsRoomForWhatIsInThem() {
    assertEquals(1, FileGate.of(256L << 20).unpacking().availablePermits());
    assertEquals(6, FileGate.of(16L << 30).unpacking().availablePermits());
  }

  /** Each was set aside for; so small ones wait for nobody. */
  @Test
  void aSmallFileIsReadWhileAnotherIsUnpacked() throws Exception {
    FileGate gate = FileGate.of(256L << 20);
    ConnectedPlugin plugin = new ConnectedPlugin(Duration.ofSeconds(20), gate);
    plugin.connect();
    FakeDiscord discord = plugin.discord;
    Buffer packed = new Buffer();
    try (GZIPOutputStream out = new GZIPOutputStream(packed.outputStream())) {
      out.write("452 4.2.2 Mailbox full".getBytes(StandardCharsets.US_ASCII));
    }
    discord.files.put("/packed", new MockResponse.Builder().body(packed).build());
    discord.files.put("/plain", new MockResponse.Builder().body("550 5.1.1 no").build());
    gate.unpacking().acquire();
    assertEquals(5, discord.ask(asked(discord, "1", "/packed", 100)).type());
    assertEquals(5, discord.ask(asked(discord, "2", "/plain", 100)).type());
    assertTrue(discord.awaitAnswer().text().contains("550 5.1.1"), "the plain one");
    assertFalse(discord.hasMoreAnswers());
    gate.unpacking().release();
    assertTrue(discord.awaitAnswer().text().contains("452 4.2.2"), "then the packed one");
    plugin.close();
  }

  @Test
  void filesTakeASixteenthOfTheMemoryAndOneLargeFileAtTheLeast() {
    int mebibyte = 1024 * 1024;
    assertEquals(10 * mebibyte, FileGate.bytes(64L * mebibyte));
    assertEquals(16 * mebibyte, FileGate.bytes(256L * mebibyte));
    assertEquals(64 * mebibyte, FileGate.bytes(16L * 1024 * mebibyte));
  }
}
